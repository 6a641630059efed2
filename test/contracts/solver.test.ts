import { afterAll, describe, test } from 'vitest'
import type { Cut } from '../../problems/graph/cut/max-cut.ts'
import { maxCut } from '../../problems/index.ts'
import * as solvers from '../../solvers/index.ts'
import type { Problem } from '../../src/problem.ts'
import { createService } from '../../src/service/index.ts'
import type { SolverRegistry } from '../../src/spec.ts'
import { trial } from './instances.ts'
import { type SolverKit, solverPromises } from './solver.ts'

const registry: SolverRegistry = solvers

/** Two edges that do not touch: each is a part of its own. */
const islands = {
  nodes: ['a', 'b', 'c', 'd'],
  edges: [
    ['a', 'b', 3],
    ['c', 'd', 5],
  ] as [string, string, number][],
}
const island = (edge: [string, string, number]) => maxCut({ edges: [edge] })
const twoIslands: Problem<Cut> = {
  ...maxCut(islands),
  parts: function* () {
    yield { work: 0 }
    return {
      parts: islands.edges.map(island),
      merge: (cuts) => ({
        left: (cuts as Cut[]).flatMap((c) => c.left),
        right: (cuts as Cut[]).flatMap((c) => c.right),
      }),
    }
  },
}

/** What `remote` asks. */
const service = await createService({ threads: 1, grace: 0 })
afterAll(() => service.stop())

/** What a solver claims beyond the common promises, and how a strategy is filled. */
const claims: Readonly<Record<string, Partial<SolverKit>>> = {
  exact: { proves: true },
  ilp: { proves: true },
  decompose: { spec: 'decompose(size=4,solver=descend)' },
  reduced: { spec: 'reduced(exact)', proves: true },
  byParts: { spec: 'byParts(exact)', more: [trial('two islands', twoIslands)] },
  fallback: { spec: 'fallback(heuristic,descend)' },
  race: { spec: 'race(exact,descend)' },
  retry: { spec: 'retry(descend)' },
  cached: { spec: 'cached(exact)', proves: true },
  portfolio: { spec: 'portfolio(descend,exact)', proves: true },
  refinePenalties: { spec: 'refinePenalties(exact)', proves: true },
  shadow: { spec: 'shadow(exact,descend)', proves: true },
  remote: { spec: `remote(${await service.listen()},solver=descend)` },
  within: { spec: 'within(1000000,descend)' },
}

describe.each(Object.keys(solvers))('the solver %s', (name) => {
  test.each(solverPromises({ spec: name, registry, ...claims[name] }))('$promise', ({ check }) => check())
})
