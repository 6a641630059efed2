import { IsinglassError } from '../../src/errors.ts'
import type { MetricName, Places, Point } from '../shapes.ts'
import { inSpace, matrixInSpace, matrixOf, printMatrix } from './edge-weights.ts'
import { failAt, rowsOf, sectionOf, type TsplibText, textOf } from './tsplib-text.ts'

const metrics: Readonly<Record<string, MetricName>> = {
  EUC_2D: 'euc2d',
  CEIL_2D: 'ceil2d',
  MAN_2D: 'man2d',
  MAX_2D: 'max2d',
  GEO: 'geo',
  ATT: 'att',
}

/** More places than any matrix here may have (200 MB). */
const largestMatrix = 5000

/** The nodes of a TSPLIB or VRPLIB text: places in order, and the numbers the file calls them by. */
export interface Nodes {
  readonly places: Places
  readonly ids: readonly number[]
}

/** Coordinates with their metric, or the explicit matrix. */
export function readNodes(text: TsplibText, n: number): Nodes {
  const type =
    textOf(text, 'EDGE_WEIGHT_TYPE') ??
    failAt(text.lastLine, 'EDGE_WEIGHT_TYPE is missing', 'Add a line "EDGE_WEIGHT_TYPE : …"')
  const line = text.keys.get('EDGE_WEIGHT_TYPE')?.line ?? 1
  if (type === 'EXPLICIT') return explicit(text, n)
  if (inSpace[type]) {
    if (n > largestMatrix) failAt(line, `${type} needs a matrix of ${n}² numbers`, `Use at most ${largestMatrix} nodes`)
    const { points, ids } = coordinates(text, 'NODE_COORD_SECTION', n, 3)
    return { places: { size: n, matrix: matrixInSpace(points, inSpace[type]) }, ids }
  }
  const metric =
    metrics[type] ??
    failAt(
      line,
      `EDGE_WEIGHT_TYPE "${type}" is not known`,
      `Use EXPLICIT, ${[...Object.keys(metrics), ...Object.keys(inSpace)].join(', ')}`,
    )
  const { points, ids } = coordinates(text, 'NODE_COORD_SECTION', n, 2)
  return { places: { at: points as unknown as Point[], metric }, ids }
}

function explicit(text: TsplibText, n: number): Nodes {
  const format =
    textOf(text, 'EDGE_WEIGHT_FORMAT') ??
    failAt(text.lastLine, 'EDGE_WEIGHT_FORMAT is missing', 'Add it, for example FULL_MATRIX')
  const matrix = matrixOf(sectionOf(text, 'EDGE_WEIGHT_SECTION'), format, n)
  const shown = ['NODE_COORD_SECTION', 'DISPLAY_DATA_SECTION'].find((name) => text.sections.has(name))
  if (shown === undefined) return { places: { size: n, matrix }, ids: count(n) }
  const { points, ids } = coordinates(text, shown, n, 2)
  return { places: { size: n, matrix, at: points as unknown as Point[] }, ids }
}

/** Rows `id x y …`. Ids 1 … n may stand in any order; other ids are kept as names, in the file's order. */
function coordinates(text: TsplibText, name: string, n: number, width: number): { points: number[][]; ids: number[] } {
  const rows = rowsOf(sectionOf(text, name), name, width + 1, n)
  const lineOf = new Map<number, number>()
  for (const {
    values: [id],
    line,
  } of rows) {
    if (!Number.isSafeInteger(id)) failAt(line, `node ${id} is not a whole number`)
    if (lineOf.has(id)) failAt(line, `node ${id} is listed twice`)
    lineOf.set(id, line)
  }
  const numbered = rows.every(({ values: [id] }) => id >= 1 && id <= n)
  const ordered = numbered ? [...rows].sort((a, b) => a.values[0] - b.values[0]) : rows
  return { points: ordered.map((r) => r.values.slice(1)), ids: ordered.map((r) => r.values[0]) }
}

const count = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1)

/** Ids as names where they are not simply 1 … n. */
export function namesOf(ids: readonly number[]): { names?: readonly string[] } {
  return ids.every((id, k) => id === k + 1) ? {} : { names: ids.map(String) }
}

export const sizeOf = (places: Places): number => ('matrix' in places ? places.size : places.at.length)

/** Node numbers of the file to be printed: the names where they are whole numbers, 1 … n without names. */
export function idsOf(places: Places, format: string): number[] {
  const { names } = places
  if (names === undefined) return count(sizeOf(places))
  const other = names.find((name) => !/^-?\d{1,15}$/.test(name))
  if (other === undefined) return names.map(Number)
  throw new IsinglassError(
    'INPUT_INVALID',
    `"${other}" is not a whole number, and ${format} files name nodes by numbers`,
    'Write JSON, or leave "names" out',
  )
}

/** The keys and sections that say where the nodes are. */
export function printPlaces(places: Places, ids: readonly number[]): { keys: string[]; sections: string[] } {
  const points = places.at?.map((point, k) => [ids[k], ...point].join(' ')) ?? []
  if (!('matrix' in places)) {
    const type = Object.keys(metrics).find((key) => metrics[key] === places.metric)
    if (type === undefined) {
      throw new IsinglassError(
        'INPUT_INVALID',
        `metric "${places.metric}" has no name in TSPLIB`,
        `Use ${Object.values(metrics).join(', ')}, or write JSON`,
      )
    }
    return { keys: [`EDGE_WEIGHT_TYPE : ${type}`], sections: ['NODE_COORD_SECTION', ...points] }
  }
  const shown = places.at ? ['DISPLAY_DATA_SECTION', ...points] : []
  const keys = ['EDGE_WEIGHT_TYPE : EXPLICIT', 'EDGE_WEIGHT_FORMAT : FULL_MATRIX']
  return { keys, sections: ['EDGE_WEIGHT_SECTION', ...printMatrix(places.matrix, places.size), ...shown] }
}
