import type { Random } from '../../../src/run/index.ts'
import { log2 } from '../../logarithm.ts'
import { Factor } from '../portfolio/factor.ts'

/** What was tried: choices[n][p] is the option of parameter p (counted from 0) in trial n, costs[n] what it cost. */
export interface Trials {
  readonly sizes: readonly number[]
  readonly choices: readonly (readonly number[])[]
  readonly costs: readonly number[]
}

/** Costs of options (numbered through) and of pairs of options that explain the trials, up to a constant. */
export interface Surrogate {
  readonly own: Float64Array
  readonly pairs: readonly (readonly [number, number, number])[]
}

/** Prior variances of an option's and a pair's cost, and of noise, in parts of the variance of the costs. */
interface Prior {
  readonly own: number
  readonly pair: number
  readonly noise: number
}

const shares = [0.9, 0.6, 0.3]
const noises = [0.001, 0.03, 0.3]

/**
 * Bayesian linear regression on the indicators of values and of pairs of values (the second-order model of Baptista and
 * Poloczek 2018, "Bayesian optimization of combinatorial structures", with a ridge in place of the horseshoe). Two trials are as alike as the
 * values and pairs they share, so everything is done on a table of trials × trials; the ridge is the one of nine under which
 * the trials are likeliest. With `random`, a draw from the posterior (Thompson 1933) by conditioning a draw from the prior
 * (Matheron's rule; Wilson et al. 2020); without, its mean.
 */
export function fitSurrogate(trials: Trials, random: Random | null): Surrogate {
  const { sizes, choices, costs } = trials
  const count = choices.length
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, count)
  const spread = Math.sqrt(costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / Math.max(1, count)) || 1
  const target = costs.map((cost) => (cost - mean) / spread)
  const { prior, factor, scale } = likeliest(trials, target)
  const drawn = drawnFrom(sizes, prior, random === null ? null : { random, scale: Math.sqrt(scale) })
  const noise = random === null ? 0 : Math.sqrt(scale * prior.noise)
  const missing = target.map(
    (y, n) => y - explained(drawn, choices[n]) - (noise === 0 ? 0 : noise * bell(random as Random)),
  )
  const pull = factor.backward(factor.forward(missing))
  choices.forEach((choice, n) => {
    addTrial(drawn, choice, { own: prior.own * pull[n], pair: prior.pair * pull[n] })
  })
  return scaledBy(drawn, spread)
}

interface Tables {
  readonly start: readonly number[]
  readonly sizes: readonly number[]
  readonly own: Float64Array
  /** For parameters p < q the table size(p) × size(q). */
  readonly pair: readonly (readonly Float64Array[])[]
}

function priorOf(parameters: number, share: number, noise: number): Prior {
  const pairs = (parameters * (parameters - 1)) / 2
  const own = pairs === 0 ? 1 : share
  return { own: own / parameters, pair: pairs === 0 ? 0 : (1 - own) / pairs, noise }
}

interface Fit {
  readonly prior: Prior
  readonly factor: Factor
  /** What the variances are multiplied by to be likeliest. */
  readonly scale: number
  readonly likelihood: number
}

function likeliest({ sizes, choices }: Trials, target: readonly number[]): Fit {
  const equal = choices.map((a) => choices.map((b) => a.reduce((sum, option, p) => sum + (option === b[p] ? 1 : 0), 0)))
  const fits = shares.flatMap((share) =>
    noises.map((noise) => fitted(priorOf(sizes.length, share, noise), equal, target)),
  )
  return fits.reduce((best, fit) => (fit.likelihood > best.likelihood ? fit : best))
}

function fitted(prior: Prior, equal: readonly (readonly number[])[], target: readonly number[]): Fit {
  const alike = (shared: number) => prior.own * shared + (prior.pair * shared * (shared - 1)) / 2
  const factor = new Factor((i, j) => alike(equal[i][j]) + (i === j ? prior.noise : 0))
  for (let n = 0; n < target.length; n++) factor.append(n)
  const misfit = factor.forward(target).reduce((sum, y) => sum + y * y, 0)
  const scale = target.length === 0 || misfit === 0 ? 1 : misfit / target.length
  const volume = factor.pivots().reduce((sum, pivot) => sum + log2(pivot), 0)
  return { prior, factor, scale, likelihood: -volume - (target.length / 2) * log2(scale) }
}

function drawnFrom(
  sizes: readonly number[],
  prior: Prior,
  dice: { readonly random: Random; readonly scale: number } | null,
): Tables {
  const draw = (variance: number) => (dice === null ? 0 : dice.scale * Math.sqrt(variance) * bell(dice.random))
  const fill = (length: number, variance: number) => Float64Array.from({ length }, () => draw(variance))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const start = sizes.map((_, p) => sizes.slice(0, p).reduce((sum, size) => sum + size, 0))
  const own = fill(total, prior.own)
  const pair = sizes.map((a, p) => sizes.map((b, q) => fill(p < q ? a * b : 0, prior.pair)))
  return { start, sizes, own, pair }
}

function explained({ start, sizes, own, pair }: Tables, choice: readonly number[]): number {
  let total = 0
  for (let p = 0; p < choice.length; p++) {
    total += own[start[p] + choice[p]]
    for (let q = p + 1; q < choice.length; q++) total += pair[p][q][choice[p] * sizes[q] + choice[q]]
  }
  return total
}

function addTrial(
  { start, sizes, own, pair }: Tables,
  choice: readonly number[],
  add: Pick<Prior, 'own' | 'pair'>,
): void {
  for (let p = 0; p < choice.length; p++) {
    own[start[p] + choice[p]] += add.own
    for (let q = p + 1; q < choice.length; q++) pair[p][q][choice[p] * sizes[q] + choice[q]] += add.pair
  }
}

function scaledBy({ start, sizes, own, pair }: Tables, spread: number): Surrogate {
  const pairs: [number, number, number][] = []
  for (let p = 0; p < sizes.length; p++)
    for (let q = p + 1; q < sizes.length; q++)
      pair[p][q].forEach((cost, k) => {
        if (cost !== 0) pairs.push([start[p] + Math.floor(k / sizes[q]), start[q] + (k % sizes[q]), spread * cost])
      })
  return { own: own.map((cost) => spread * cost), pairs }
}

/** Mean 0, variance 1, near normal: twelve uniform numbers less 6, equal on every engine. */
function bell(random: Random): number {
  let sum = -6
  for (let k = 0; k < 12; k++) sum += random.unit()
  return sum
}
