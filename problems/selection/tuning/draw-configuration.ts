import { elided, inner, sheet } from '../../picture/sheet.ts'
import { escaped, inkOn, mixed, palette, short } from '../../picture/svg.ts'
import { clipped, figure, textAt, widthOf } from '../../picture/text.ts'
import { type ChoiceTables, costOfChoice, sizeOf } from './choice-tables.ts'

/** A choice, and how its parameters and their values are called; `sign` −1 turns costs into scores that are maximised. */
export interface Chosen {
  readonly tables: ChoiceTables
  readonly choice: ArrayLike<number>
  readonly names: readonly string[] | null
  readonly values: readonly (readonly (string | number | boolean)[])[]
  readonly sign: 1 | -1
}

const most = { parameters: 60, values: 40 }
const pitch = 30
const longestName = 160

/**
 * A row per parameter, a cell per value: the chosen one blue, the others the more orange the more the total would lose by
 * them alone, green where it would win. At most 60 parameters and 40 values of each are drawn, and a note says so.
 */
export function drawConfiguration(chosen: Chosen): string {
  const { tables, names, values, choice, sign } = chosen
  const rows = Math.min(values.length, most.parameters)
  const longest = values.reduce((longest, list) => Math.max(longest, list.length), 0)
  const labels = Array.from({ length: rows }, (_, p) => clipped(names?.[p] ?? `parameter ${p}`, longestName))
  const left = labels.reduce((widest, label) => Math.max(widest, widthOf(label)), 0) + 12
  const losses = labels.map((_, p) => lossesOf(chosen, p))
  const worst = losses.flat().reduce((high, loss) => Math.max(high, Math.abs(loss)), 0)
  const wide = Math.min(110, (inner - left) / Math.max(1, Math.min(longest, most.values)))
  return sheet({
    title: `score ${figure(sign * costOfChoice(tables, choice))}: ${values.length} parameters`,
    keys: [
      { fill: palette[0], label: 'chosen value' },
      { fill: mixed(palette[1], 0.35), label: `worse, by up to ${figure(worst)}` },
      { fill: palette[2], label: 'better, if it alone were changed' },
    ],
    notes: [
      elided(rows, values.length, 'parameters'),
      longest > most.values ? `drawn: the first ${most.values} values of each parameter, and the chosen one` : '',
    ],
    height: rows * pitch,
    content: labels.flatMap((label, p) => [
      textAt(left - 12, p * pitch + 18, label, { anchor: 'end' }),
      ...cellsOf(chosen, p, losses[p], worst, left, wide),
    ]),
  })
}

/** By how much the total cost grows when this parameter alone has another value. */
function lossesOf({ tables, choice }: Chosen, p: number): number[] {
  const costs = Array.from(tables.own.subarray(tables.start[p], tables.start[p + 1]))
  for (const { other, cost } of tables.shared[p]) {
    const size = sizeOf(tables, other)
    for (let o = 0; o < costs.length; o++) costs[o] += cost[o * size + choice[other]]
  }
  return costs.map((cost) => cost - costs[choice[p]])
}

function cellsOf(
  { values, choice, sign }: Chosen,
  p: number,
  losses: readonly number[],
  worst: number,
  left: number,
  wide: number,
): string[] {
  const shown = values[p]
    .map((_, o) => o)
    .filter((o) => o < most.values - 1 || o === choice[p] || values[p].length <= most.values)
  return shown.slice(0, most.values).map((o, k) => {
    const isChosen = o === choice[p]
    const loss = losses[o]
    const share = worst > 0 ? Math.abs(loss) / worst : 0
    const fill = isChosen ? palette[0] : mixed(palette[loss < 0 ? 2 : 1], loss < 0 ? 0.2 : 0.95 - 0.6 * share)
    const x = left + k * wide
    const title = escaped(`${values[p][o]}: ${isChosen ? 'chosen' : `changes the score by ${figure(sign * loss)}`}`)
    const box = `<rect x="${short(x)}" y="${p * pitch + 1}" width="${short(wide - 2)}" height="${pitch - 4}" rx="3" fill="${fill}"><title>${title}</title></rect>`
    const words = clipped(String(values[p][o]), Math.max(0, wide - 8))
    const fits = widthOf(words) + 4 < wide && words.length > 1 === String(values[p][o]).length > 1
    return fits
      ? box + textAt(x + wide / 2 - 1, p * pitch + 18, words, { anchor: 'middle', bold: isChosen, fill: inkOn(fill) })
      : box
  })
}
