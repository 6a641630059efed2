import type { Step } from '../../src/run/index.ts'
import type { Between, Point2 } from './metric.ts'
import type { Sites } from './sites.ts'

/** What a job may still spend before it must report: `allowed` was granted, `spent` of it is used. */
export interface Purse {
  allowed: number
  spent: number
}

/** Reports when the allowance is used up; false when the job was told to stop. */
export function* goOn(purse: Purse): Generator<Step, boolean, number> {
  if (purse.spent < purse.allowed) return true
  purse.allowed = yield { work: purse.spent }
  purse.spent = 0
  return purse.allowed > 0
}

/** Distances a search looks up: a table while it fits the caches, else the function. */
export interface Distances {
  readonly size: number
  /** Row-major; empty when there are too many places for a table. */
  readonly table: Float64Array
  readonly between: Between
}

/** 72 MB of table. */
const largestTable = 3000

/** Fills the table row by row. Null when told to stop. */
export function* tabulate({ size, between }: Sites, purse: Purse): Generator<Step, Distances | null, number> {
  if (size > largestTable) return { size, table: new Float64Array(0), between }
  const table = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) if (a !== b) table[a * size + b] = between(a, b)
    purse.spent += size
    if (!(yield* goOn(purse))) return null
  }
  return { size, table, between: (a, b) => table[a * size + b] }
}

/**
 * The `count` nearest of every place, nearest first: entry a·count + k. `nearness(a, b)` orders them, smaller is nearer,
 * equal ones by number. Places listed in `without` (a depot) are never neighbours. Null when told to stop.
 */
export function* nearestOfEach(
  size: number,
  count: number,
  nearness: Between,
  purse: Purse,
  from = 0,
): Generator<Step, Int32Array | null, number> {
  const nearest = new Int32Array(size * count)
  const keys = new Float64Array(count)
  for (let a = from; a < size; a++) {
    nearestOf(a, size, count, nearness, from, nearest, keys)
    purse.spent += size * 1.5
    if (!(yield* goOn(purse))) return null
  }
  return nearest
}

function nearestOf(
  a: number,
  size: number,
  count: number,
  nearness: Between,
  from: number,
  nearest: Int32Array,
  keys: Float64Array,
): void {
  const base = a * count
  let held = 0
  for (let b = from; b < size; b++) {
    if (b === a) continue
    const key = nearness(a, b)
    if (held === count && key >= keys[count - 1]) continue
    let k = held < count ? held++ : count - 1
    for (; k > 0 && keys[k - 1] > key; k--) {
      keys[k] = keys[k - 1]
      nearest[base + k] = nearest[base + k - 1]
    }
    keys[k] = key
    nearest[base + k] = b
  }
}

/** The same for points of the plane, by straight lines, through a grid of about two points a cell: linear time. */
export function* nearestOnGrid(
  at: readonly Point2[],
  count: number,
  purse: Purse,
): Generator<Step, Int32Array | null, number> {
  const grid = gridOver(at)
  const nearest = new Int32Array(at.length * count)
  for (let a = 0; a < at.length; a++) {
    purse.spent += gather(grid, at, a, count, nearest)
    if (!(yield* goOn(purse))) return null
  }
  return nearest
}

interface Grid {
  readonly columns: number
  readonly rows: number
  readonly cell: number
  readonly left: number
  readonly low: number
  /** Points sorted by cell; those of cell c are members[start[c]] … members[start[c + 1] − 1]. */
  readonly start: Int32Array
  readonly members: Int32Array
}

function gridOver(at: readonly Point2[]): Grid {
  const [left, right] = rangeOf(at, 0)
  const [low, high] = rangeOf(at, 1)
  const longer = Math.max(right - left, high - low, 1e-9)
  const area = Math.max(right - left, longer * 1e-3) * Math.max(high - low, longer * 1e-3)
  const cell = Math.max(Math.sqrt((2 * area) / at.length), longer / 2000)
  const columns = Math.floor((right - left) / cell) + 1
  const rows = Math.floor((high - low) / cell) + 1
  const cellOf = at.map(([x, y]) => Math.floor((y - low) / cell) * columns + Math.floor((x - left) / cell))
  const start = new Int32Array(columns * rows + 1)
  for (const c of cellOf) start[c + 1]++
  for (let c = 0; c < columns * rows; c++) start[c + 1] += start[c]
  const fill = start.slice()
  const members = new Int32Array(at.length)
  cellOf.forEach((c, k) => {
    members[fill[c]++] = k
  })
  return { columns, rows, cell, left, low, start, members }
}

/** The least and the largest coordinate along an axis. */
export function rangeOf(at: readonly Point2[], axis: 0 | 1): [number, number] {
  return at.reduce<[number, number]>(
    ([low, high], p) => [Math.min(low, p[axis]), Math.max(high, p[axis])],
    [Infinity, -Infinity],
  )
}

/** Rings of cells around the point until the nearest `count` cannot change any more; returns the work done. */
function gather(grid: Grid, at: readonly Point2[], a: number, count: number, nearest: Int32Array): number {
  const { columns, rows, cell, left, low } = grid
  const column = Math.floor((at[a][0] - left) / cell)
  const row = Math.floor((at[a][1] - low) / cell)
  const found: { b: number; key: number }[] = []
  for (let ring = 0; ring <= Math.max(columns, rows); ring++) {
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
      const edge = Math.abs(r - row) === ring
      for (let c = column - ring; c <= column + ring; c += edge || ring === 0 ? 1 : 2 * ring) {
        if (c >= 0 && c < columns) collect(grid, at, a, r * columns + c, found)
      }
    }
    const reach = (ring * cell) ** 2
    if (found.filter((f) => f.key <= reach).length >= count) break
  }
  found.sort((p, q) => p.key - q.key || p.b - q.b)
  for (let k = 0; k < count; k++) nearest[a * count + k] = found[k].b
  return 20 * found.length
}

function collect(
  { start, members }: Grid,
  at: readonly Point2[],
  a: number,
  cell: number,
  found: { b: number; key: number }[],
): void {
  for (let k = start[cell]; k < start[cell + 1]; k++) {
    const b = members[k]
    if (b !== a) found.push({ b, key: (at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2 })
  }
}
