import { colourOf, escaped, short, svgDocument } from '../picture/svg.ts'
import type { PortfolioData } from './portfolio-input.ts'
import { relax, returnOf, varianceOf } from './portfolio-relaxation.ts'

/** Risk (the deviation, √variance) to the right, expected return upwards. */
type Spot = readonly [risk: number, gain: number]

const side = 480
const margin = 56
const points = 30
const mostNames = 40
const mostBars = 24
const barHeight = 18

/**
 * The efficient frontier of the question without its counts (any number of assets, no least weights, no sectors), the
 * assets as dots, the answer as a large one; below, its weights as bars. All but the variance is net of fees.
 */
export function drawFrontier(data: PortfolioData, weights: Float64Array): string {
  const { size, covariance } = data
  const own: Spot[] = Array.from({ length: size }, (_, i) => [
    Math.sqrt(Math.max(0, covariance[i * (size + 1)])),
    returnOf(data, new Float64Array(size).with(i, 1)),
  ])
  const answer: Spot = [Math.sqrt(Math.max(0, varianceOf(data, weights))), returnOf(data, weights)]
  const curve = frontierOf(data)
  const place = scaleFor([...own, answer, ...curve])
  const bars = barsOf(data, weights)
  return svgDocument(
    side + 2 * margin,
    side + 2 * margin + barHeight * bars.length,
    [
      ...axes(),
      `<polyline points="${curve.map((spot) => place(spot).join()).join(' ')}" fill="none" stroke="${colourOf(0)}" stroke-width="2"/>`,
      ...own.map((spot, i) => assetDot(place(spot), nameOf(data, i), size <= mostNames)),
      ...answerDot(place(answer), answer),
      ...bars.map((bar, k) => barOf(bar, side + 2 * margin + barHeight * k)),
    ],
    12,
  )
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

/** Maps what is shown into the square, upwards. */
function scaleFor(spots: readonly Spot[]): (spot: Spot) => [number, number] {
  const span = (k: 0 | 1) => {
    const values = spots.map((spot) => spot[k])
    const low = values.reduce((a, b) => Math.min(a, b))
    return { low, width: values.reduce((a, b) => Math.max(a, b)) - low || 1 }
  }
  const [risk, gain] = [span(0), span(1)]
  return ([x, y]) => [
    short(margin + ((x - risk.low) / risk.width) * side),
    short(margin + side - ((y - gain.low) / gain.width) * side),
  ]
}

const axes = (): string[] => [
  `<path d="M${margin - 16} ${margin - 16}V${margin + side + 16}H${margin + side + 16}" fill="none" stroke="#999999"/>`,
  `<text x="${margin + side + 16}" y="${margin + side + 32}" text-anchor="end" fill="#555555">risk (deviation)</text>`,
  `<text x="${margin - 16}" y="${margin - 24}" fill="#555555">expected return</text>`,
]

function assetDot([x, y]: readonly [number, number], name: string, isNamed: boolean): string {
  const dot = `<circle cx="${x}" cy="${y}" r="3" fill="#888888"/>`
  return isNamed ? `${dot}<text x="${x + 5}" y="${y - 4}" font-size="10" fill="#555555">${escaped(name)}</text>` : dot
}

function answerDot([x, y]: readonly [number, number], [risk, gain]: Spot): string[] {
  const left = x > margin + side / 2
  const label = `deviation ${figure(risk)}, return ${figure(gain)}`
  return [
    `<circle cx="${x}" cy="${y}" r="8" fill="${colourOf(1)}" stroke="#ffffff" stroke-width="2"/>`,
    `<text x="${left ? x - 12 : x + 12}" y="${y + 18}" text-anchor="${left ? 'end' : 'start'}" fill="${colourOf(1)}">${label}</text>`,
  ]
}

const figure = (value: number): string => String(Number(value.toPrecision(4)))

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

function barOf({ name, weight }: Bar, y: number): string {
  const width = short(Math.min(1, weight) * (side - 120))
  return [
    `<text x="${margin + 100}" y="${y + 11}" text-anchor="end">${escaped(name.length > 16 ? `${name.slice(0, 15)}…` : name)}</text>`,
    `<rect x="${margin + 110}" y="${y}" width="${width}" height="${barHeight - 4}" fill="${colourOf(0)}"/>`,
    `<text x="${margin + 116 + width}" y="${y + 11}" fill="#555555">${short(weight * 100)} %</text>`,
  ].join('')
}
