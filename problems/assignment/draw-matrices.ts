import { short, svgDocument } from '../picture/svg.ts'
import type { Assignment } from './quadratic-assignment-input.ts'
import { assignmentCost } from './swap-search.ts'

const side = 360
const gap = 30
const most = 60

/**
 * The flows, and beside them the distances in the order of the facilities, as heat maps: an assignment is good where dark
 * cells of one stand on light cells of the other. Of more than 60 facilities the first 60 are drawn, and a line says so.
 */
export function drawMatrices(assignment: Assignment, location: Int32Array): string {
  const { size, flow, distance } = assignment
  const shown = Math.min(size, most)
  const placed = (i: number, j: number) => distance[location[i] * size + location[j]]
  const elided = shown < size ? `; drawn: ${shown} of ${size}` : ''
  const cost = Math.round(assignmentCost(assignment, location) * 1e6) / 1e6
  return svgDocument(
    2 * side + 3 * gap,
    side + 2 * gap + 24,
    [
      label(gap, 'flow'),
      ...heatMap(gap, shown, (i, j) => flow[i * size + j], '#0072b2'),
      label(side + 2 * gap, 'distance of the assigned locations'),
      ...heatMap(side + 2 * gap, shown, placed, '#d55e00'),
      `<text x="${gap}" y="${side + 2 * gap + 12}" fill="#333333">cost ${cost}${elided}</text>`,
    ],
    12,
  )
}

const label = (x: number, text: string): string => `<text x="${x}" y="${gap - 8}" fill="#333333">${text}</text>`

/** Darker is more; blank is the least. */
function heatMap(left: number, shown: number, value: (i: number, j: number) => number, colour: string): string[] {
  const cell = side / shown
  const range = Array.from({ length: shown }, (_, k) => k)
  const all = range.flatMap((i) => range.map((j) => value(i, j)))
  const low = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const frame = `<rect x="${left}" y="${gap}" width="${side}" height="${side}" fill="none" stroke="#999999"/>`
  const cells = all.flatMap((v, k) => {
    if (v === low) return []
    const [x, y] = [left + (k % shown) * cell, gap + Math.floor(k / shown) * cell]
    const size = `width="${short(cell)}" height="${short(cell)}"`
    const shade = Math.round((100 * (v - low)) / (high - low)) / 100
    return [`<rect x="${short(x)}" y="${short(y)}" ${size} fill="${colour}" fill-opacity="${shade}"/>`]
  })
  return [...cells, frame]
}
