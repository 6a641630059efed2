import { expect, test } from 'vitest'
import { familyCost, familyScores } from '../../../problems/learning/family-scores.ts'
import type { NetworkData } from '../../../problems/learning/network-data.ts'
import { type Parents, structureSearch, workOfAll } from '../../../problems/learning/structure-search.ts'
import { topologicalOrder } from '../../../problems/learning/topological-order.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'
import { chainData } from './sample-tables.ts'

const costOf = (data: NetworkData, parents: Parents) => {
  const scores = familyScores(data.table!, data.score, data.ess)
  return parents.reduce((sum, list, v) => sum + familyCost(scores, v, list), 0)
}

/** All acyclic graphs over four variables: 543. */
function allNetworks(): number[][][] {
  const networks: number[][][] = []
  for (let bits = 0; bits < 1 << 12; bits++) {
    const parents = [0, 1, 2, 3].map((v) =>
      [0, 1, 2, 3].filter((p) => p !== v && (bits >> (3 * v + p - (p > v ? 1 : 0))) & 1),
    )
    if (topologicalOrder(parents) !== null) networks.push(parents)
  }
  return networks
}

test('four variables: the cheapest of all 543 networks, proven', () => {
  const networks = allNetworks()
  expect(networks).toHaveLength(543)
  for (const more of [{ score: 'bic' }, { score: 'bdeu', ess: 2 }]) {
    const data = chainData(4, 50, more)
    const { out, bound } = runJob(structureSearch(data, random('0', 'h')), Number.POSITIVE_INFINITY, 1e4)
    const least = Math.min(...networks.map((parents) => costOf(data, parents)))
    expect(costOf(data, out)).toBeCloseTo(least, 8)
    expect(bound).toBeCloseTo(least, 8)
  }
})

test('twelve variables are proven, and bounds only grow up to the cost', () => {
  const data = chainData(12, 300)
  const job = structureSearch(data, random('0', 'h'))
  const bounds: number[] = []
  let state = job.next(0)
  while (!state.done) {
    if (state.value.bound !== undefined) bounds.push(state.value.bound)
    state = job.next(1e4)
  }
  expect(bounds).toEqual([...bounds].sort((a, b) => a - b))
  expect(bounds.at(-1)).toBeCloseTo(costOf(data, state.value), 8)
})

test('thirty variables: likely parents first, then all sets, and finds that cost ever less', () => {
  const data = chainData(30, 2000)
  expect(workOfAll(data)).toBeGreaterThan(5e6)
  const { out, finds, bound } = runJob(structureSearch(data, random('0', 'h')), 2e7, 1e5)
  const costs = finds.map((find) => costOf(data, find))
  expect(costs).toEqual([...costs].sort((a, b) => b - a))
  expect(costOf(data, out)).toBe(costs.at(-1))
  expect(bound).toBeLessThanOrEqual(costOf(data, out))
})
