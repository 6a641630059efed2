import type { Random } from '../../../src/run/index.ts'
import type { Stride } from './in-turns.ts'
import type { PortfolioData } from './portfolio-input.ts'
import { costOf, type Relaxed, returnOf } from './portfolio-relaxation.ts'
import type { Shared } from './portfolio-tree.ts'

/** Lots per asset as weights. */
export const weightsOf = ({ lots }: PortfolioData, held: ArrayLike<number>): Float64Array =>
  Float64Array.from(held, (count) => count / (lots as number))

/** The fewest and most lots of an asset that is held. */
const fewestOf = ({ least, lots }: PortfolioData, i: number): number => Math.round(least[i] * (lots as number))
const mostOf = ({ greatest, lots }: PortfolioData, i: number): number => Math.round(greatest[i] * (lots as number))

/**
 * Whole lots near those wished for: at most as many assets as may be held, every one within its limits, all lots given out
 * where that is possible. What keeps these rules already stays as it is.
 */
export function spread(data: PortfolioData, wished: ArrayLike<number>): Int32Array {
  const { size, most } = data
  const lots = data.lots as number
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => wished[b] - wished[a] || a - b)
  const held = new Int32Array(size)
  const wanted = order.filter((i) => wished[i] > 1e-9 && mostOf(data, i) > 0).slice(0, most)
  for (const i of wanted) held[i] = Math.min(mostOf(data, i), Math.max(fewestOf(data, i), Math.floor(wished[i] + 1e-9)))
  let left = lots - held.reduce((sum, count) => sum + count, 0)
  for (let turns = 2 * lots + 2 * size; left !== 0 && turns > 0; turns--) {
    const before = left
    left -= left > 0 ? give(data, held, wished, order, left) : -take(data, held, wished)
    if (left === before) break
  }
  return held
}

/** One lot more for whom it is owed most, or the fewest lots of another asset; how many were given. */
function give(data: PortfolioData, held: Int32Array, wished: ArrayLike<number>, order: number[], left: number): number {
  let pick = -1
  let count = 0
  for (const i of order) {
    if (held[i] > 0) count++
    if (held[i] === 0 || held[i] >= mostOf(data, i)) continue
    if (pick < 0 || wished[i] - held[i] > wished[pick] - held[pick]) pick = i
  }
  const fresh = order.find((i) => held[i] === 0 && mostOf(data, i) > 0 && fewestOf(data, i) <= left)
  if (fresh !== undefined && count < data.most && (pick < 0 || wished[pick] - held[pick] < 1 - left)) pick = fresh
  if (pick < 0) return 0
  const given = held[pick] === 0 ? fewestOf(data, pick) : 1
  held[pick] += given
  return given
}

/** One lot less for whom it is least missed, or the last asset goes; how many were taken. */
function take(data: PortfolioData, held: Int32Array, wished: ArrayLike<number>): number {
  let pick = -1
  let last = -1
  for (let i = 0; i < held.length; i++) {
    if (held[i] === 0) continue
    if (last < 0 || wished[i] <= wished[last]) last = i
    if (held[i] > fewestOf(data, i) && (pick < 0 || held[i] - wished[i] > held[pick] - wished[pick])) pick = i
  }
  if (last < 0) return 0
  const taken = pick >= 0 ? 1 : held[last]
  held[pick >= 0 ? pick : last] -= taken
  return taken
}

/** How far lots are from an answer: lots, assets and shares missed, and the return missed in parts of the largest mean. */
export function missed(data: PortfolioData, held: ArrayLike<number>): number {
  const { size, fewest, most, sectors, mean, goal } = data
  const lots = data.lots as number
  const outside = (value: number, [low, high]: readonly [number, number]) => Math.max(0, low - value, value - high)
  let total = 0
  let count = 0
  let bad = 0
  let largest = 1e-12
  for (let i = 0; i < size; i++) {
    largest = Math.max(largest, Math.abs(mean[i]))
    total += held[i]
    if (held[i] === 0) continue
    count++
    bad += outside(held[i], [fewestOf(data, i), mostOf(data, i)])
  }
  bad += Math.abs(total - lots) + outside(count, [fewest, most])
  for (const { isMember, weight, count: counts } of sectors) {
    let weightHeld = 0
    let assetsHeld = 0
    for (let i = 0; i < size; i++) {
      if (!isMember[i] || held[i] === 0) continue
      weightHeld += held[i]
      assetsHeld++
    }
    const off = outside(weightHeld / lots, weight)
    bad += (off > 1e-9 ? off : 0) + outside(assetsHeld, counts)
  }
  const short = goal === null ? 0 : (goal - returnOf(data, weightsOf(data, held))) / largest
  return bad + (short > 1e-9 ? short : 0)
}

