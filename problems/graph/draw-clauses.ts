import { escaped, palette, short, svgDocument } from '../picture/svg.ts'
import { type Clauses, isSatisfied, lossOf } from './clauses.ts'

const most = { variables: 120, clauses: 1200 }
const side = 10
const left = 20

/**
 * The formula as a picture: a column per clause, a row per variable. A literal that holds is blue, one that fails is pale;
 * a clause in which none holds stands on an orange column. The first 120 variables and 1,200 clauses are drawn, and a line
 * says so.
 */
export function drawClauses(clauses: Clauses, values: ArrayLike<number>): string {
  const variables = Math.min(clauses.size, most.variables)
  const count = Math.min(clauses.weight.length, most.clauses)
  const columns = Array.from({ length: count }, (_, c) => columnOf(clauses, c, values, variables))
  const width = Math.max(360, left * 2 + count * side)
  return svgDocument(
    width,
    variables * side + 70,
    [
      ...columns.flat(),
      `<text x="${left}" y="${variables * side + 50}" fill="#333333">${caption(clauses, values, variables, count)}</text>`,
    ],
    12,
  )
}

function columnOf(clauses: Clauses, c: number, values: ArrayLike<number>, variables: number): string[] {
  const x = left + c * side
  const { start, literal } = clauses
  const column = isSatisfied(clauses, c, values)
    ? []
    : [`<rect x="${x}" y="${left}" width="${side}" height="${variables * side}" fill="${palette[5]}"/>`]
  const dots = Array.from(literal.subarray(start[c], start[c + 1])).filter((l) => l >> 1 < variables)
  return [...column, ...dots.map((l) => dot(x, left + (l >> 1) * side, values[l >> 1] !== (l & 1)))]
}

const dot = (x: number, y: number, holds: boolean): string =>
  `<circle cx="${x + side / 2}" cy="${y + side / 2}" r="${side / 3}" fill="${holds ? palette[0] : '#cccccc'}"/>`

function caption(clauses: Clauses, values: ArrayLike<number>, variables: number, count: number): string {
  const { cost, broken } = lossOf(clauses, values)
  const rules = broken.length > 0 ? `, ${broken.length} hard clauses broken` : ''
  const isCut = variables < clauses.size || count < clauses.weight.length
  const cut = isCut
    ? `; drawn: ${variables} of ${clauses.size} variables, ${count} of ${clauses.weight.length} clauses`
    : ''
  return escaped(`unsatisfied: ${short(cost)}${rules}${cut}`)
}
