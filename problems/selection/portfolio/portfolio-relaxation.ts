import type { PortfolioData } from './portfolio-input.ts'
import { type Row, solveProgramme } from './quadratic-programme.ts'

/** A part of an asset's weight that earns `gain` per unit: what is kept saves the fee, what is bought pays it. */
export interface Piece {
  readonly asset: number
  readonly low: number
  readonly high: number
  readonly gain: number
}

/** The pieces of weight low … high of an asset, the better one first: the return net of fees is concave in the weight. */
export function piecesOf({ mean, held, fee }: PortfolioData, asset: number, low: number, high: number): Piece[] {
  const own = fee > 0 ? held[asset] : 0
  const kept = { asset, low: Math.min(low, own), high: Math.min(high, own), gain: mean[asset] + fee }
  const bought = { asset, low: Math.max(0, low - own), high: Math.max(0, high - own), gain: mean[asset] - fee }
  return [kept, bought].filter((piece) => piece.high > 0)
}

/** What selling everything held today costs; the pieces' gains count from there. */
export const feeOfSelling = ({ held, fee }: PortfolioData): number => fee * held.reduce((sum, h) => sum + h, 0)

export interface Relaxed {
  /** Weight per asset. */
  readonly weights: Float64Array
  /** What the weights cost in the relaxation; Infinity when nothing is feasible. */
  readonly value: number
  /** No feasible weights cost less, rounding included; Infinity when that is proven of none. */
  readonly bound: number
  /** 0 when feasible; else 1 and what is missing of the return, in parts of the largest gain. */
  readonly shortfall: number
  /** What another unit of expected return costs. */
  readonly price: number
  readonly work: number
}

/** The cheapest weights between low and high of the assets listed, whatever their number; the others have weight 0. */
export function relax(
  data: PortfolioData,
  assets: ArrayLike<number>,
  limits: { readonly low: Float64Array; readonly high: Float64Array },
): Relaxed {
  const { size, aversion, goal } = data
  const pieces = Array.from(assets).flatMap((i) => piecesOf(data, i, limits.low[i], limits.high[i]))
  const gains = Float64Array.from(pieces, (piece) => piece.gain)
  const sold = feeOfSelling(data)
  const { point, value, bound, multipliers, work } = solveProgramme({
    quadratic: data.risk,
    order: size,
    thing: Int32Array.from(pieces, (piece) => piece.asset),
    linear: gains.map((gain) => (aversion === 1 ? 0 : -(1 - aversion) * gain)),
    lower: Float64Array.from(pieces, (piece) => piece.low),
    upper: Float64Array.from(pieces, (piece) => piece.high),
    budget: 1,
    rows: [...(goal === null ? [] : [{ coefficients: gains, bound: goal + sold }]), ...sectorRows(data, pieces)],
  })
  const weights = new Float64Array(size)
  const total = value < Number.POSITIVE_INFINITY ? point.reduce((sum, x) => sum + x, 0) : 1
  pieces.forEach((piece, k) => {
    weights[piece.asset] += point[k] / total
  })
  const shortfall = value < Number.POSITIVE_INFINITY ? 0 : 1 + missingReturn(pieces, goal === null ? 0 : goal + sold)
  const price = goal === null ? 0 : multipliers[1]
  const fees = (1 - aversion) * sold
  return { weights, value: value + fees, bound: bound + fees, shortfall, price, work }
}

/** What the best return without sectors misses of the goal, in parts of the largest gain; 1 when not all can be invested. */
function missingReturn(pieces: readonly Piece[], goal: number): number {
  let left = 1
  let reached = 0
  let largest = 1e-12
  for (const { low, gain } of pieces) {
    left -= low
    reached += low * gain
    largest = Math.max(largest, Math.abs(gain))
  }
  for (const { low, high, gain } of [...pieces].sort((a, b) => b.gain - a.gain)) {
    const more = Math.max(0, Math.min(left, high - low))
    left -= more
    reached += more * gain
  }
  return Math.abs(left) > 1e-9 ? 1 : Math.min(1, Math.max(0, goal - reached) / largest)
}

function sectorRows({ sectors }: PortfolioData, pieces: readonly Piece[]): Row[] {
  return sectors.flatMap(({ isMember, weight: [least, most] }) => {
    const inside = Float64Array.from(pieces, (piece) => isMember[piece.asset])
    return [
      ...(least > 0 ? [{ coefficients: inside, bound: least }] : []),
      ...(most < 1 ? [{ coefficients: inside.map((a) => 0 - a), bound: -most }] : []),
    ]
  })
}

/** λ·variance − (1 − λ)·(expected return − fee·what is bought and sold). */
export function costOf(data: PortfolioData, weights: ArrayLike<number>): number {
  const { aversion } = data
  const variance = varianceOf(data, weights)
  return aversion === 1 ? variance : aversion * variance - (1 - aversion) * returnOf(data, weights)
}

export function varianceOf({ size, covariance }: PortfolioData, weights: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < size; i++) {
    if (weights[i] === 0) continue
    let along = 0
    for (let j = 0; j < size; j++) along += weights[j] * covariance[i * size + j]
    total += weights[i] * along
  }
  return total
}

/** The expected return net of fees. */
export function returnOf({ size, mean, held, fee }: PortfolioData, weights: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < size; i++) total += mean[i] * weights[i] - fee * Math.abs(weights[i] - held[i])
  return total
}
