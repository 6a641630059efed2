import { expect, test } from 'vitest'
import { choosing, extend, setSearch, sumOf, withoutConflicts } from '../../../../problems/graph/sets/set-search.ts'
import { atOnce, random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'
import { allPairs, cyclePairs, joined } from '../graphs.ts'

const star = joined(4, [
  [0, 1],
  [0, 2],
  [0, 3],
])
const ones = (size: number) => new Float64Array(size).fill(1)

test('greedily, the leaves of a star are taken and not its centre', () => {
  const chosen = new Uint8Array(4)
  atOnce(choosing({ weight: ones(4), conflicts: star }, chosen))
  expect([...chosen]).toEqual([0, 1, 1, 1])
})

test('the node in most conflicts goes first', () => {
  const chosen = new Uint8Array(4).fill(1)
  expect(withoutConflicts(star, chosen)).toBe(true)
  expect([...chosen]).toEqual([0, 1, 1, 1])
  expect(withoutConflicts(star, chosen)).toBe(false)
})

test('only what fits is added, the most worthy first', () => {
  const chosen = Uint8Array.from([0, 0, 0, 0])
  extend(star, Float64Array.from([9, 1, 1, 1]), chosen)
  expect([...chosen]).toEqual([1, 0, 0, 0])
})

test('of a cycle of 9 nodes four are found and proven, however heavy', () => {
  const question = { weight: ones(9).fill(2), conflicts: joined(9, cyclePairs(9)) }
  const { out, bound } = runJob(setSearch(question, random('0', 'set')), Number.POSITIVE_INFINITY, 1e4)
  expect([sumOf(out, question.weight), bound]).toEqual([8, 8])
})

test('the same of compatible nodes: of 4 where all are, all', () => {
  const question = { weight: ones(4), compatible: joined(4, allPairs(4)) }
  const { out, bound } = runJob(setSearch(question, random('0', 'set')), Number.POSITIVE_INFINITY, 1e4)
  expect([sumOf(out, question.weight), bound]).toEqual([4, 4])
})

test('stopped before it began it has an empty set, stopped soon after a greedy one', () => {
  const stoppedAt = (work: number) => [
    ...runJob(setSearch({ weight: ones(4), conflicts: star }, random('0', 'set')), work, 1).out,
  ]
  expect(stoppedAt(0)).toEqual([0, 0, 0, 0])
  expect(stoppedAt(200)).toEqual([0, 1, 1, 1])
})
