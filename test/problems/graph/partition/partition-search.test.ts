import { expect, test } from 'vitest'
import { partitionSearch } from '../../../../problems/graph/partition/partition-search.ts'
import { runJob } from '../../../contracts/job.ts'
import { massGraph, random, torusOf } from './partition-graphs.ts'

test('a torus of 10 × 20 is halved across its short side: 20 edges', () => {
  const graph = massGraph(torusOf(10, 20))
  const { couplings } = graph
  const { out } = runJob(partitionSearch(graph, { parts: 2, low: 100, high: 100 }, 0, random('0', 'p')), 2e7, 1e5)
  let cut = 0
  for (let i = 0; i < couplings.size; i++)
    for (let k = couplings.rowStart[i]; k < couplings.rowStart[i + 1]; k++)
      if (out[i] !== out[couplings.column[k]]) cut += 0.5
  expect(cut).toBe(20)
  expect(out.reduce((a, b) => a + b)).toBe(100)
})
