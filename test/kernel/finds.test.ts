import { expect, it } from 'vitest'
import { Finds, quboData } from '../../src/kernel/finds.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'

const qubo = quboFromCoo(2, [0, 0], [0, 1], [5, -3], { offset: 1 })

it('keeps points in order, each with its energy', () => {
  const { bits, energies } = new Finds(qubo).add(Int8Array.of(1, 1)).add(Int8Array.of(0, 1)).found()
  expect([[...bits], [...energies]]).toEqual([
    [1, 1, 0, 1],
    [3, 1],
  ])
})

it('what travels is cloneable and has no hash', () => {
  expect(structuredClone(quboData(qubo))).toEqual(quboData(qubo))
  expect('hash' in quboData(qubo)).toBe(false)
})
