import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../../instances/format.ts'
import type { FeaturesInput, MaxCutInput, QuboInput, TspInput, VrpInput } from '../../instances/index.ts'
import { readInstance, readRoutes } from '../../instances/index.ts'
import type { BulkNetworkData } from '../../instances/shapes.ts'
import { bayesianNetwork, maxCut, tsp, vrp } from '../../problems/index.ts'

interface Listed {
  readonly family: string
  readonly name: string
  readonly path: string
  readonly size: Readonly<Record<string, number>>
  readonly best_known: number | null
  readonly value?: number
}

/** What the list tells of tables with a proven network. */
interface Optima {
  readonly best_known: { readonly BIC: number; readonly BDeu1: number } | null
  readonly optimal_structures?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

const folder = process.env.ISINGLASS_INSTANCES
const listed: readonly Listed[] = folder ? JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).files : []
const solutionFamilies = /solution$|doc$|palubeckis/
const among = (prefix: string) => listed.filter((f) => f.family.startsWith(prefix) && !solutionFamilies.test(f.family))
const textOf = (path: string) => readFileSync(join(folder as string, path), 'utf8')
const places = (input: TspInput) => ('matrix' in input ? input.size : input.at.length)

describe.skipIf(!folder)('the standard files (skipped unless ISINGLASS_INSTANCES names their folder)', () => {
  it('of max-cut have the nodes and edges listed', () => {
    for (const { path, size } of among('maxcut')) {
      const { nodes, edges } = readInstance(textOf(path), { fileName: path, as: 'maxCut' }).input as MaxCutInput
      expect([path, nodes, edges.from.length]).toEqual([path, size.n, size.m])
    }
  })

  it('of qubo have the variables and entries listed', () => {
    for (const { path, size } of among('qubo')) {
      const input = readInstance(textOf(path), { fileName: path }).input as QuboInput
      expect([path, input.size, input.values.length]).toEqual([path, size.n, size.nnz])
    }
  })

  it('of TSPLIB have the cities listed', () => {
    for (const { path, size } of [...among('tsp'), ...among('atsp')]) {
      const { kind, input } = readInstance(textOf(path), { fileName: path })
      expect([path, kind, places(input as TspInput)]).toEqual([path, 'tsp', size.n])
    }
  })

  it('of CVRPLIB have the nodes listed, and their published routes cost what they say', () => {
    for (const { path, size } of among('cvrp')) {
      const input = readInstance(textOf(path), { fileName: path }).input as VrpInput
      expect([path, places(input), input.demand.length]).toEqual([path, size.n, size.n])
      const solution = path.replace(/vrp$/, 'sol')
      if (!existsSync(join(folder as string, solution))) continue
      const { routes, cost } = readRoutes(textOf(solution))
      expect(routes.flat().length).toBe(size.n - 1)
      const problem = vrp(input)
      const answer = { routes: routes.map((route) => [...route]) }
      expect([path, problem.check(answer), problem.cost(answer)]).toEqual([path, [], cost])
    }
  })

  it('of TSPLIB with a published tour cost what it says', () => {
    for (const { path, value } of listed.filter((f) => f.family === 'tsp-solution')) {
      const { routes } = readRoutes(textOf(path))
      const instance = path.replace('solutions/', '').replace('.sol', '.tsp')
      const problem = tsp(readInstance(textOf(instance), { fileName: instance }).input as TspInput)
      expect([path, problem.cost({ tour: [0, ...routes[0]] })]).toEqual([path, value])
    }
  })

  it('of the G-set with a published cut cut what it says', () => {
    for (const { path, value } of listed.filter((f) => f.family === 'maxcut-gset-solution')) {
      const instance = path.replace('solutions/', '').replace('_cut', '')
      const problem = maxCut(readInstance(textOf(instance), { fileName: instance, as: 'maxCut' }).input as MaxCutInput)
      const sides = textOf(path)
        .trim()
        .split(/[\s,]+/)
        .map(Number)
      const nodes = sides.map((_, node) => node)
      const cut = { left: nodes.filter((k) => sides[k] !== 1), right: nodes.filter((k) => sides[k] === 1) }
      expect([path, problem.cost(cut)]).toEqual([path, value])
    }
  })

  it('of features have the rows, columns and classes listed', () => {
    for (const { path, size, name } of among('features')) {
      const { input } = readInstance(textOf(path), { fileName: path, as: 'features', set: { choose: '5' } })
      const { rows, columns, target } = input as FeaturesInput
      // The list counts the header of arrhythmia as a class.
      const classes = name === 'arrhythmia' ? size.classes - 1 : size.classes
      expect([path, rows, columns.length + 1, new Set(target).size]).toEqual([path, size.rows, size.columns, classes])
    }
  })

  it('carry the best value listed, where the catalogue knows them', () => {
    for (const { path, best_known, family } of listed) {
      if (
        best_known === null ||
        !/^(maxcut|qubo|tsp|atsp|cvrp|coloring|clique|mis$)/.test(family) ||
        solutionFamilies.test(family)
      )
        continue
      const as = family.startsWith('maxcut') ? 'maxCut' : undefined
      const set: Settings = path.endsWith('.qubo') ? { sense: 'max' } : path.includes('/XSH/') ? { vehicles: '4' } : {}
      expect([path, readInstance(textOf(path), { fileName: path, as, set }).bestKnown?.bestKnown]).toEqual([
        path,
        best_known,
      ])
    }
  })
})

describe.skipIf(!folder)('the standard tables (skipped unless ISINGLASS_INSTANCES names their folder)', () => {
  it('of Bayesian networks have the rows and variables listed, and cost what their optimal structures do', () => {
    for (const entry of among('bn-data')) {
      const { path, size } = entry
      const { best_known, optimal_structures } = entry as unknown as Optima
      const input = readInstance(textOf(path), { fileName: path, as: 'bayesianNetwork' }).input as BulkNetworkData
      if (size.nodes) expect([path, input.rows, input.columns.length]).toEqual([path, size.rows, size.nodes])
      if (best_known === null || !optimal_structures) continue
      for (const [name, score] of [['BIC', 'bic'] as const, ['BDeu1', 'bdeu'] as const]) {
        const edges = Object.entries(optimal_structures[name]).flatMap(([to, list]) =>
          list.map((from) => [from, to] as const),
        )
        const problem = bayesianNetwork({ ...input, score })
        expect([path, problem.check({ edges }).length]).toEqual([path, 0])
        expect(problem.cost({ edges })).toBeCloseTo(-best_known[name], 5)
      }
    }
  })
})
