import { z } from 'zod'
import { isAmount, numberList } from '../../src/parse.ts'
import { type Between, distancesBy, type Metric, metricNames, type Point2 } from './metric.ts'

/** The places of a routing problem as numbers 0 … size − 1, their names and the way between any two. */
export interface Sites {
  readonly size: number
  readonly between: Between
  /** between(a, b) = between(b, a) for all pairs. */
  readonly symmetric: boolean
  /** Where to draw them; null when only distances are known. */
  readonly at: readonly Point2[] | null
  /** What answers call them: the user's names, or the numbers themselves. */
  readonly names: readonly (string | number)[]
  readonly indexOf: ReadonlyMap<string | number, number>
}

const isPoint = (p: unknown): p is Point2 => Array.isArray(p) && p.length === 2 && p.every(isAmount)

export const point = z.custom<Point2>(isPoint, { error: 'expected two finite numbers [x, y]' })

/** Checked in one pass and not copied: instances have thousands. */
const pointList = z.custom<readonly Point2[]>(
  (value) => Array.isArray(value) && value.length > 0 && value.every(isPoint),
  {
    error: ({ input }) => {
      if (!Array.isArray(input) || input.length === 0) return 'expected a list of points [x, y] that is not empty'
      return `entry ${input.findIndex((p) => !isPoint(p))} is not two finite numbers [x, y]`
    },
  },
)

export const metric = z.enum(metricNames)

/** Whole numbers of distances, row-major: entry a·size + b leads from a to b. */
export const matrixShape = {
  matrix: numberList,
  size: z.int().positive().optional(),
  at: pointList.optional(),
  names: z.array(z.string()).optional(),
}

export const coordinatesShape = {
  at: pointList,
  metric: metric.default('euclidean'),
  names: z.array(z.string()).optional(),
}

export interface MatrixInput {
  /** Row-major, size²: entry a·size + b is the distance from a to b; need not be symmetric. */
  readonly matrix: ArrayLike<number>
  readonly size?: number
  /** For pictures. */
  readonly at?: readonly Point2[]
  readonly names?: readonly string[]
}

export interface CoordinatesInput {
  readonly at: readonly Point2[]
  /** Default `euclidean`. */
  readonly metric?: Metric
  readonly names?: readonly string[]
}

/** The schema of the shape that the input's keys announce, so that a complaint is about the shape that was meant. */
export function oneOf<Data, Input>(shapes: Readonly<Record<string, z.ZodType<Data>>>, otherwise: z.ZodType<Data>) {
  const schema = z.unknown().transform((input, context) => {
    const key = Object.keys(shapes).find((k) => typeof input === 'object' && input !== null && k in input)
    const result = (key === undefined ? otherwise : shapes[key]).safeParse(input)
    if (result.success) return result.data
    for (const issue of result.error.issues) context.issues.push({ ...issue, input } as (typeof context.issues)[number])
    return z.NEVER
  })
  return schema as unknown as z.ZodType<Data, Input>
}

/** The complaints about bulk input that no field can make alone; null when there is none. */
export function complaintAbout(input: {
  matrix?: ArrayLike<number>
  size?: number
  at?: readonly Point2[]
  names?: readonly string[]
}): string | null {
  const size = input.size ?? (input.matrix ? Math.round(Math.sqrt(input.matrix.length)) : (input.at?.length ?? 0))
  if (input.matrix && input.matrix.length !== size * size)
    return `matrix has ${input.matrix.length} entries, which is not ${size}²`
  if (input.matrix && size === 0) return 'matrix is empty'
  if (input.at && input.at.length !== size) return `at has ${input.at.length} points for ${size} places`
  if (input.names && input.names.length !== size) return `names has ${input.names.length} entries for ${size} places`
  if (input.names?.includes('')) return `name ${input.names.indexOf('')} is empty`
  if (input.names && new Set(input.names).size !== size) return `name "${firstTwice(input.names)}" is given twice`
  return null
}

const firstTwice = (names: readonly string[]) => names.find((name, k) => names.indexOf(name) !== k)

export function sitesOfMatrix({ matrix, at, names }: MatrixInput): Sites {
  const size = Math.round(Math.sqrt(matrix.length))
  const between: Between = (a, b) => matrix[a * size + b]
  return { size, between, symmetric: isSymmetric(matrix, size), at: at ?? null, ...named(size, names) }
}

export function sitesOfCoordinates({ at, metric = 'euclidean', names }: CoordinatesInput): Sites {
  const drawn = metric === 'geo' ? at.map(([latitude, longitude]): Point2 => [longitude, latitude]) : at
  return { size: at.length, between: distancesBy(metric, at), symmetric: true, at: drawn, ...named(at.length, names) }
}

/** The ones listed, in that order, called 0, 1, 2 …: a problem of its own. */
export function matrixAmong(sites: Sites, chosen: readonly number[]): Float64Array {
  const matrix = new Float64Array(chosen.length * chosen.length)
  chosen.forEach((a, row) => {
    chosen.forEach((b, column) => {
      if (a !== b) matrix[row * chosen.length + column] = sites.between(a, b)
    })
  })
  return matrix
}

function named(size: number, given: readonly string[] | undefined): Pick<Sites, 'names' | 'indexOf'> {
  const names = given ?? Array.from({ length: size }, (_, k) => k)
  return { names, indexOf: new Map(names.map((name, k) => [name, k])) }
}

function isSymmetric(matrix: ArrayLike<number>, size: number): boolean {
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) if (matrix[a * size + b] !== matrix[b * size + a]) return false
  }
  return true
}
