import { expect, test } from 'vitest'
import type { Family } from '../../../problems/learning/network-data.ts'
import { insertBest, isFit, ordering, parentsOf, perturb, reorder } from '../../../problems/learning/order-search.ts'
import { random } from '../../../src/run/index.ts'
import { flatOf } from './flat-of.ts'

/** 0 wants 1, 1 wants 2, 2 wants nobody. */
const lists: Family[][] = [
  [
    { cost: 5, parents: [] },
    { cost: 1, parents: [1] },
  ],
  [
    { cost: 6, parents: [] },
    { cost: 2, parents: [2] },
  ],
  [{ cost: 3, parents: [] }],
]

test('flat lists are sorted by cost and hold nothing twice', () => {
  const { start, cost } = flatOf([...lists.slice(0, 2), [...lists[2], ...lists[2]]])
  expect([[...start], [...cost]]).toEqual([
    [0, 2, 4, 5],
    [1, 5, 2, 6, 3],
  ])
})

test('an order costs the cheapest families whose parents come before', () => {
  const flat = flatOf(lists)
  expect(ordering(flat, [0, 1, 2]).cost).toBe(5 + 6 + 3)
  expect(ordering(flat, [2, 1, 0]).cost).toBe(1 + 2 + 3)
  expect(parentsOf(flat, ordering(flat, [1, 0, 2]).choice)).toEqual([[1], [], []])
})

test('an insertion goes where the network costs least, and nowhere when that is here', () => {
  const flat = flatOf(lists)
  const state = ordering(flat, [0, 1, 2])
  expect(insertBest(flat, state, 0, 1e-9)).toBe(true)
  expect(state.cost).toBe(1 + 6 + 3)
  expect(insertBest(flat, state, 2, 1e-9)).toBe(true)
  expect([state.cost, [...state.order]]).toEqual([6, [2, 1, 0]])
  expect(insertBest(flat, state, 1, 1e-9)).toBe(false)
  expect([...state.order]).toEqual([2, 1, 0])
})

test('after any moves the choices are those of the order', () => {
  const flat = flatOf(lists)
  const state = ordering(flat, [0, 1, 2])
  const chance = random('0', 'moves')
  for (let k = 0; k < 30; k++) {
    if (k % 5 === 0) reorder(flat, state, chance)
    perturb(flat, state, 2, chance)
    insertBest(flat, state, chance.below(3), 1e-9)
    const { choice, cost } = ordering(flat, state.order)
    expect([[...state.choice], state.cost]).toEqual([[...choice], cost])
  }
})

test('a variable that must come after another does not fit before it', () => {
  const flat = flatOf([[{ cost: 1, parents: [1] }], [{ cost: 1, parents: [] }]])
  expect([isFit(ordering(flat, [0, 1])), isFit(ordering(flat, [1, 0]))]).toEqual([false, true])
})
