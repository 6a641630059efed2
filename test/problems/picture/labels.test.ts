import { expect, it } from 'vitest'
import { labelsFor } from '../../../problems/picture/labels.ts'

const frame = { width: 100, height: 100 }

it('a name stands above its place, where there is room', () => {
  const [label] = labelsFor([{ at: [50, 50], name: 'a', radius: 5 }], frame)
  expect(label).toContain('x="50" y="40"') // 50 − (5 + 3 + 12 / 2) is the middle, the baseline 4 below
})

it('at the upper rim it moves aside', () => {
  const [label] = labelsFor([{ at: [50, 8], name: 'a', radius: 5 }], frame)
  expect(label).toContain('y="12"')
})

it('names never hide each other: one that has no room is left out', () => {
  const crowd = Array.from({ length: 30 }, (_, k) => ({ at: [50, 50] as const, name: `name ${k}`, radius: 5 }))
  const labels = labelsFor(crowd, frame)
  expect(labels.length).toBeGreaterThan(1)
  expect(labels.length).toBeLessThan(9)
})
