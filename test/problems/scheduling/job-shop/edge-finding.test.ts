import { expect, test } from 'vitest'
import { findEdges } from '../../../../problems/scheduling/job-shop/edge-finding.ts'

const window = (duration: number[]) => ({
  operations: duration.map((_, o) => o),
  duration: Int32Array.from(duration),
})
const run = (duration: number[], head: number[], tail: number[], limit: number) => {
  const heads = Int32Array.from(head)
  const scratch = [new Int32Array(duration.length), new Int32Array(duration.length)]
  const raised = findEdges(window(duration), heads, Int32Array.from(tail), limit, scratch[0], scratch[1])
  return { raised, heads: [...heads] }
}

test('what can only be last begins after the others', () => {
  // The first two, 2 + 2 from 0 on, must end by 10 − 6 = 4; the third then begins at 4.
  expect(run([2, 2, 3], [0, 0, 0], [6, 6, 0], 10)).toEqual({ raised: 1, heads: [0, 0, 4] })
})

test('where there is room nothing is raised', () => {
  expect(run([2, 2, 3], [0, 0, 0], [0, 0, 0], 10)).toEqual({ raised: 0, heads: [0, 0, 0] })
})

test('too much work for the limit is refused', () => {
  expect(run([5, 6], [0, 0], [0, 0], 10).raised).toBe(-1)
})
