import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSearch } from '../../../../problems/graph/cut/cut-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

const graphs = fc.integer({ min: 2, max: 12 }).chain((size) =>
  fc
    .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: -5, max: 9 })), { maxLength: 30 })
    .map((edges) => ({
      size,
      names: null,
      at: null,
      from: Uint32Array.from(edges, (e) => e[0]),
      to: Uint32Array.from(edges, (e) => e[1]),
      weight: Float64Array.from(edges, (e) => e[2]),
    })),
)

test('no single node can change sides and win', () => {
  fc.assert(
    fc.property(graphs, fc.nat(), (graph, seed) => {
      const { out } = runJob(cutSearch(graph, random(String(seed), 'cut')), Number.POSITIVE_INFINITY, 500)
      const cut = (sides: Uint8Array) =>
        graph.weight.reduce((sum, w, k) => sum + (sides[graph.from[k]] !== sides[graph.to[k]] ? w : 0), 0)
      for (let i = 0; i < graph.size; i++)
        expect(cut(out.map((s, j) => (i === j ? 1 - s : s)))).toBeLessThanOrEqual(cut(out))
    }),
  )
})
