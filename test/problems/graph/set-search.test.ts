import { expect, test } from 'vitest'
import { extend, greedySet, setSearch, sumOf, withoutConflicts } from '../../../problems/graph/set-search.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'
import { cyclePairs, joined } from './graphs.ts'

const star = joined(4, [
  [0, 1],
  [0, 2],
  [0, 3],
])
const ones = (size: number) => new Float64Array(size).fill(1)

test('greedily, the leaves of a star are taken and not its centre', () => {
  expect([...greedySet(star, ones(4))]).toEqual([0, 1, 1, 1])
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
  const question = { weight: ones(9).fill(2), conflicts: joined(9, cyclePairs(9)), compatible: null }
  const { out, bound } = runJob(setSearch(question, random('0', 'set')), Number.POSITIVE_INFINITY, 1e4)
  expect([sumOf(out, question.weight), bound]).toEqual([8, 8])
})

test('stopped before it began, it has a greedy set', () => {
  const { out } = runJob(setSearch({ weight: ones(4), conflicts: star, compatible: null }, random('0', 'set')), 0, 1)
  expect([...out]).toEqual([0, 1, 1, 1])
})
