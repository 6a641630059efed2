import { expect, it } from 'vitest'
import { weighStack } from '../../src/compile/layers.ts'
import { permutationPenalty } from '../../src/compile/permutation.ts'
import { stackOf } from '../../src/compile/stack.ts'
import { quboEnergy } from '../../src/qubo/index.ts'

it('a permutation costs 0; each missing or surplus line costs its square', () => {
  const stack = stackOf(4, [{ name: 'order', terms: permutationPenalty(2, Uint32Array.of(0, 1, 2, 3)) }])
  const penalty = (...x: number[]) => quboEnergy(weighStack(stack, [1]), x)
  expect([penalty(1, 0, 0, 1), penalty(0, 1, 1, 0)]).toEqual([0, 0])
  expect([penalty(1, 0, 0, 0), penalty(1, 1, 0, 0), penalty(1, 1, 1, 1), penalty(0, 0, 0, 0)]).toEqual([2, 2, 4, 4])
})
