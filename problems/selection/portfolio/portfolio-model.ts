import type { Model } from '../../../src/model/index.ts'
import type { PortfolioData } from './portfolio-input.ts'
import { feeOfSelling, relax } from './portfolio-relaxation.ts'

/** A bit that is worth some lots of an asset, which together earn `gain`; `needs` is the bit that lets it be 1, or −1. */
interface LotBit {
  readonly asset: number
  readonly lots: number
  readonly gain: number
  readonly needs: number
}

/** `holds[i]` is the bit "asset i is held", or −1; `isPadded` when idle assets may fill the count. */
export interface PortfolioLayout {
  readonly bits: readonly LotBit[]
  readonly holds: Int32Array
  readonly isPadded: boolean
  readonly lots: number
}

/** The grid of the model where the weights are real numbers: with as many lots as assets held, no count is needed. */
const proxyLots = ({ size, most }: PortfolioData): number => (most < size ? Math.min(64, Math.max(2, most)) : 16)

/**
 * On a grid: an asset's lots are fewest·h + Σ factor·bit with bit ≤ h, h = "held". Where no count binds there is no h; where
 * a held asset may have no lots, exactly `most` assets are held, which needs no slack.
 * Else a proxy: lots as bits of which exactly so many are 1, the return priced with the multiplier of the relaxation.
 */
export function buildPortfolio(model: Model, data: PortfolioData): PortfolioLayout {
  const layout = data.lots === null ? proxyLayout(model, data) : gridLayout(model, data, data.lots)
  const { bits, lots } = layout
  const terms = bits.map(({ lots: count }, k) => [count, k] as const)
  model.subjectTo('all is invested', terms, '==', lots)
  addObjective(model, data, layout)
  if (data.lots !== null) addReturn(model, data, layout)
  addSectors(model, data, layout)
  return layout
}

/** About how many terms the model has. */
export function portfolioTerms(data: PortfolioData): number {
  const lots = data.lots ?? proxyLots(data)
  const perAsset = data.lots === null ? Math.min(lots, proxyDepth(lots)) : 2 + lots.toString(2).length
  return (data.size * perAsset) ** 2 / 2
}

/** So many lots may go to one asset of a proxy. */
const proxyDepth = (lots: number): number => Math.ceil(lots / 2) + 1

/** What so many lots of an asset add to the expected return, over selling all that is held today: concave. */
function earned({ mean, held, fee }: PortfolioData, asset: number, count: number, lots: number): number {
  const weight = count / lots
  const kept = Math.min(weight, held[asset])
  return mean[asset] * weight + fee * kept - fee * (weight - kept)
}

function proxyLayout(model: Model, data: PortfolioData): PortfolioLayout {
  const lots = proxyLots(data)
  const bits: LotBit[] = []
  for (let i = 0; i < data.size; i++) {
    const most =
      data.greatest[i] === 0 ? 0 : Math.min(proxyDepth(lots), lots, Math.ceil(data.greatest[i] * lots - 1e-9))
    for (let k = 0; k < most; k++)
      bits.push({ asset: i, lots: 1, gain: earned(data, i, k + 1, lots) - earned(data, i, k, lots), needs: -1 })
  }
  model.bits(bits.length, (k) => nameOf(data, bits, k, 0))
  return { bits, holds: new Int32Array(data.size).fill(-1), isPadded: false, lots }
}

function gridLayout(model: Model, data: PortfolioData, lots: number): PortfolioLayout {
  const { size, most, fewest, least, sectors } = data
  const fewestLots = least.map((w) => Math.round(w * lots))
  const counted = fewest > 0 || sectors.some(({ count }) => count[0] > 0 || count[1] < size)
  const mayIdle = !counted && fewestLots.every((count) => count === 1)
  const isFree = mayIdle && most >= size
  const isPadded = mayIdle && !isFree
  const bits: LotBit[] = []
  for (let i = 0; !isFree && i < size; i++) {
    const own = isPadded ? 0 : fewestLots[i]
    bits.push({ asset: i, lots: own, gain: earned(data, i, own, lots), needs: -1 })
  }
  for (let i = 0; i < size; i++) bits.push(...lotBits(data, i, mayIdle ? 0 : fewestLots[i], isFree ? -1 : i))
  const columns = isFree ? 0 : size
  model.bits(bits.length, (k) => nameOf(data, bits, k, columns))
  if (!isFree) linkBits(model, data, bits, isPadded)
  return { bits, holds: Int32Array.from({ length: size }, (_, i) => (isFree ? -1 : i)), isPadded, lots }
}

