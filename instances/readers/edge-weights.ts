import { failAt, type Section } from './tsplib-text.ts'

/** The triangle a layout walks, row by row: whether below the diagonal, and whether the diagonal is written. */
interface Triangle {
  readonly lower: boolean
  readonly diagonal: boolean
}

/** A symmetric matrix by columns of one triangle is the same list of numbers as by rows of the other. */
const layouts: Readonly<Record<string, Triangle | 'full'>> = {
  FULL_MATRIX: 'full',
  UPPER_ROW: { lower: false, diagonal: false },
  LOWER_ROW: { lower: true, diagonal: false },
  UPPER_DIAG_ROW: { lower: false, diagonal: true },
  LOWER_DIAG_ROW: { lower: true, diagonal: true },
  UPPER_COL: { lower: true, diagonal: false },
  LOWER_COL: { lower: false, diagonal: false },
  UPPER_DIAG_COL: { lower: true, diagonal: true },
  LOWER_DIAG_COL: { lower: false, diagonal: true },
}

/** EDGE_WEIGHT_SECTION → the row-major n × n matrix. */
export function matrixOf(section: Section, format: string, n: number): Float64Array {
  const layout = layouts[format]
  if (layout === undefined) {
    return failAt(section.line, `EDGE_WEIGHT_FORMAT "${format}" is not known`, `Use ${Object.keys(layouts).join(', ')}`)
  }
  const expected = layout === 'full' ? n * n : (n * (n + (layout.diagonal ? 1 : -1))) / 2
  if (section.values.length !== expected) {
    const where = section.lines.at(-1) ?? section.line
    failAt(
      where,
      `EDGE_WEIGHT_SECTION has ${section.values.length} numbers instead of ${expected}`,
      'Correct DIMENSION or EDGE_WEIGHT_FORMAT, or fetch the whole file',
    )
  }
  return layout === 'full' ? Float64Array.from(section.values) : mirrored(section.values, layout, n)
}

function mirrored(values: readonly number[], { lower, diagonal }: Triangle, n: number): Float64Array {
  const matrix = new Float64Array(n * n)
  let k = 0
  for (let i = 0; i < n; i++) {
    const first = lower ? 0 : i + (diagonal ? 0 : 1)
    const end = lower ? i + (diagonal ? 1 : 0) : n
    for (let j = first; j < end; j++) matrix[i * n + j] = matrix[j * n + i] = values[k++]
  }
  return matrix
}

/** FULL_MATRIX lines. */
export function printMatrix(matrix: ArrayLike<number>, n: number): string[] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => matrix[i * n + j]).join(' '))
}

type Gaps = readonly [number, number, number]
const nearest = (value: number): number => Math.floor(value + 0.5)

/** Distances between points of space, for which no problem has a formula (TSPLIB 95, section 2). */
export const inSpace: Readonly<Record<string, (gaps: Gaps) => number>> = {
  EUC_3D: ([x, y, z]) => nearest(Math.sqrt(x * x + y * y + z * z)),
  MAN_3D: ([x, y, z]) => nearest(x + y + z),
  MAX_3D: ([x, y, z]) => Math.max(nearest(x), nearest(y), nearest(z)),
}

/** The matrix over points of space, row-major. */
export function matrixInSpace(points: readonly (readonly number[])[], between: (gaps: Gaps) => number): Float64Array {
  const n = points.length
  const matrix = new Float64Array(n * n)
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < a; b++) {
      const gap = (axis: number) => Math.abs(points[a][axis] - points[b][axis])
      matrix[a * n + b] = matrix[b * n + a] = between([gap(0), gap(1), gap(2)])
    }
  }
  return matrix
}
