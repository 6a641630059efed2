import { elided, inner, type Key, sheet } from '../picture/sheet.ts'
import { escaped, mixed, palette, short } from '../picture/svg.ts'
import { clipped, figure, textAt, widthOf } from '../picture/text.ts'
import { type Clauses, isSatisfied, lossOf } from './clauses.ts'

/** Up to this size as a matrix; larger formulas as one square per clause. */
const matrix = { variables: 60, clauses: 110 }
const mostSquares = 4000
const pitch = 16
const longestName = 120
const fails = '#c9ced6'
const broken = palette[5]

/**
 * The formula as a picture. A small one is a matrix: a column per clause, a row per variable; a literal that holds is blue,
 * one that fails is pale, and a clause in which none holds stands on an orange column. A larger one has a square per clause,
 * the darker the more of its literals hold, orange where none does; the first 4,000 are drawn, and a note says so.
 */
export function drawClauses(clauses: Clauses, values: ArrayLike<number>): string {
  const isSmall = clauses.size <= matrix.variables && clauses.weight.length <= matrix.clauses
  return isSmall ? asMatrix(clauses, values) : asSquares(clauses, values)
}

function titleOf(clauses: Clauses, values: ArrayLike<number>): string {
  const loss = lossOf(clauses, values)
  const rules = loss.broken.length > 0 ? `, ${loss.broken.length} hard clauses broken` : ''
  return `unsatisfied: ${figure(loss.cost)}${rules}; ${clauses.weight.length} clauses over ${clauses.size} variables`
}

function asMatrix(clauses: Clauses, values: ArrayLike<number>): string {
  const names = Array.from({ length: clauses.size }, (_, v) =>
    clipped(`${clauses.names?.[v] ?? v + 1} = ${values[v]}`, longestName),
  )
  const left = names.reduce((most, name) => Math.max(most, widthOf(name)), 0) + 12
  const count = clauses.weight.length
  const wide = Math.min(24, (inner - left) / Math.max(1, count))
  const height = clauses.size * pitch
  return sheet({
    title: titleOf(clauses, values),
    keys: [
      { fill: palette[0], label: 'literal that holds', shape: 'dot' },
      { fill: fails, label: 'literal that fails', shape: 'dot' },
      { fill: broken, label: 'clause in which none holds' },
    ],
    notes: ['A row is a variable, a column a clause'],
    height,
    content: [
      ...names.flatMap((name, v) => [
        textAt(left - 12, (v + 0.5) * pitch + 4, name, { anchor: 'end' }),
        `<path d="M${short(left)} ${(v + 0.5) * pitch}h${short(count * wide)}" stroke="#eef0f3"/>`,
      ]),
      ...Array.from({ length: count }, (_, c) => columnOf(clauses, c, values, left + c * wide, wide)),
    ],
  })
}

function columnOf(clauses: Clauses, c: number, values: ArrayLike<number>, x: number, wide: number): string {
  const { start, literal } = clauses
  const column = `<rect x="${short(x)}" y="0" width="${short(wide)}" height="${clauses.size * pitch}" fill="${broken}"/>`
  const dots = Array.from(literal.subarray(start[c], start[c + 1]), (l) => {
    const fill = values[l >> 1] !== (l & 1) ? palette[0] : fails
    const radius = short(Math.min(5, wide / 2 - 0.5))
    return `<circle cx="${short(x + wide / 2)}" cy="${((l >> 1) + 0.5) * pitch}" r="${radius}" fill="${fill}"/>`
  })
  return (isSatisfied(clauses, c, values) ? '' : column) + dots.join('')
}

/** None, one, two, more literals that hold. */
const shades = [broken, mixed(palette[0], 0.72), mixed(palette[0], 0.4), palette[0]]
const squareKeys: Key[] = ['none holds', 'one literal holds', 'two hold', 'three or more hold'].map((label, k) => ({
  fill: shades[k],
  label,
}))

function asSquares(clauses: Clauses, values: ArrayLike<number>): string {
  const count = Math.min(clauses.weight.length, mostSquares)
  const side = Math.max(10, Math.min(28, Math.floor(Math.sqrt((inner * 520) / Math.max(1, count)))))
  const across = Math.floor(inner / side)
  const squares = Array.from({ length: count }, (_, c) => {
    const [x, y] = [(c % across) * side, Math.floor(c / across) * side]
    const fill = shades[Math.min(3, holding(clauses, c, values))]
    const title = side < 14 ? '' : `<title>${escaped(`clause ${c}`)}</title>`
    return `<rect x="${x}" y="${y}" width="${side - 2}" height="${side - 2}" fill="${fill}">${title}</rect>`
  })
  return sheet({
    title: titleOf(clauses, values),
    keys: squareKeys,
    notes: ['A square is a clause, in the order of the input', elided(count, clauses.weight.length, 'clauses')],
    height: Math.ceil(count / across) * side,
    content: squares,
  })
}

function holding({ start, literal }: Clauses, c: number, values: ArrayLike<number>): number {
  let count = 0
  for (let k = start[c]; k < start[c + 1]; k++) if (values[literal[k] >> 1] !== (literal[k] & 1)) count++
  return count
}