const nameOf = ({ names }: PortfolioData, bits: readonly LotBit[], k: number, held: number): string =>
  k < held ? `${names?.[k] ?? k} held` : `${bits[k].lots} of ${names?.[bits[k].asset] ?? bits[k].asset} (${k})`

/** Bits for the lots above `from`, in powers of two that add up exactly; apart for what is kept and what is bought. */
function lotBits(data: PortfolioData, asset: number, from: number, needs: number): LotBit[] {
  const { greatest, held, fee } = data
  const lots = data.lots as number
  const most = Math.round(greatest[asset] * lots)
  const kept = fee > 0 ? Math.min(most, Math.round(held[asset] * lots)) : 0
  const bits: LotBit[] = []
  let at = from
  for (const end of [kept, most]) {
    for (let power = 1; at < end; power *= 2) {
      const step = Math.min(power, end - at)
      const gain = earned(data, asset, at + step, lots) - earned(data, asset, at, lots)
      bits.push({ asset, lots: step, gain, needs })
      at += step
    }
  }
  return bits
}

/** A lot only of what is held, and so many held as may be. */
function linkBits(model: Model, data: PortfolioData, bits: readonly LotBit[], isPadded: boolean): void {
  const { size, most, fewest, greatest } = data
  bits.forEach(({ needs }, k) => {
    if (needs < 0) return
    const link = [
      [1, k],
      [-1, needs],
    ] as const
    model.subjectTo(`${model.nameOf(k)} only if held`, link, '<=', 0)
  })
  const held = Array.from({ length: size }, (_, i) => [1, i] as const)
  if (isPadded || fewest > 0) model.subjectTo('assets held', held, '==', most)
  else if (most < size) model.subjectTo('assets held', held, '<=', most)
  for (let i = 0; i < size; i++)
    if (greatest[i] === 0 && !isPadded) model.subjectTo(`${model.nameOf(i)}, never`, [[1, i]], '==', 0)
}

function addObjective(model: Model, data: PortfolioData, { bits, lots }: PortfolioLayout): void {
  const { size, risk, aversion, goal } = data
  const price = data.lots === null ? priceOf(data) : 0
  const rate = 1 - aversion + price
  model.objective.addConstant(
    (1 - aversion) * feeOfSelling(data) + (price === 0 ? 0 : price * ((goal ?? 0) + feeOfSelling(data))),
  )
  for (let k = 0; k < bits.length; k++) {
    const a = bits[k]
    if (a.lots === 0) continue
    model.objective.addLinear(k, (risk[a.asset * (size + 1)] * a.lots * a.lots) / (lots * lots) - rate * a.gain)
    for (let l = 0; l < k; l++) {
      const value = (2 * risk[a.asset * size + bits[l].asset] * a.lots * bits[l].lots) / (lots * lots)
      if (value !== 0) model.objective.addPair(l, k, value)
    }
  }
}

/** What a unit of return costs when any number of assets may be held. */
function priceOf(data: PortfolioData): number {
  const all = Array.from({ length: data.size }, (_, i) => i).filter((i) => data.greatest[i] > 0)
  return relax(data, all, { low: new Float64Array(data.size), high: data.greatest }).price
}

const millionth = 1e-6

/** Whether the model can say the expected returns exactly: they are whole millionths. */
export const hasWholeReturns = ({ mean, fee, goal }: PortfolioData): boolean =>
  goal === null ||
  [...mean, fee].every((v) => Math.abs(v * 1e6 - Math.round(v * 1e6)) <= 1e-9 * Math.max(1, Math.abs(v * 1e6)))

