import { along, axisAcross, axisUpwards, type Scale } from '../../picture/axis.ts'
import { labelsFor } from '../../picture/labels.ts'
import { inner, sheet } from '../../picture/sheet.ts'
import { escaped, ink, palette, short } from '../../picture/svg.ts'
import { clipped, figure, textAt } from '../../picture/text.ts'
import type { PortfolioData } from './portfolio-input.ts'
import { relax, returnOf, varianceOf } from './portfolio-relaxation.ts'

/** Risk (the deviation, √variance) to the right, expected return upwards. */
type Spot = readonly [risk: number, gain: number]

const chart = { left: 64, right: 590, top: 24, foot: 520 }
const points = 30
const mostNames = 40
const mostBars = 22
const bars = { left: 720, right: inner - 54, top: 24, pitch: 22 }

/**
 * The efficient frontier of the question without its counts (any number of assets, no least weights, no sectors), the
 * assets as dots, the answer as a large one; beside it, its weights as bars. All but the variance is net of fees.
 */
export function drawFrontier(data: PortfolioData, weights: Float64Array): string {
  const { size, covariance } = data
  const own: Spot[] = Array.from({ length: size }, (_, i) => [
    Math.sqrt(Math.max(0, covariance[i * (size + 1)])),
    returnOf(data, new Float64Array(size).with(i, 1)),
  ])
  const answer: Spot = [Math.sqrt(Math.max(0, varianceOf(data, weights))), returnOf(data, weights)]
  const curve = frontierOf(data)
  const held = barsOf(data, weights)
  return sheet({
    title: `variance ${plain(varianceOf(data, weights))}, return ${plain(answer[1])}: ${countOf(weights)} of ${size} assets`,
    keys: [
      { fill: palette[1], label: 'the portfolio', shape: 'dot' },
      { fill: palette[0], label: 'the best without counts, least weights and sectors', shape: 'line' },
      { fill: ink.aside, label: 'an asset', shape: 'dot' },
      { fill: ink.faint, label: 'an asset that is held', shape: 'dot' },
    ],
    height: chart.foot + 44,
    content: [
      ...chartOf(data, weights, { own, answer, curve }),
      textAt(bars.left, bars.top - 10, 'weights', { fill: ink.faint }),
      ...held.map((bar, k) => barOf(bar, held[0].weight, bars.top + bars.pitch * k)),
    ],
  })
}

const countOf = (weights: Float64Array): number => weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0)

const plain = (value: number): string => figure(Number(value.toPrecision(4)))

interface Spots {
  readonly own: readonly Spot[]
  readonly answer: Spot
  readonly curve: readonly Spot[]
}

function chartOf(data: PortfolioData, weights: Float64Array, { own, answer, curve }: Spots): string[] {
  const [risk, gain] = scalesOf([...own, answer, ...curve])
  const place = ([x, y]: Spot): [number, number] => [along(risk, x), along(gain, y)]
  const line = curve.map((spot) => place(spot).join()).join(' ')
  const [x, y] = place(answer)
  const names =
    own.length > mostNames ? [] : own.map((spot, i) => ({ at: place(spot), name: nameOf(data, i), radius: 4 }))
  return [
    ...axisAcross(risk, chart.top, chart.foot, 'risk (deviation)'),
    ...axisUpwards(gain, chart.left, chart.right, 'expected return'),
    `<polyline points="${line}" fill="none" stroke="${palette[0]}" stroke-width="2.5"/>`,
    ...own.map((spot, i) => assetDot(place(spot), nameOf(data, i), weights[i] > 0)),
    `<circle cx="${x}" cy="${y}" r="8" fill="${palette[1]}" stroke="#ffffff" stroke-width="2"/>`,
    // The portfolio itself takes its room, without a name.
    ...labelsFor([{ at: [x, y], name: '', radius: 8 }, ...names], {
      width: chart.right + 20,
      height: chart.foot,
    }),
  ]
}

const nameOf = ({ names }: PortfolioData, i: number): string => names?.[i] ?? String(i)

/** Least variance for returns from that of the least variance of all up to the largest. */
function frontierOf(data: PortfolioData): Spot[] {
  const { size, greatest } = data
  const assets = Array.from({ length: size }, (_, i) => i).filter((i) => greatest[i] > 0)
  const limits = { low: new Float64Array(size), high: greatest }
  const least = (goal: number | null) =>
    relax({ ...data, goal, sectors: [], aversion: 1, risk: data.covariance }, assets, limits)
  const safest = least(null)
  if (safest.shortfall > 0) return []
  const low = returnOf(data, safest.weights)
  // A hair below the largest return, which rounding might miss.
  const high = richest(data, assets) - 1e-9 * Math.abs(richest(data, assets))
  return Array.from({ length: points }, (_, k) => least(low + ((high - low) * k) / (points - 1)))
    .filter((relaxed) => relaxed.shortfall === 0)
    .map(({ weights }): Spot => [Math.sqrt(Math.max(0, varianceOf(data, weights))), returnOf(data, weights)])
}

/** The largest return: nothing else counts when the variance does not. */
function richest(data: PortfolioData, assets: readonly number[]): number {
  const free = { ...data, goal: null, sectors: [], aversion: 0, risk: new Float64Array(data.covariance.length) }
  const { weights } = relax(free, assets, { low: new Float64Array(data.size), high: data.greatest })
  return returnOf(data, weights)
}

/** What is shown, with a little air around. */
function scalesOf(spots: readonly Spot[]): [Scale, Scale] {
  const range = (k: 0 | 1) => {
    const values = spots.map((spot) => spot[k])
    const low = values.reduce((a, b) => Math.min(a, b))
    const high = values.reduce((a, b) => Math.max(a, b))
    const air = (high - low) * 0.04 || Math.abs(high) * 0.5 || 1
    return { from: low - air, to: high + air }
  }
  return [
    { ...range(0), start: chart.left, end: chart.right },
    { ...range(1), start: chart.foot, end: chart.top },
  ]
}

function assetDot([x, y]: readonly [number, number], name: string, isHeld: boolean): string {
  const paint = `fill="${isHeld ? ink.faint : ink.aside}" stroke="#ffffff"`
  return `<circle cx="${x}" cy="${y}" r="${isHeld ? 5 : 4}" ${paint}><title>${escaped(name)}</title></circle>`
}

interface Bar {
  readonly name: string
  readonly weight: number
}

/** The heaviest first; what does not fit is one bar. */
function barsOf(data: PortfolioData, weights: Float64Array): Bar[] {
  const held = Array.from(weights, (weight, i) => ({ name: nameOf(data, i), weight }))
    .filter((bar) => bar.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  if (held.length <= mostBars) return held
  const rest = held.slice(mostBars - 1)
  const sum = rest.reduce((total, bar) => total + bar.weight, 0)
  return [...held.slice(0, mostBars - 1), { name: `${rest.length} more`, weight: sum }]
}

function barOf({ name, weight }: Bar, greatest: number, y: number): string {
  const width = short(Math.min(1, weight / greatest) * (bars.right - bars.left))
  const room = bars.left - chart.right - 50
  return [
    textAt(bars.left - 8, y + 12, clipped(name, room), { anchor: 'end' }),
    `<rect x="${bars.left}" y="${y}" width="${width}" height="${bars.pitch - 6}" fill="${palette[0]}"/>`,
    textAt(bars.left + width + 6, y + 12, `${short(weight * 100)} %`, { fill: ink.faint }),
  ].join('')
}
