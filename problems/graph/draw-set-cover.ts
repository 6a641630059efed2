import { escaped, palette, short, svgDocument } from '../picture/svg.ts'
import { costOf, coverOf, type SetSystem } from './set-system.ts'

const most = { sets: 100, elements: 200 }
const cell = 8
const left = 130
const top = 30

/**
 * Sets as rows, elements as columns, a square where a set holds an element: blue in chosen sets, grey in others; elements
 * that nothing covers are orange columns. Chosen sets come first; at most 100 sets and 200 elements are drawn, and a line
 * says so.
 */
export function drawSetCover(system: SetSystem, chosen: ArrayLike<number>): string {
  const order = Array.from({ length: system.size }, (_, j) => j).sort((a, b) => chosen[b] - chosen[a] || a - b)
  const rows = order.slice(0, most.sets)
  const columns = Math.min(system.elements, most.elements)
  const height = rows.length * cell
  const bare = Array.from(coverOf(system, chosen).subarray(0, columns)).flatMap((count, i) => (count === 0 ? [i] : []))
  return svgDocument(
    Math.max(420, left + columns * cell + 20),
    top + height + 40,
    [
      ...bare.map((i) => square(left + i * cell, top, height, palette[5])),
      ...rows.flatMap((j, row) => rowOf(system, j, top + row * cell, chosen[j] === 1, columns)),
      `<text x="10" y="${top + height + 24}" fill="#333333">${caption(system, chosen, rows.length, columns)}</text>`,
    ],
    12,
  )
}

const square = (x: number, y: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${cell - 1}" height="${height}" fill="${fill}"/>`

function rowOf(
  { names, setStart, element }: SetSystem,
  j: number,
  y: number,
  isChosen: boolean,
  columns: number,
): string[] {
  const inside = Array.from(element.subarray(setStart[j], setStart[j + 1])).filter((i) => i < columns)
  const name = escaped((names?.[j] ?? `set ${j}`).slice(0, 18))
  return [
    `<text x="${left - 8}" y="${y + cell - 1}" text-anchor="end" font-size="8" fill="#333333">${name}</text>`,
    ...inside.map((i) => square(left + i * cell, y, cell - 1, isChosen ? palette[0] : '#cccccc')),
  ]
}

function caption(system: SetSystem, chosen: ArrayLike<number>, sets: number, columns: number): string {
  const count = Array.from({ length: system.size }, (_, j) => chosen[j]).filter((c) => c === 1).length
  const isCut = sets < system.size || columns < system.elements
  const cut = isCut ? `; drawn: ${sets} of ${system.size} sets, ${columns} of ${system.elements} elements` : ''
  return escaped(`${count} sets cost ${short(costOf(system, chosen))}${cut}`)
}
