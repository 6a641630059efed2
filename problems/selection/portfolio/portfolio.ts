import { readBy } from '../../../src/parse.ts'
import { defineProblem, type OverloadedFactory, type Problem, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { drawFrontier } from './draw-frontier.ts'
import {
  type BulkPortfolio,
  type NamedPortfolio,
  type PortfolioData,
  type PortfolioInput,
  readPortfolio,
  slip,
} from './portfolio-input.ts'
import { mended, missed, spread, weightsOf } from './portfolio-lots.ts'
import {
  buildPortfolio,
  hasWholeReturns,
  lotsAt,
  type PortfolioLayout,
  pointOf,
  portfolioTerms,
} from './portfolio-model.ts'
import { costOf, returnOf } from './portfolio-relaxation.ts'
import { portfolioSearch } from './portfolio-search.ts'
import { completed } from './portfolio-sets.ts'

/** The share of each asset: by name where there are names, only of those held; else one number per asset. */
export interface Weights<Of = Readonly<Record<string, number>> | readonly number[]> {
  readonly weights: Of
}

interface Portfolio extends OverloadedFactory<PortfolioInput, Weights> {
  <const Name extends string>(input: NamedPortfolio<Name>): Problem<Weights<Readonly<Partial<Record<Name, number>>>>>
  (input: BulkPortfolio & { readonly names: readonly string[] }): Problem<Weights<Readonly<Record<string, number>>>>
  (input: BulkPortfolio & { readonly names?: undefined }): Problem<Weights<readonly number[]>>
  (input: BulkPortfolio): Problem<Weights>
}

/**
 * Mean–variance choice of a portfolio (Markowitz 1952) with few assets (Chang, Meade, Beasley and Sharaiha 2000): the
 * weights w ≥ 0, Σ w = 1, of least variance wᵀΣw whose expected return Σ μᵢwᵢ, less fee·Σ|wᵢ − heldᵢ|, is at least
 * `return`. At most `hold` assets are held, or `exactly` so many; a held asset weighs between `min` and `max`; sectors
 * limit joint weight and number. The cost is the variance, or λ·variance − (1 − λ)·net return with `aversion` λ.
 *
 * With `lots`, weights are whole multiples of 1/lots and the model is exact. Without, they are real numbers: the domain
 * method proves its answer by branch and bound over the sets held, each with its optimal weights; a model on a coarse grid
 * serves other solvers to choose a set, whose weights `decode` then makes optimal.
 */
export const portfolio = defineProblem({
  name: 'portfolio',
  summary: 'few assets and their weights, of least variance for an expected return',
  sense: 'min',
  schema: readBy('expected an object with "assets" or "mean"', readPortfolio),
  build: buildPortfolio,
  decode,
  encode,
  check,
  cost: (data: PortfolioData, answer: Weights) => costOf(data, weightsIn(data, answer)),
  heuristic: (data, random) => mapFinds(portfolioSearch(data, random), (found) => answerOf(data, found)),
  draw: (data, answer) => drawFrontier(data, weightsIn(data, answer)),
  terms: portfolioTerms,
  inexact: (data) => {
    if (data.lots === null) return 'the model puts the weights on a coarse grid to choose the assets'
    return hasWholeReturns(data) ? null : 'the model rounds the expected returns, which are no whole millionths'
  },
  tiny,
}) as Portfolio

function answerOf({ names }: PortfolioData, weights: Float64Array): Weights {
  if (names === null) return { weights: Array.from(weights) }
  return { weights: Object.fromEntries(names.flatMap((name, i) => (weights[i] > 0 ? [[name, weights[i]]] : []))) }
}

/** One number per asset; what is unknown or no number counts as nothing. */
function weightsIn({ size, names }: PortfolioData, { weights }: Weights): Float64Array {
  const of = (i: number) =>
    names === null ? (weights as readonly number[])[i] : (weights as Readonly<Record<string, number>>)[names[i]]
  return Float64Array.from({ length: size }, (_, i) => (Number.isFinite(of(i)) ? of(i) : 0))
}

function decode(data: PortfolioData, layout: PortfolioLayout, point: Float64Array): Weights {
  const held = lotsAt(layout, point)
  if (data.lots === null) {
    const chosen = Array.from(held.keys()).filter((i) => held[i] > 0)
    const set = chosen.sort((a, b) => held[b] - held[a] || a - b).slice(0, data.most)
    return answerOf(data, completed(data, set).relaxed.weights)
  }
  const lots = missed(data, held) === 0 ? Int32Array.from(held) : mended(data, spread(data, held))
  return answerOf(data, weightsOf(data, lots))
}

/** Null off the grid of the model, and for real weights, where its objective is not the cost. */
function encode(data: PortfolioData, layout: PortfolioLayout, answer: Weights): Float64Array | null {
  const { lots } = data
  if (lots === null) return null
  const held = weightsIn(data, answer).map((w) => Math.round(w * lots))
  return missed(data, held) === 0 ? pointOf(data, layout, held) : null
}

function check(data: PortfolioData, answer: Weights): Violation[] {
  const strange = strangers(data, answer)
  if (strange.length > 0) return strange
  const weights = weightsIn(data, answer)
  const total = weights.reduce((sum, w) => sum + w, 0)
  return [
    ...broken('all invested', Math.abs(total - 1), `the weights add up to ${total}, not 1`),
    ...limits(data, weights),
    ...counts(data, weights),
    ...returns(data, weights),
  ]
}

const broken = (rule: string, amount: number, message: string, item?: string | number): Violation[] =>
  amount > slip ? [{ rule, amount, message, ...(item === undefined ? {} : { item }) }] : []

function strangers({ size, names }: PortfolioData, { weights }: Weights): Violation[] {
  const off = names === null ? Math.abs((weights as readonly number[]).length - size) : 0
  if (off > 0) return broken('a weight per asset', off, `there are not ${size} weights`)
  const known = names === null ? null : new Set(names)
  return Object.entries(weights).flatMap(([asset, weight]) => {
    if (known !== null && !known.has(asset)) return broken('known asset', 1, `"${asset}" is no asset`, asset)
    return Number.isFinite(weight) ? [] : broken('a number', 1, `the weight of ${asset} is no number`, asset)
  })
}

function limits(data: PortfolioData, weights: Float64Array): Violation[] {
  const { names, least, greatest, lots, sectors } = data
  const each = Array.from(weights).flatMap((w, i) => {
    if (w === 0) return []
    const name = names?.[i] ?? i
    const grid = lots === null ? 0 : Math.abs(w * lots - Math.round(w * lots))
    return [
      ...broken('limits', Math.max(least[i] - w, w - greatest[i], 0 - w), `${name} has ${w} outside its limits`, name),
      ...broken('whole lots', grid, `${name} has ${w}, no whole number of lots`, name),
    ]
  })
  const joint = sectors.flatMap(({ name, isMember, weight: [low, high] }) => {
    const sum = weights.reduce((total, w, i) => total + (isMember[i] ? w : 0), 0)
    return broken(
      'sector weight',
      Math.max(low - sum, sum - high),
      `sector "${name}" has ${sum} outside its limits`,
      name,
    )
  })
  return [...each, ...joint]
}

function counts({ fewest, most, sectors }: PortfolioData, weights: Float64Array): Violation[] {
  const held = weights.reduce((sum, w) => sum + (w > 0 ? 1 : 0), 0)
  const inside = sectors.flatMap(({ name, isMember, count: [low, high] }) => {
    const own = weights.reduce((sum, w, i) => sum + (w > 0 && isMember[i] ? 1 : 0), 0)
    return broken('sector count', Math.max(low - own, own - high), `sector "${name}" has ${own} assets`, name)
  })
  return [...broken('assets held', Math.max(fewest - held, held - most), `${held} assets are held`), ...inside]
}

function returns(data: PortfolioData, weights: Float64Array): Violation[] {
  const { goal, mean } = data
  if (goal === null) return []
  const net = returnOf(data, weights)
  const largest = mean.reduce((most, m) => Math.max(most, Math.abs(m)), 1e-12)
  if (goal - net <= slip * largest) return []
  const message = `the expected return is ${net}, not ${goal}`
  return [{ rule: 'expected return', amount: goal - net, message }]
}

function tiny(random: Random): PortfolioInput {
  const names = ['gold', 'oil', 'corn', 'rail'].slice(0, 3 + random.below(2))
  const lots = names.length === 3 ? 3 + random.below(2) : 3
  const thousandth = () => (1 + random.below(9)) / 1000
  const assets = Object.fromEntries(names.map((name) => [name, { mean: thousandth(), deviation: thousandth() * 10 }]))
  const correlation = names.slice(1).map((name, i) => [names[i], name, (random.below(9) - 4) / 10] as const)
  const base = { assets, correlation, lots }
  const extra: readonly object[] = [
    { hold: 2 },
    { hold: 2, return: 0.004 },
    { exactly: 2 },
    { aversion: 0.5, held: { gold: 2 / lots, oil: 1 / lots }, fee: 0.001 },
    { sectors: { fields: { assets: ['oil', 'corn'], weight: [0, 0.7], count: [0, 1] } } },
  ]
  return { ...base, ...extra[random.below(extra.length)] }
}
