import { describe, expect, it } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { readAssignment } from '../../../../problems/assignment/quadratic/quadratic-assignment-input.ts'
import { assignmentSearch } from '../../../../problems/assignment/quadratic/quadratic-assignment-search.ts'
import { assignmentCost } from '../../../../problems/assignment/quadratic/swap-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

describe('the search for quadratic assignments', () => {
  it('lays a chain of facilities along a line: seven neighbours, there and back', () => {
    const chain = Float64Array.from({ length: 64 }, (_, k) => (Math.abs((k >> 3) - (k & 7)) === 1 ? 1 : 0))
    const line = Float64Array.from({ length: 64 }, (_, k) => Math.abs((k >> 3) - (k & 7)))
    const data = readAssignment({ flow: chain, distance: line })
    const { out, bound } = runJob(assignmentSearch(data, random('a', 'search')), Number.POSITIVE_INFINITY, 1e6)
    expect(assignmentCost(data, out)).toBe(14)
    expect(bound).toBe(14)
  })

  it('claims no more than numbers far apart allow: beside 2⁵³ a third is rounding', () => {
    const flow = [4, 4, 0, 4, 5, 1, 2 ** 53, 0, 0]
    const data = readAssignment({ flow, distance: [6, 3, 0, 0, 3, 1 / 3, 0, 0, 0] })
    const { bound } = runJob(assignmentSearch(data, random('a', 'search')), Number.POSITIVE_INFINITY, 1e6)
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]
    const best = Math.min(...orders.map((order) => assignmentCost(data, Int32Array.from(order))))
    expect(bound).toBeLessThanOrEqual(best)
  })

  it('goes on where it cannot prove, and keeps the best', () => {
    const data = readAssignment(generate.gridAssignment({ rows: 4, columns: 5 }, random('a', 'instance')))
    const { out, finds, bound } = runJob(assignmentSearch(data, random('a', 'search')), 1e7, 1e5)
    const costs = finds.map((find) => assignmentCost(data, find))
    expect(costs).toEqual(costs.toSorted((a, b) => b - a))
    expect(assignmentCost(data, out)).toBe(costs.at(-1))
    expect(bound).toBeLessThanOrEqual(costs.at(-1) as number)
  })
})