interface Position {
  readonly held: Int32Array
  readonly bad: number
  readonly value: number
}

const placed = (data: PortfolioData, held: Int32Array): Position => ({
  held,
  bad: missed(data, held),
  value: costOf(data, weightsOf(data, held)),
})

const isBetter = (a: Position, b: Position): boolean =>
  a.bad < b.bad - 1e-9 || (a.bad <= b.bad + 1e-9 && a.value < b.value - 1e-12 * Math.abs(b.value))

/** All ways to move one lot, the fewest lots that may move, or everything, from one asset to another. */
function* moves(data: PortfolioData, held: Int32Array): Generator<Int32Array> {
  for (let from = 0; from < held.length; from++) {
    if (held[from] === 0) continue
    for (let to = 0; to < held.length; to++) {
      if (to === from || mostOf(data, to) === 0) continue
      const amounts = new Set([1, held[from], Math.max(1, held[to] === 0 ? fewestOf(data, to) : 1)])
      for (const amount of amounts) if (isWithin(data, held, [from, to, amount])) yield moved(held, from, to, amount)
    }
  }
}

function isWithin(
  data: PortfolioData,
  held: Int32Array,
  [from, to, amount]: readonly [number, number, number],
): boolean {
  const left = held[from] - amount
  const sum = held[to] + amount
  return (left === 0 || left >= fewestOf(data, from)) && sum >= fewestOf(data, to) && sum <= mostOf(data, to)
}

function moved(held: Int32Array, from: number, to: number, amount: number): Int32Array {
  const next = held.slice()
  next[from] -= amount
  next[to] += amount
  return next
}

/** Moves that help, first come first taken, until there is none or `trials` have been looked at; no chance. */
export function mended(data: PortfolioData, start: Int32Array, trials = 4000): Int32Array {
  let current = placed(data, start)
  for (let improved = true; improved && current.bad > 0; ) {
    improved = false
    for (const held of moves(data, current.held)) {
      const next = placed(data, held)
      improved = isBetter(next, current)
      if (improved) current = next
      if (improved || --trials <= 0) break
    }
    if (trials <= 0) break
  }
  return current.held
}

/** Iterated local search over lots: moves while they help, then a few lots of the best moved at random. Never ends. */
export function* portfolioLots(
  data: PortfolioData,
  start: Relaxed,
  shared: Shared,
  random: Random,
): Generator<Stride, void> {
  const cost = data.size * (data.most + 3)
  const lots = data.lots as number
  let best = placed(
    data,
    spread(
      data,
      start.weights.map((w) => w * lots),
    ),
  )
  for (let round = 0; ; round++) {
    let current = round === 0 ? best : placed(data, shaken(data, best.held, random))
    yield { work: 2 * cost }
    for (let improved = true; improved; ) {
      improved = false
      for (const held of moves(data, current.held)) {
        const next = placed(data, held)
        improved = isBetter(next, current)
        if (improved) current = next
        yield { work: cost }
        if (improved) break
      }
    }
    if (round === 0 || isBetter(current, best)) best = current
    if (best.bad === 0 && best.value < (shared.best?.value ?? Number.POSITIVE_INFINITY))
      shared.best = { point: weightsOf(data, best.held), value: best.value }
  }
}

function shaken(data: PortfolioData, held: Int32Array, random: Random): Int32Array {
  const next = Float64Array.from(held)
  for (let kick = 1 + random.below(3); kick > 0; kick--) {
    const to = random.below(held.length)
    const from = random.below(held.length)
    next[to] += next[from]
    next[from] = 0
  }
  return spread(data, next)
}
