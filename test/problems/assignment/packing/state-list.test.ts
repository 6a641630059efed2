import { describe, expect, it } from 'vitest'
import { emptyStates, History, roomFor } from '../../../../problems/assignment/packing/state-list.ts'
import { atOnce } from '../../../../src/run/index.ts'

describe('a list of states', () => {
  it('is used again where it has room', () => {
    const list = { ...emptyStates(4), count: 3 }
    expect(roomFor(list, 4)).toBe(list)
    expect(list.count).toBe(0)
    expect(roomFor(list, 5).weight.length).toBe(10)
  })
})

describe('the history of states', () => {
  it('tells what was done on the way to a node, the last first', () => {
    const history = new History()
    const first = history.push(7, -1)
    expect(history.path(history.push(9, first))).toEqual([9, 7])
    expect(history.path(-1)).toEqual([])
  })

  it('forgets what no state needs when room is short, and keeps the rest', () => {
    const history = new History()
    const kept = history.push(1, history.push(2, -1))
    for (let k = 0; k < 65_000; k++) history.push(3, -1)
    const root = history.push(4, kept)
    const states = { ...emptyStates(1), count: 1 }
    states.node[0] = kept
    const renumbered = atOnce(history.reserve(100_000, states, root))
    expect([states.node[0], renumbered]).toEqual([1, 2])
    expect(history.path(states.node[0])).toEqual([1, 2])
    expect(history.path(renumbered)).toEqual([4, 1, 2])
  })

  it('knows every way as before while it forgets', () => {
    const history = new History()
    for (let k = 0; k < 65_000; k++) history.push(3, -1)
    const root = history.push(4, history.push(1, -1))
    const pieces = history.reserve(100_000, emptyStates(1), root)
    let count = 0
    for (; !pieces.next().done; count++) expect(history.path(root)).toEqual([4, 1])
    expect(count).toBeGreaterThan(10)
  })
})
