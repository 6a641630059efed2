import { expect, test } from 'vitest'
import { oneMachineBound } from '../../../../problems/scheduling/job-shop/one-machine.ts'

test('without heads and tails the bound is the work', () => {
  expect(oneMachineBound([0, 1, 2], [0, 0, 0], [3, 4, 5], [0, 0, 0])).toBe(12)
})

test('an operation with a long tail interrupts: at 1 the second takes over, ends at 3, and its tail at 13', () => {
  expect(oneMachineBound([0, 1], [0, 1], [5, 2], [0, 10])).toBe(13)
})

test('a machine without operations bounds nothing', () => {
  expect(oneMachineBound([], [], [], [])).toBe(0)
})
