import { along, axisAcross, type Scale } from '../../picture/axis.ts'
import { elided, inner, sheet } from '../../picture/sheet.ts'
import { ink, mixed, palette, short } from '../../picture/svg.ts'
import { clipped, figure, textAt, widthOf } from '../../picture/text.ts'
import { type Scores, scoreOf } from './selection-search.ts'

const most = 40
const pitch = 20
const longestName = 180

/**
 * A bar per feature as long as what it tells about the class, blue for the chosen ones; on it, in orange, what it repeats of
 * the chosen ones (the redundancy it costs or would cost): a long bar that is not chosen has much orange. Of more than 40
 * features the chosen and the most telling are drawn, and a note says so.
 */
export function drawFeatures(scores: Scores, names: readonly string[] | null, chosen: Uint8Array): string {
  const rows = rowsOf(scores, chosen)
  const labels = rows.map((i) => clipped(names?.[i] ?? `feature ${i}`, longestName))
  const left = labels.reduce((widest, label) => Math.max(widest, widthOf(label)), 0) + 12
  const costs = rows.map((i) => repeated(scores, chosen, i))
  const longest = rows.reduce((high, i, row) => Math.max(high, scores.relevance[i], costs[row]), 0)
  const scale = { from: 0, to: longest > 0 ? longest : 1, start: left, end: inner }
  const foot = rows.length * pitch
  const count = chosen.reduce((sum, bit) => sum + bit, 0)
  return sheet({
    title: `score ${figure(Number(scoreOf(scores, chosen).toPrecision(6)))}: ${count} of ${scores.size} features`,
    keys: [
      { fill: palette[0], label: 'chosen: relevance to the class' },
      { fill: mixed(palette[0], 0.7), label: 'not chosen: relevance' },
      { fill: palette[1], label: 'redundancy with the chosen ones' },
    ],
    notes: [elided(rows.length, scores.size, 'features')],
    height: foot + 36,
    content: [
      ...axisAcross(scale, -4, foot, 'bits'),
      ...rows.map((i, row) => bars(scale, row, scores.relevance[i], costs[row], chosen[i] === 1)),
      ...labels.map((label, row) =>
        textAt(left - 12, row * pitch + 13, label, {
          anchor: 'end',
          bold: chosen[rows[row]] === 1,
          fill: chosen[rows[row]] === 1 ? ink.words : ink.faint,
        }),
      ),
    ],
  })
}

/** The chosen ones and then the most telling, all by what they tell. */
function rowsOf({ size, relevance }: Scores, chosen: Uint8Array): number[] {
  const all = Array.from({ length: size }, (_, i) => i)
  const falling = (a: number, b: number) => relevance[b] - relevance[a] || a - b
  const kept = all.sort((a, b) => chosen[b] - chosen[a] || falling(a, b)).slice(0, most)
  return kept.sort(falling)
}

/** Each pair costs both of its features half, so that the score is the sum of the blue without the orange. */
function repeated({ size, shared }: Scores, chosen: Uint8Array, i: number): number {
  let cost = 0
  for (let j = 0; j < size; j++) if (chosen[j] && j !== i) cost += shared[i * size + j]
  return cost / 2
}

function bars(scale: Scale, row: number, relevance: number, cost: number, isChosen: boolean): string {
  const wide = (value: number) => short(along(scale, value) - scale.start)
  const place = (y: number, height: number) => `x="${short(scale.start)}" y="${row * pitch + y}" height="${height}"`
  const fill = isChosen ? palette[0] : mixed(palette[0], 0.7)
  const repeats = `<rect ${place(12, 4)} width="${wide(cost)}" fill="${palette[1]}"/>`
  return `<rect ${place(2, 10)} width="${wide(relevance)}" fill="${fill}"/>${cost > 0 ? repeats : ''}`
}
