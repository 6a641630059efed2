import { z } from 'zod'
import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds } from '../../../src/run/index.ts'
import { energyOf } from './autocorrelation.ts'
import { drawSequence } from './draw-sequence.ts'
import { labsSearch } from './labs-search.ts'

export interface LabsInput {
  /** Number of elements, 2 to 1000. */
  readonly length: number
}

/** The elements in order as a text: `1` for +1, `0` for −1. */
export interface BinarySequence {
  readonly sequence: string
}

interface Labs extends ProblemFactory<LabsInput, BinarySequence> {
  (input: LabsInput): Problem<BinarySequence>
}

const lengthSchema = z.strictObject({ length: z.int().min(2).max(1000) })

/**
 * A sequence of N elements ±1 with low autocorrelation (Golay 1977; Bernasconi 1987). Cost: the energy
 * E = Σ C_k² over k = 1 … N − 1, where C_k = Σ sᵢ·sᵢ₊ₖ; the merit factor is N²/2E.
 *
 * Model: a bit xᵢ per element and a helper y per pair whose C_k varies, y = xᵢxⱼ by Rosenberg's term
 * P·(xᵢxⱼ − 2xᵢy − 2xⱼy + 3y), so C_k is linear and C_k² quadratic. P = max(1, 8(N − k) − 15) suffices: with m wrong helpers
 * of lag k the formal C_k is off by 4d, |d| ≤ m, so setting them right costs at most C² − (C + 4d)² = −8dC − 16d² ≤
 * m·(8(N − k) − 16) and saves at least mP. Mirror images and sign changes are not excluded.
 */
export const labs = defineProblem({
  name: 'labs',
  summary: 'a binary sequence whose autocorrelations are low',
  sense: 'min',
  schema: lengthSchema,
  build,
  decode: ({ length }: LabsInput, _layout: null, point) =>
    textOf(Int8Array.from({ length }, (_, i) => (point[i] > 0.5 ? 1 : -1))),
  encode: ({ length }, _layout, answer) => pointOf(length, answer),
  check,
  cost: (_input, { sequence }) => energyOf(signsOf(sequence)),
  heuristic: ({ length }, random) => mapFinds(labsSearch(length, random), textOf),
  draw: (_input, { sequence }) => drawSequence(signsOf(sequence)),
  terms: ({ length }) => length ** 3,
  tiny: (random) => ({ length: 2 + random.below(4) }),
}) as Labs

const textOf = (signs: ArrayLike<number>): BinarySequence => ({
  sequence: Array.from(signs, (s) => (s > 0 ? '1' : '0')).join(''),
})

const signsOf = (sequence: string): Int8Array => Int8Array.from(sequence, (c) => (c === '1' ? 1 : -1))

/** Helpers stand after the elements, lag by lag. */
function build(model: Model, { length }: LabsInput): null {
  model.bits(length, (i) => `element ${i}`)
  model.minimise(1)
  for (let lag = 1; lag < length - 1; lag++) {
    const first = model.bits(length - lag, (i) => `product ${i}·${i + lag}`)
    addSquare(model, length, lag, first)
    const strength = Math.max(1, 8 * (length - lag) - 15)
    for (let i = 0; i + lag < length; i++)
      model.minimise(
        [strength, i, i + lag],
        [-2 * strength, i, first + i],
        [-2 * strength, i + lag, first + i],
        [3 * strength, first + i],
      )
  }
  return null
}

/** C_k = (N − k) − 2·Σ (xᵢ + xᵢ₊ₖ) + 4·Σ y, squared. */
function addSquare(model: Model, length: number, lag: number, first: number): void {
  const coefficients = new Map<number, number>()
  const add = (column: number, value: number) => coefficients.set(column, (coefficients.get(column) ?? 0) + value)
  for (let i = 0; i + lag < length; i++) {
    add(i, -2)
    add(i + lag, -2)
    add(first + i, 4)
  }
  const constant = length - lag
  model.objective.addConstant(constant * constant)
  const terms = [...coefficients]
  terms.forEach(([column, value], k) => {
    model.objective.addLinear(column, value * (value + 2 * constant))
    for (let m = 0; m < k; m++) model.objective.addPair(terms[m][0], column, 2 * value * terms[m][1])
  })
}

function pointOf(length: number, { sequence }: BinarySequence): Float64Array {
  const bits = Array.from(sequence, (c) => (c === '1' ? 1 : 0))
  const products: number[] = []
  for (let lag = 1; lag < length - 1; lag++)
    for (let i = 0; i + lag < length; i++) products.push(bits[i] * bits[i + lag])
  return Float64Array.from([...bits, ...products])
}

function check({ length }: LabsInput, { sequence }: BinarySequence): Violation[] {
  const violations: Violation[] = []
  const strangers = [...sequence].filter((c) => c !== '0' && c !== '1').length
  if (strangers > 0)
    violations.push({ rule: 'binary', amount: strangers, message: `${strangers} elements are neither 0 nor 1` })
  const missing = Math.abs(sequence.length - length)
  if (missing > 0)
    violations.push({
      rule: 'length',
      amount: missing,
      message: `the sequence has ${sequence.length} elements, not ${length}`,
    })
  return violations
}
