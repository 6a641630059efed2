import { describe, expect, it } from 'vitest'
import type { MaxCutInput, QuboInput, TspInput, VrpInput } from '../../instances/index.ts'
import { embedded, readInstance } from '../../instances/index.ts'
import * as problems from '../../problems/index.ts'
import { auto } from '../../solvers/index.ts'
import type { ProblemFactory } from '../../src/problem.ts'
import { quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'
import { createSolve } from '../../src/solve.ts'

it('every embedded instance is there once', () => {
  const names = embedded.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

const factories = problems as unknown as Record<string, ProblemFactory<object, unknown>>
const solve = createSolve({ solver: auto, openPool: () => null })
const read = (name: string) => {
  const { text, fileName } = embedded.find((e) => e.name === name)!
  return readInstance(text, { fileName })
}
const bitsOf = (number: number, count: number) => Array.from({ length: count }, (_, k) => (number >> k) & 1)

/** The shortest round trip by dynamic programming over subsets (Held and Karp 1962). */
function heldKarp(n: number, distance: (a: number, b: number) => number): number {
  const rest = n - 1
  const best = new Float64Array((1 << rest) * rest).fill(Number.POSITIVE_INFINITY)
  for (let j = 0; j < rest; j++) best[(1 << j) * rest + j] = distance(rest, j)
  for (let set = 1; set < 1 << rest; set++) {
    for (let j = 0; j < rest; j++) {
      const soFar = best[set * rest + j]
      if (soFar === Number.POSITIVE_INFINITY) continue
      for (let k = 0; k < rest; k++) {
        if ((set >> k) & 1) continue
        const at = (set | (1 << k)) * rest + k
        best[at] = Math.min(best[at], soFar + distance(j, k))
      }
    }
  }
  const all = ((1 << rest) - 1) * rest
  return Math.min(...Array.from({ length: rest }, (_, j) => best[all + j] + distance(j, rest)))
}

describe('the embedded instances', () => {
  for (const { name, kind, text, fileName, bestKnown } of embedded) {
    it(`${name} reads without a question and makes a ${kind} problem`, () => {
      const instance = readInstance(text, { fileName })
      expect(instance).toMatchObject({ name, kind })
      expect(factories[kind](instance.input).name).toBe(kind)
      if (instance.bestKnown !== null) expect(instance.bestKnown.bestKnown).toBe(bestKnown)
    })
  }

  it.each(embedded.filter(({ bestKnown }) => bestKnown !== null))(
    'no answer beats the best known of $name',
    async ({ name, bestKnown }) => {
      const { kind, input } = read(name)
      const report = await solve(factories[kind](input), { work: 3e6 })
      const { cost, sense, status } = report
      expect(report.feasible).toBe(true)
      const gap = ((cost as number) - (bestKnown as number)) * (sense === 'min' ? 1 : -1)
      expect(gap).toBeGreaterThan(-1e-9 * Math.abs(bestKnown as number) - 1e-12)
      if (status === 'optimal') expect(gap).toBeLessThan(1e-6 * Math.abs(bestKnown as number) + 1e-12)
    },
  )

  it('gr17: the shortest tour is 2085', () => {
    const { matrix, size } = read('gr17').input as TspInput & { matrix: ArrayLike<number>; size: number }
    expect(heldKarp(size, (a, b) => matrix[a * size + b])).toBe(2085)
  })

  it('burma14: the shortest tour is 3323', () => {
    const input = read('burma14').input as TspInput & { at: readonly (readonly [number, number])[] }
    const between = (a: number, b: number) =>
      problems.tsp({ ...input, at: [input.at[a], input.at[b]] }).cost({ tour: [0, 1] }) / 2
    const table = Array.from({ length: 14 }, (_, a) =>
      Array.from({ length: 14 }, (_, b) => (a === b ? 0 : between(a, b))),
    )
    expect(heldKarp(14, (a, b) => table[a][b])).toBe(3323)
  })

  it('E-n13-k4: the published routes cost 247', () => {
    const problem = problems.vrp(read('E-n13-k4').input as VrpInput)
    const answer = { routes: [[1], [11, 4, 7, 2], [8, 5, 3], [6, 10, 12, 9]] }
    expect(problem.check(answer)).toEqual([])
    expect(problem.cost(answer)).toBe(247)
  })

  it('petersen: the largest cut is 12', () => {
    const { nodes, edges } = read('petersen').input as MaxCutInput
    const cut = (sides: number[]) =>
      Array.from(edges.from, (a, k) => Math.abs(sides[a] - sides[edges.to[k]])).reduce((a, b) => a + b)
    expect(Math.max(...Array.from({ length: 1 << nodes }, (_, x) => cut(bitsOf(x, nodes))))).toBe(12)
  })

  it('partition10: the two heaps can be equal', () => {
    const { size, rows, columns, values, offset } = read('partition10').input as QuboInput
    const qubo = quboFromCoo(size, rows, columns, values, { offset })
    const energies = Array.from({ length: 1 << size }, (_, x) => quboEnergy(qubo, bitsOf(x, size)))
    expect(Math.min(...energies)).toBe(0)
    expect(energies[0]).toBe(156 ** 2)
  })
})
