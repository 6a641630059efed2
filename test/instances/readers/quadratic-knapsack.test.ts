import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { QuadraticKnapsackInput } from '../../../instances/index.ts'
import { readInstance } from '../../../instances/index.ts'
import {
  looksLikeQuadraticKnapsack,
  printQuadraticKnapsack,
  readQuadraticKnapsack,
} from '../../../instances/readers/quadratic-knapsack.ts'
import { formatPromises } from '../../contracts/format.ts'

const listOf = (length: number) => fc.array(fc.nat(99), { minLength: length, maxLength: length })
const inputs = fc
  .integer({ min: 1, max: 5 })
  .chain((n) => fc.tuple(listOf(n), listOf(n), listOf((n * (n - 1)) / 2), fc.nat(99)))
  .map(([value, weight, shared, capacity]) => {
    const all = value.flatMap((_, i) => value.slice(i + 1).map((_, k) => [i, i + 1 + k]))
    const some = all.flatMap(([i, j], k) => (shared[k] === 0 ? [] : [{ i, j, v: shared[k] }]))
    const pairs = { from: some.map((p) => p.i), to: some.map((p) => p.j), value: some.map((p) => p.v) }
    return { value, weight, capacity, pairs }
  })

const sample = 'r_2\n2\n 3 4\n 5\n\n0\n7\n 1 2\n\nComments\n\nDensity : 100 %\n'

describe('the files of Billionnet and Soutif', () => {
  for (const { promise, check } of formatPromises<QuadraticKnapsackInput>({
    name: 'quadraticKnapsackText',
    parse: (text) => readQuadraticKnapsack(text).input,
    print: (input) => printQuadraticKnapsack(input, 'r'),
    forms: inputs,
    countsLines: true,
  }))
    it(promise, check)

  it('read as their values, pairs, capacity and weights', () => {
    const { kind, name, input } = readInstance(sample, { fileName: 'x.txt' })
    expect([kind, name]).toEqual(['quadraticKnapsack', 'r_2'])
    expect(input).toEqual({
      value: Float64Array.of(3, 4),
      weight: Float64Array.of(1, 2),
      capacity: 7,
      pairs: { from: [0], to: [1], value: [5] },
    })
  })

  it('are known by their triangle', () => {
    expect(looksLikeQuadraticKnapsack(sample)).toBe(true)
    expect(looksLikeQuadraticKnapsack(sample.replace(' 3 4', ' 3 4 5'))).toBe(false)
  })

  it('with an exact capacity are refused', () => {
    expect(() => readQuadraticKnapsack(sample.replace('\n0\n7', '\n1\n7'))).toThrow('must be met exactly')
  })
})

const folder = process.env.ISINGLASS_INSTANCES

describe.skipIf(!folder)('the standard files (skipped unless ISINGLASS_INSTANCES names their folder)', () => {
  it('have as many items as their names say, and a best value', () => {
    for (const file of readdirSync(join(folder as string, 'qkp'))) {
      const { input, bestKnown } = readInstance(readFileSync(join(folder as string, 'qkp', file), 'utf8'), {
        fileName: file,
      })
      expect([file, (input as QuadraticKnapsackInput).value.length]).toEqual([file, Number(file.split('_')[1])])
      expect(bestKnown?.sense).toBe('max')
    }
  })
})
