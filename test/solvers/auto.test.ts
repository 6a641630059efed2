import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { maxCut, tsp, vrp } from '../../problems/index.ts'
import * as solvers from '../../solvers/index.ts'
import { problemOf } from '../../src/bare.ts'
import { defineProblem } from '../../src/problem.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { type Job, random } from '../../src/run/index.ts'
import { createSolve } from '../../src/solve.ts'
import { solverFromSpec } from '../../src/spec.ts'

const { auto, heuristic } = solvers
const solve = createSolve({ solver: auto, openPool: () => null })

/** A random graph of 40 nodes with 200 edges of weight 1 to 9: too many states to look at all. */
const graph = (seed: string) => {
  const draw = random(seed, 'auto test')
  const edges = Array.from({ length: 200 }, () => [draw.below(40), draw.below(40), 1 + draw.below(9)]).filter(
    ([a, b]) => a !== b,
  )
  return maxCut({
    nodes: 40,
    edges: { from: edges.map((e) => e[0]), to: edges.map((e) => e[1]), weight: edges.map((e) => e[2]) },
  })
}

describe('auto', () => {
  it('looks at all states when they are few, and says so', async () => {
    const report = await solve(
      maxCut({
        edges: [
          ['a', 'b', 3],
          ['b', 'c', 2],
          ['a', 'c', 1],
        ],
      }),
    )
    expect(report).toMatchObject({ status: 'optimal', cost: 5, foundBy: 'exact' })
    expect(report.notes.join()).toMatch(/few enough states to look at all/)
  })

  it.each(['a', 'b', 'c'])('is never worse than the domain method alone (graph %s)', async (seed) => {
    const [mine, its] = await Promise.all([
      solve(graph(seed), { work: 3e6 }),
      solve(graph(seed), { work: 3e6, solver: heuristic() }),
    ])
    expect(mine.feasible && its.feasible && mine.cost >= its.cost).toBe(true)
  })

  it('gives an endless domain method the whole budget', async () => {
    const cities = Object.fromEntries(
      Array.from({ length: 12 }, (_, k) => [`c${k}`, [(k * 7) % 12, (k * k) % 11] as const]),
    )
    const report = await solve(tsp({ cities } as never), { work: 1e6 })
    expect(report).toMatchObject({ feasible: true, foundBy: 'heuristic', stop: 'budget' })
  })

  it('searches where there is no domain method and too many states', async () => {
    const chain = Array.from({ length: 39 }, (_, k) => k)
    const ring = quboFromCoo(
      40,
      chain,
      chain.map((k) => k + 1),
      chain.map((k) => (k % 2 === 0 ? -1 : 2)),
    )
    const report = await solve(problemOf(ring), { work: 3e6 })
    expect(report).toMatchObject({ feasible: true, cost: -10 }) // every second pair of the chain pays 1
  })

  it('keeps the domain answer when the model is refused', async () => {
    const quick = defineProblem({
      name: 'quick',
      sense: 'min',
      schema: z.number(),
      build: () => null,
      decode: () => 0,
      check: () => [],
      cost: (_data, answer: number) => answer,
      heuristic: function* (data): Job<number, number> {
        yield { work: 0 }
        return data
      },
      terms: () => 1e12,
      tiny: () => 1,
    })
    const report = await solve(quick(7), { work: 1e6 })
    expect(report).toMatchObject({ feasible: true, cost: 7, stop: 'finished', foundBy: 'heuristic' })
    expect(report.notes.join()).toMatch(/exact not used: the model of quick has about 1000000000000 terms/)
  })

  it('replays the answer it gave', async () => {
    const report = await solve(graph('replay'), { work: 3e6, seed: 5 })
    const [, spec] = report.provenance.replay.match(/^--solver '(.+)' --seed 5$/) as RegExpMatchArray
    const again = await solve(graph('replay'), { work: 1e9, seed: 5, solver: solverFromSpec(spec, solvers as never) })
    expect(again.feasible && report.feasible && again.answer).toEqual(report.feasible && report.answer)
  })
})

describe('auto on small examples', () => {
  it('proves a small example at once, although its domain method would never end', async () => {
    const cities = { a: [0, 0], b: [0, 3], c: [4, 3], d: [4, 0], e: [2, 5] } as const
    const report = await solve(tsp({ cities }), { work: 1e8 })
    expect(report).toMatchObject({ status: 'optimal', foundBy: 'exact', stop: 'finished' })
    const full = vrp({ depot: [0, 0], stops: { a: { at: [1, 0], demand: 6 } }, vehicles: 1, capacity: 6 })
    expect(await solve(full, { work: 1e8 })).toMatchObject({ status: 'optimal', cost: 2 })
  })
})
