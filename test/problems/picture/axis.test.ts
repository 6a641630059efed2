import { expect, it } from 'vitest'
import { along, axisAcross, axisUpwards, roundStep, ticks } from '../../../problems/picture/axis.ts'

const scale = { from: 0, to: 10, start: 100, end: 200 }

it('a value stands between the ends in proportion, upwards as well', () => {
  expect([0, 5, 10].map((value) => along(scale, value))).toEqual([100, 150, 200])
  expect(along({ ...scale, start: 200, end: 100 }, 2)).toBe(180)
})

it('what has no extent stands in the middle', () => expect(along({ ...scale, to: 0 }, 0)).toBe(150))

it('steps are 1, 2 or 5 times a power of ten', () => {
  expect([0.7, 1, 1.2, 3, 12, 0.03].map(roundStep)).toEqual([1, 1, 2, 5, 20, expect.closeTo(0.05)])
  expect([0, Number.NaN, Number.POSITIVE_INFINITY].map(roundStep)).toEqual([1, 1, 1])
})

it('ticks are round and inside', () => {
  expect(ticks(0, 80)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80])
  expect(ticks(0.1, 0.5, 4)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5])
  expect(ticks(3, 3)).toEqual([3])
})

it('an axis names its values and itself', () => {
  for (const axis of [axisAcross(scale, 0, 50, 'time'), axisUpwards(scale, 0, 50, 'time')]) {
    const words = axis.join('')
    for (const word of ['>0<', '>10<', '>time<']) expect(words).toContain(word)
  }
})
