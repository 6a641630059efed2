import { expect, it } from 'vitest'
import { atOnce, random, sorted } from '../../src/run/index.ts'

it('indices come in the order asked for, equals in their own', () => {
  const value = [3, 1, 3, 0]
  expect([...atOnce(sorted(4, (a, b) => value[b] - value[a]))]).toEqual([0, 2, 1, 3])
})

it('many are sorted as the platform sorts them, in pieces below 60,000 units', () => {
  const chance = random('many', 'sorted')
  const value = Array.from({ length: 10_000 }, () => chance.below(500))
  const pieces = sorted(value.length, (a, b) => value[a] - value[b])
  const works: number[] = []
  let state = pieces.next()
  for (; !state.done; state = pieces.next()) works.push(state.value)
  expect(Math.max(...works)).toBeLessThan(60_000)
  expect([...(state.value as Uint32Array)]).toEqual(
    Array.from(value.keys()).sort((a, b) => value[a] - value[b] || a - b),
  )
})

it('nothing is in order', () => {
  expect([...atOnce(sorted(0, () => 0))]).toEqual([])
})
