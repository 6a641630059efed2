import { describe, expect, test } from 'vitest'
import { type FamilyScores, familyCost, familyScores } from '../../../problems/learning/family-scores.ts'
import type { Family, NetworkData } from '../../../problems/learning/network-data.ts'
import { isAllowed } from '../../../problems/learning/network-data.ts'
import { allFamilies, baseFamilies } from '../../../problems/learning/parent-sets.ts'
import { chainData } from './sample-tables.ts'

const opened = (data: NetworkData): FamilyScores => familyScores(data.table!, data.score, data.ess)

function found(data: NetworkData) {
  const scores = opened(data)
  const families = baseFamilies(data, scores)
  const progress = { level: -1, complete: false, floor: new Float64Array(data.size) }
  let work = 0
  for (const piece of allFamilies(data, scores, families, progress)) work += piece
  return { families, progress, work }
}

/** The cheapest allowed family by trying all. */
function cheapest(data: NetworkData, v: number): number {
  const scores = opened(data)
  let least = Number.POSITIVE_INFINITY
  for (let bits = 0; bits < 1 << data.size; bits++) {
    const parents = Array.from({ length: data.size }, (_, p) => p).filter((p) => (bits >> p) & 1)
    if (!parents.includes(v) && isAllowed(data, v, parents)) least = Math.min(least, familyCost(scores, v, parents))
  }
  return least
}

const least = (list: readonly Family[]) => Math.min(...list.map(({ cost }) => cost))

describe.each([
  { score: 'bic' },
  { score: 'bdeu', ess: 1 },
  { score: 'bdeu', ess: 20 },
  { score: 'bic', parents: 2 },
  {
    score: 'bic',
    required: [
      [4, 0],
      [0, 2],
    ],
    forbidden: [[1, 2]],
  },
  {
    score: 'bdeu',
    required: [
      [4, 0],
      [3, 0],
    ],
    forbidden: [[1, 0]],
    parents: 3,
  },
])('the parent sets of %o', (rules) => {
  test('hold the cheapest of every variable, and are allowed', () => {
    const data = chainData(5, 60, rules)
    const { families, progress } = found(data)
    expect(progress.complete).toBe(true)
    families.forEach((list, v) => {
      expect(least(list)).toBeCloseTo(cheapest(data, v), 9)
      expect(list.every(({ parents }) => isAllowed(data, v, parents))).toBe(true)
    })
  })

  test('cost less than their subsets, and what they say', () => {
    const data = chainData(5, 60, rules)
    const scores = opened(data)
    found(data).families.forEach((list, v) => {
      for (const { parents, cost } of list) {
        expect(familyCost(scores, v, parents)).toBeCloseTo(cost, 9)
        const below = list.filter(
          (other) => other.parents.length < parents.length && other.parents.every((p) => parents.includes(p)),
        )
        expect(below.every((other) => other.cost > cost)).toBe(true)
      }
    })
  })
})

test('no family costs less than its floor', () => {
  const { families, progress } = found(chainData(6, 80))
  families.forEach((list, v) => {
    expect(least(list)).toBeGreaterThanOrEqual(progress.floor[v])
  })
})
