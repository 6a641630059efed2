import { elided, inner, sheet } from '../picture/sheet.ts'
import { ink, palette, short } from '../picture/svg.ts'
import { clipped, figure, textAt, widthOf } from '../picture/text.ts'
import { costOf, coverOf, type SetSystem } from './set-system.ts'

const most = { sets: 100, elements: 200 }
const pitch = 14
const longestName = 160

/** Sizes in pixels. */
interface Grid {
  readonly left: number
  readonly wide: number
  readonly columns: number
}

/**
 * Sets as rows, elements as columns, a square where a set holds an element: blue in chosen sets, grey in others; elements
 * that nothing covers are orange columns. Chosen sets come first; at most 100 sets and 200 elements are drawn, and a note
 * says so.
 */
export function drawSetCover(system: SetSystem, chosen: ArrayLike<number>): string {
  const order = Array.from({ length: system.size }, (_, j) => j).sort((a, b) => chosen[b] - chosen[a] || a - b)
  const rows = order.slice(0, most.sets)
  const columns = Math.min(system.elements, most.elements)
  const names = rows.map((j) => clipped(system.names?.[j] ?? `set ${j}`, longestName))
  const left = names.reduce((widest, name) => Math.max(widest, widthOf(name)), 0) + 10
  const grid = { left, columns, wide: Math.min(24, (inner - left) / Math.max(1, columns)) }
  const bare = Array.from(coverOf(system, chosen).subarray(0, columns)).flatMap((count, i) => (count === 0 ? [i] : []))
  return sheet({
    title: titleOf(system, chosen),
    keys: [
      { fill: palette[0], label: 'in a chosen set' },
      { fill: ink.aside, label: 'in another set' },
      { fill: palette[5], label: 'covered by none' },
    ],
    notes: [
      'A row is a set, a column an element',
      elided(rows.length, system.size, 'sets'),
      elided(columns, system.elements, 'elements'),
    ],
    height: rows.length * pitch,
    content: [
      ...bare.map((i) => square(grid, i, 0, rows.length * pitch, palette[5])),
      ...rows.flatMap((j, row) => rowOf(system, grid, j, row * pitch, chosen[j] === 1)),
      ...names.map((name, row) =>
        textAt(left - 10, row * pitch + 10, name, {
          anchor: 'end',
          size: 11,
          fill: chosen[rows[row]] === 1 ? ink.words : ink.faint,
        }),
      ),
    ],
  })
}

const square = ({ left, wide }: Grid, i: number, y: number, height: number, fill: string): string =>
  `<rect x="${short(left + i * wide)}" y="${y}" width="${short(wide - (wide > 5 ? 1 : 0))}" height="${height - 1}" fill="${fill}"/>`

function rowOf({ setStart, element }: SetSystem, grid: Grid, j: number, y: number, isChosen: boolean): string[] {
  const inside = Array.from(element.subarray(setStart[j], setStart[j + 1])).filter((i) => i < grid.columns)
  return inside.map((i) => square(grid, i, y, pitch, isChosen ? palette[0] : ink.aside))
}

function titleOf(system: SetSystem, chosen: ArrayLike<number>): string {
  const count = Array.from({ length: system.size }, (_, j) => chosen[j]).filter((c) => c === 1).length
  const whole = `${system.size} sets and ${system.elements} elements`
  return `cost ${figure(costOf(system, chosen))}: ${count} chosen of ${whole}`
}
