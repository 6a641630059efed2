import type { Random } from '../../../src/run/index.ts'
import type { Stride } from './in-turns.ts'
import type { PortfolioData } from './portfolio-input.ts'
import { piecesOf, type Relaxed, relax } from './portfolio-relaxation.ts'
import { cleaned, type Shared } from './portfolio-tree.ts'

/** A set of assets with its best weights; `bad` is 0 when they are an answer. */
interface Priced {
  readonly set: readonly number[]
  readonly bad: number
  readonly relaxed: Relaxed
}

const candidates = 24

export const isBetter = (a: Priced, b: Priced): boolean =>
  a.bad < b.bad - 1e-9 ||
  (a.bad === 0 && b.bad === 0 && a.relaxed.value < b.relaxed.value - 1e-12 * Math.abs(b.relaxed.value))

/** The best weights when exactly these assets are held. */
export function price(data: PortfolioData, set: readonly number[]): Priced {
  const relaxed = relax(data, set, { low: data.least, high: data.greatest })
  return { set, bad: miscount(data, set) + relaxed.shortfall, relaxed }
}

/** By how much the counts are missed. */
function miscount({ fewest, most, sectors }: PortfolioData, set: readonly number[]): number {
  const missed = (held: number, [few, many]: readonly [number, number]) => Math.max(0, few - held, held - many)
  return sectors.reduce(
    (sum, { isMember, count }) => sum + missed(set.filter((i) => isMember[i]).length, count),
    missed(set.length, [fewest, most]),
  )
}

/**
 * Iterated local search over the sets of assets that are held: one is exchanged, added or dropped while that helps, each set priced
 * with its optimal weights; then one to three of the best set are exchanged at random. Never ends.
 */
export function* portfolioSets(
  data: PortfolioData,
  start: Relaxed,
  shared: Shared,
  random: Random,
): Generator<Stride, void> {
  let best = price(data, heaviest(data, start.weights))
  yield { work: best.relaxed.work }
  for (let round = 0; ; round++) {
    let current = best
    if (round > 0) {
      current = price(data, shaken(data, best.set, random))
      yield { work: current.relaxed.work }
    }
    for (let improved = true; improved; ) {
      improved = false
      for (const set of neighbours(data, current)) {
        const next = price(data, set)
        improved = isBetter(next, current)
        if (improved) current = next
        yield { work: next.relaxed.work + data.size }
        if (improved) break
      }
    }
    if (round === 0 || isBetter(current, best)) best = current
    if (best.bad === 0 && best.relaxed.value < (shared.best?.value ?? Number.POSITIVE_INFINITY))
      shared.best = { point: cleaned(data, best.relaxed.weights), value: best.relaxed.value }
  }
}

/** As many assets as may be held, the heaviest first; of equals the one with less variance. */
export function heaviest({ size, most, greatest, covariance }: PortfolioData, weights: ArrayLike<number>): number[] {
  const variance = (i: number) => covariance[i * (size + 1)]
  return Array.from({ length: size }, (_, i) => i)
    .filter((i) => greatest[i] > 0)
    .sort((a, b) => weights[b] - weights[a] || variance(a) - variance(b) || a - b)
    .slice(0, most)
}

/** Exchanges with the most promising outsiders first, then additions and removals. */
function* neighbours(data: PortfolioData, { set, relaxed, bad }: Priced): Generator<number[]> {
  const outside = promising(data, set, relaxed, bad).slice(0, candidates)
  for (const into of outside) for (let k = 0; k < set.length; k++) yield set.with(k, into)
  if (set.length < data.most || bad > 0) for (const into of outside) yield [...set, into]
  if (set.length > 1) for (let k = 0; k < set.length; k++) yield set.toSpliced(k, 1)
}

/** Assets outside a set by what their first unit of weight would win at the present prices; by return while infeasible. */
export function promising(
  data: PortfolioData,
  set: readonly number[],
  { weights, price }: Relaxed,
  bad: number,
): number[] {
  const { size, risk, greatest, least, aversion } = data
  const inside = new Set(set)
  const outside = Array.from({ length: size }, (_, i) => i).filter((i) => !inside.has(i) && greatest[i] > 0)
  const win = Float64Array.from({ length: size }, (_, i) => {
    const gain = piecesOf(data, i, 0, Math.max(greatest[i], least[i]))[0]?.gain ?? 0
    if (bad > 0) return gain
    let slope = 0
    for (let j = 0; j < size; j++) slope += 2 * weights[j] * risk[i * size + j]
    return (price + 1 - aversion) * gain - slope
  })
  return outside.sort((a, b) => win[b] - win[a] || a - b)
}

function shaken({ size, greatest }: PortfolioData, set: readonly number[], random: Random): number[] {
  const next = [...set]
  for (let kick = 1 + random.below(3); kick > 0; kick--) {
    const into = random.below(size)
    if (greatest[into] > 0 && !next.includes(into)) next[random.below(next.length)] = into
  }
  return next
}

/** A set mended until its weights are an answer, and filled while another asset helps; no chance, at most so many trials. */
export function completed(data: PortfolioData, set: readonly number[]): Priced {
  let current = price(data, set.length > 0 ? set : heaviest(data, new Float64Array(data.size)))
  for (let trials = 400; current.bad > 0 && trials > 0; ) {
    let better: Priced | null = null
    for (const next of neighbours(data, current)) {
      const priced = price(data, next)
      if (isBetter(priced, current)) better = priced
      if (better || --trials <= 0) break
    }
    if (better === null) break
    current = better
  }
  while (current.bad === 0 && current.set.length < data.most) {
    const fuller = promising(data, current.set, current.relaxed, 0)
      .slice(0, 3)
      .map((into) => price(data, [...current.set, into]))
      .find((next) => isBetter(next, current))
    if (fuller === undefined) break
    current = fuller
  }
  return current
}
