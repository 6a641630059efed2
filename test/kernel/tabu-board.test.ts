import { expect, it } from 'vitest'
import { fixedPoint } from '../../src/kernel/fixed-point.ts'
import { blocksOf, flipCosts, PlainBoard } from '../../src/kernel/tabu-board.ts'
import { quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'
import { randomQubo } from '../contracts/kernel.ts'

it('a flip of a 1 that costs −2 with a partner worth 5 costs 2 − 5', () => {
  const qubo = quboFromCoo(2, [0, 0], [0, 1], [-2, 5])
  expect([...flipCosts({ ...qubo, weights: fixedPoint(qubo) }, Int8Array.of(1, 1))]).toEqual([-3, -5])
})

it('eight bits are a block, nine are two', () => {
  expect([blocksOf(1), blocksOf(8), blocksOf(9)]).toEqual([1, 1, 2])
})

it('with a tenure of one the only two bits are flipped in turn', () => {
  const qubo = quboFromCoo(2, [0, 1], [0, 1], [1, 1])
  const board = new PlainBoard(
    { ...qubo, weights: fixedPoint(qubo) },
    Int8Array.of(1, 1),
    { tenure: 1, patience: 99 },
    new Uint32Array(4),
  )
  board.search(4)
  expect([board.energy, ...board.point()]).toEqual([-2, 0, 0])
})

it('counts energy from its start, as recomputed', () => {
  const qubo = randomQubo(20, 60, (w) => w)
  const start = new Int8Array(20)
  const board = new PlainBoard(
    { ...qubo, weights: fixedPoint(qubo) },
    start,
    { tenure: 3, patience: 99 },
    Uint32Array.of(1, 2, 3, 4),
  )
  board.search(500)
  expect(board.energy).toBe(quboEnergy(qubo, board.point()) - quboEnergy(qubo, start))
  expect(board.roundEnergy).toBe(quboEnergy(qubo, board.roundPoint()) - quboEnergy(qubo, start))
  expect(board.roundPoint()).toEqual(board.bestPoint())
})
