import { expect, test } from 'vitest'
import { familyCost, familyScores } from '../../../problems/learning/family-scores.ts'
import { isAllowed } from '../../../problems/learning/network-data.ts'
import { poolFamilies } from '../../../problems/learning/parent-pools.ts'
import { baseFamilies } from '../../../problems/learning/parent-sets.ts'
import { chainData } from './sample-tables.ts'

test('likely sets are allowed, cost what they say, and hold the neighbour in the chain', () => {
  const data = chainData(8, 200, { required: [[7, 0]], forbidden: [[1, 2]], parents: 2 })
  const scores = familyScores(data.table!, data.score, data.ess)
  const families = baseFamilies(data, scores)
  for (const piece of poolFamilies(data, scores, families, { width: 3, depth: 3 })) expect(piece).toBeGreaterThan(0)
  families.forEach((list, v) => {
    for (const { parents, cost } of list) {
      expect(isAllowed(data, v, parents)).toBe(true)
      expect(familyCost(scores, v, parents)).toBeCloseTo(cost, 9)
    }
  })
  expect(families[5].some(({ parents }) => parents.includes(4))).toBe(true)
})
