import type { Model } from '../../src/model/index.ts'
import { type Clauses, isSatisfied, lossOf, occurrencesOf } from './clauses.ts'

/**
 * Adds weight × the product of the factors that are 1 where a literal fails (x for !x, 1 − x for x). With S1 their sum and
 * S2 the sum of their products in pairs, a product of d ≥ 3 factors is the minimum over helper bits w₁ … wₙ, n = ⌊(d − 1)/2⌋,
 * of S2 + Σ wᵢ·(cᵢ·(2i − S1) − 1), cᵢ = 1 for the last helper of an odd product, else 2 (Ishikawa 2011, "Transformation of
 * general binary MRF minimization to the first-order case", for positive coefficients; the factors need not be bits).
 */
export function minimiseClause(model: Model, literals: ArrayLike<number>, weight: number): void {
  const degree = literals.length
  if (degree === 1) addFactor(model, literals[0], weight)
  for (let i = 0; i < degree; i++) for (let j = 0; j < i; j++) addProduct(model, literals[j], literals[i], weight)
  const helpers = Math.floor((degree - 1) / 2)
  for (let i = 1; i <= helpers; i++) {
    const slope = slopeOf(degree, i)
    const helper = model.bit()
    // slope·2i − 1 − slope·S1, where S1 = (literals that are not negated) + Σ ± x.
    const positive = Array.from(literals).filter((l) => !(l & 1)).length
    model.objective.addLinear(helper, weight * (slope * (2 * i - positive) - 1))
    for (let k = 0; k < degree; k++)
      model.objective.addPair(literals[k] >> 1, helper, weight * (literals[k] & 1 ? -slope : slope))
  }
}

const slopeOf = (degree: number, i: number): number => (degree % 2 === 1 && i === (degree - 1) / 2 ? 1 : 2)

function addFactor(model: Model, literal: number, weight: number): void {
  if (!(literal & 1)) model.objective.addConstant(weight)
  model.objective.addLinear(literal >> 1, literal & 1 ? weight : -weight)
}

/** weight·f·g for two literals' factors. */
function addProduct(model: Model, f: number, g: number, weight: number): void {
  const { objective } = model
  const [x, y] = [f >> 1, g >> 1]
  if (f & 1 && g & 1) objective.addPair(x, y, weight)
  else if (f & 1 || g & 1) {
    objective.addLinear(f & 1 ? x : y, weight)
    objective.addPair(x, y, -weight)
  } else {
    objective.addConstant(weight)
    objective.addLinear(x, -weight)
    objective.addLinear(y, -weight)
    objective.addPair(x, y, weight)
  }
}

/** The best value of every helper, in the order of the columns: helper i helps where slope·(2i − S1) < 1. */
export function helpersOf({ start, literal, weight }: Clauses, values: ArrayLike<number>): number[] {
  const helpers: number[] = []
  for (let c = 0; c < weight.length; c++) {
    if (weight[c] === Number.POSITIVE_INFINITY) continue
    const degree = start[c + 1] - start[c]
    let failing = 0
    for (let k = start[c]; k < start[c + 1]; k++) if (values[literal[k] >> 1] === (literal[k] & 1)) failing++
    for (let i = 1; i <= Math.floor((degree - 1) / 2); i++)
      helpers.push(slopeOf(degree, i) * (2 * i - failing) < 1 ? 1 : 0)
  }
  return helpers
}

/**
 * Values that break fewer rules, none where a short walk succeeds: from a broken clause the variable whose flip breaks least,
 * then the one that was flipped least often (a walk with memory, no chance). Unchanged when every rule holds.
 */
export function mended(clauses: Clauses, values: Uint8Array): Uint8Array {
  const { broken } = lossOf(clauses, values)
  if (broken.length === 0) return values
  const walker = values.slice()
  const { start, clause } = occurrencesOf(clauses)
  const flips = new Uint32Array(clauses.size)
  const unsatisfied = new Set(broken)
  const rulesOf = (literal: number) =>
    Array.from(clause.subarray(start[literal], start[literal + 1])).filter(
      (c) => clauses.weight[c] === Number.POSITIVE_INFINITY,
    )
  let least = { values, count: unsatisfied.size }
  for (let step = 0; step < 20 * clauses.size && unsatisfied.size > 0; step++) {
    const [c] = unsatisfied
    const v = leastHarm(clauses, c, walker, flips, rulesOf)
    walker[v] ^= 1
    flips[v]++
    for (const rule of rulesOf(2 * v + (1 - walker[v]))) unsatisfied.delete(rule)
    for (const rule of rulesOf(2 * v + walker[v])) if (!isSatisfied(clauses, rule, walker)) unsatisfied.add(rule)
    if (unsatisfied.size < least.count) least = { values: walker.slice(), count: unsatisfied.size }
  }
  return least.values
}

function leastHarm(
  clauses: Clauses,
  c: number,
  values: Uint8Array,
  flips: Uint32Array,
  rulesOf: (literal: number) => number[],
): number {
  let best = { variable: -1, harm: Number.POSITIVE_INFINITY }
  for (let k = clauses.start[c]; k < clauses.start[c + 1]; k++) {
    const v = clauses.literal[k] >> 1
    values[v] ^= 1
    const broken = rulesOf(2 * v + values[v]).filter((rule) => !isSatisfied(clauses, rule, values)).length
    values[v] ^= 1
    const harm = broken + flips[v]
    if (harm < best.harm) best = { variable: v, harm }
  }
  return best.variable
}