/** Σ gain ≥ goal in whole numbers, counted from the least return, since all is invested. */
function addReturn(model: Model, data: PortfolioData, { bits, lots }: PortfolioLayout): void {
  const { goal, mean, fee } = data
  if (goal === null) return
  const floor = mean.reduce((low, m) => Math.min(low, m - fee), Number.POSITIVE_INFINITY)
  const gains = bits.map((bit) => bit.gain * lots - floor * bit.lots)
  const largest = gains.reduce((most, gain) => Math.max(most, gain), 0)
  const unit = hasWholeReturns(data) ? millionth : largest / 1e5 || 1
  const terms = gains.map((gain, k) => [Math.round(gain / unit), k] as const)
  const bound = ((goal + feeOfSelling(data)) * lots - floor * lots) / unit
  model.subjectTo(
    'expected return',
    terms.filter(([gain]) => gain !== 0),
    '>=',
    Math.ceil(bound - 1e-6),
  )
}

function addSectors(model: Model, data: PortfolioData, { bits, holds, isPadded, lots }: PortfolioLayout): void {
  for (const { name, isMember, weight, count } of data.sectors) {
    const inside = bits.flatMap(({ asset, lots: own }, k) => (isMember[asset] && own > 0 ? [[own, k] as const] : []))
    const [low, high] = weight.map((w) => w * lots)
    const isProxy = data.lots === null
    const least = isProxy ? Math.floor(low + 1e-9) : Math.ceil(low - 1e-9)
    const most = isProxy ? Math.ceil(high - 1e-9) : Math.floor(high + 1e-9)
    if (least > 0) model.subjectTo(`least weight of ${name}`, inside, '>=', least)
    if (most < lots) model.subjectTo(`most weight of ${name}`, inside, '<=', most)
    if (isProxy || isPadded || holds[0] < 0) continue
    const held = Array.from(isMember).flatMap((inSector, i) => (inSector ? [[1, i] as const] : []))
    if (count[0] > 0) model.subjectTo(`fewest of ${name}`, held, '>=', count[0])
    if (count[1] < held.length) model.subjectTo(`most of ${name}`, held, '<=', count[1])
  }
}

/** Lots per asset at a point. */
export function lotsAt({ bits, holds }: PortfolioLayout, point: ArrayLike<number>): Float64Array {
  const held = new Float64Array(holds.length)
  bits.forEach(({ asset, lots }, k) => {
    if (point[k] > 0.5) held[asset] += lots
  })
  return held
}

/** The point of lots that keep the rules; idle assets fill the count where the model wants it full. */
export function pointOf(
  data: PortfolioData,
  { bits, holds, isPadded }: PortfolioLayout,
  held: ArrayLike<number>,
): Float64Array {
  const point = new Float64Array(bits.length)
  const left = Float64Array.from(held)
  let idle = isPadded ? data.most - left.filter((count) => count > 0).length : 0
  holds.forEach((k, i) => {
    if (k < 0 || (held[i] === 0 && idle-- <= 0)) return
    point[k] = 1
    left[i] -= bits[k].lots
  })
  for (const k of fillingOrder(data, bits)) {
    const { asset, lots, needs } = bits[k]
    if (k === holds[asset] || lots > left[asset] || needs >= bits.length) continue
    point[k] = 1
    left[asset] -= lots
  }
  return point
}

/** Better lots first, of equal ones the larger: so every number of lots is reached. */
function fillingOrder({ fee }: PortfolioData, bits: readonly LotBit[]): number[] {
  const rate = (k: number) => (fee === 0 ? 0 : bits[k].gain / bits[k].lots)
  return Array.from(bits.keys())
    .filter((k) => bits[k].lots > 0)
    .sort((a, b) => (Math.abs(rate(a) - rate(b)) > 1e-12 ? rate(b) - rate(a) : bits[b].lots - bits[a].lots) || a - b)
}
