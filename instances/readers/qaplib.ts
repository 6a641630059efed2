import { IsinglassError } from '../../src/errors.ts'
import { Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import type { QuadraticAssignmentInput } from '../shapes.ts'

const mostLocations = 4096

/** QAPLIB (Burkard, Karisch and Rendl 1997): n, then the matrices A and B row by row, wrapped anyhow; Σ a[i][j]·b[p(i)][p(j)]. */
export function readQaplib(text: string): QuadraticAssignmentInput {
  const scanner = new Scanner(text)
  const next = (what: string) => {
    while (!scanner.hasMore()) if (!scanner.nextLine()) scanner.fail(`${what} is missing`, 'Fetch the whole file')
  }
  next('the size')
  const size = scanner.whole('the size', 1, mostLocations)
  if (2 * size * size > text.length)
    scanner.fail(`size ${size} needs ${2 * size * size} entries, more than the text can hold`, 'Correct the size')
  const matrix = (name: string) => {
    const values = new Float64Array(size * size)
    for (let k = 0; k < values.length; k++) {
      next(`entry ${k + 1} of ${values.length} of the ${name} matrix`)
      values[k] = scanner.number(`an entry of the ${name} matrix`)
    }
    return values
  }
  const flow = matrix('first')
  const distance = matrix('second')
  while (scanner.hasMore() || scanner.nextLine()) scanner.endOfLine()
  return { flow, distance }
}

export function printQaplib({ flow, distance, cost }: QuadraticAssignmentInput): string {
  const size = Math.round(Math.sqrt(distance.length))
  if (cost !== undefined || flow.length !== distance.length)
    throw new IsinglassError(
      'INPUT_INVALID',
      'a QAPLIB file holds two matrices of one size and no costs besides',
      'Write JSON',
    )
  const lines = (list: ArrayLike<number>) =>
    Array.from({ length: size }, (_, r) =>
      Array.from(list)
        .slice(r * size, (r + 1) * size)
        .join(' '),
    )
  return `${[size, '', ...lines(flow), '', ...lines(distance)].join('\n')}\n`
}

/** So much of a text is shown to `fits`; a shorter one is whole. */
const headLength = 65_000

/** One number, then numbers only: as many as two square matrices have, where the whole text is there to be counted. */
export function looksLikeQaplib(head: string): boolean {
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  if (!/^\s*\d{1,4}\s*$/.test(lines[0] ?? '') || /[^\d\s.+eE-]/.test(head)) return false
  const size = Number(lines[0])
  const entries = head.trim().split(/\s+/).length - 1
  if (size < 2) return false
  if (head.length < headLength) return entries === 2 * size * size
  const widths = lines.slice(1, 5).map((line) => line.trim().split(/\s+/).length)
  return entries <= 2 * size * size && Math.max(...widths) > (size > 2 ? 2 : 1)
}

export const qaplib: InstanceFormat = {
  name: 'qaplib',
  title: 'QAPLIB',
  extensions: ['dat', 'qap'],
  kinds: ['quadraticAssignment'],
  settings: {},
  fits: looksLikeQaplib,
  read: (text) => ({ kind: 'quadraticAssignment', input: readQaplib(text), notes: [] }),
  print: (_kind, input: QuadraticAssignmentInput) => printQaplib(input),
}
