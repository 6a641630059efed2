import { expect, test } from 'vitest'
import { MinHeap } from '../../../problems/graph/min-heap.ts'
import { random } from '../../../src/run/index.ts'

test('whatever goes in comes out in rising order, equal ones as often as they went in', () => {
  const chance = random('heap', 'test')
  const items = Array.from({ length: 300 }, () => chance.below(100))
  const heap = new MinHeap()
  for (const item of items) heap.push(item)
  const out: number[] = []
  while (heap.count > 0) out.push(heap.pop())
  expect(out).toEqual(items.sort((a, b) => a - b))
})
