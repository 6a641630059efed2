import { atOnce, type Pieces, type Random } from '../../../src/run/index.ts'
import type { Assignment } from './quadratic-assignment-input.ts'

/** Σ flow[i][j] · distance[location[i]][location[j]] + Σ cost[i][location[i]], added up in the order of the facilities. */
export function assignmentCost({ size, flow, distance, cost }: Assignment, location: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < size; i++) {
    const row = location[i] * size
    for (let j = 0; j < size; j++) total += flow[i * size + j] * distance[row + location[j]]
    if (cost !== null) total += cost[i * size + location[i]]
  }
  return total
}

/**
 * Where one matrix is symmetric, only the mean of the other with its transpose counts: then both are symmetric, and a
 * swap costs half as much to evaluate. Otherwise the assignment as it is.
 */
export function symmetrised(assignment: Assignment): Assignment & { readonly symmetric: boolean } {
  const { size, flow, distance } = assignment
  const [a, b] = [isSymmetric(flow, size), isSymmetric(distance, size)]
  if (!a && !b) return { ...assignment, symmetric: false }
  return {
    ...assignment,
    flow: a ? flow : mean(flow, size),
    distance: b ? distance : mean(distance, size),
    symmetric: true,
  }
}

function isSymmetric(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) if (matrix[i * size + j] !== matrix[j * size + i]) return false
  return true
}

const mean = (matrix: Float64Array, size: number): Float64Array =>
  matrix.map((value, k) => (value + matrix[(k % size) * size + Math.floor(k / size)]) / 2)

/**
 * Robust tabu search over swaps of two facilities (Taillard 1991, "Robust taboo search for the quadratic assignment
 * problem"): all swaps are kept evaluated, O(1) each after a move; a facility may not soon return to where it was. Tenures
 * are 8·size·u³ with u uniform, as in the author's later program.
 */
export class SwapSearch {
  readonly size: number
  readonly location: Int32Array
  readonly best: Int32Array
  current = 0
  bestCost = Number.POSITIVE_INFINITY
  /** What one step costs. */
  readonly stepWork: number
  private iteration = 0
  private readonly flow: Float64Array
  /** distance[location[i]][location[j]], kept in the order of the facilities. */
  private readonly placed: Float64Array
  private readonly delta: Float64Array
  private readonly rows: Float64Array
  /** The same array as `rows` where both matrices are symmetric. */
  private readonly columns: Float64Array
  /** tabu[i·size + k]: facility i may go to location k again after this iteration. */
  private readonly tabu: Int32Array
  private readonly scratch: readonly Float64Array[]
  private readonly assignment: Assignment & { readonly symmetric: boolean }
  private readonly grain: number

  constructor(assignment: Assignment) {
    this.assignment = symmetrised(assignment)
    const { size } = this.assignment
    this.size = size
    this.flow = this.assignment.flow
    this.location = new Int32Array(size)
    this.best = new Int32Array(size)
    this.placed = new Float64Array(size * size)
    this.delta = new Float64Array(size * size)
    this.rows = new Float64Array(size * size)
    this.columns = this.assignment.symmetric ? this.rows : new Float64Array(size * size)
    this.tabu = new Int32Array(size * size)
    this.scratch = [0, 1, 2, 3].map(() => new Float64Array(size))
    this.stepWork = 16 + size * 4 + Math.ceil((size * size) / (this.assignment.symmetric ? 4 : 2))
    this.grain = grainOf(assignment)
  }

  /** From here, with nothing tabu; the best is forgotten. Before it steps on, its swaps must be evaluated. */
  place(from: ArrayLike<number>): void {
    const { size, location, placed } = this
    const { distance } = this.assignment
    for (let i = 0; i < size; i++) location[i] = from[i]
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) placed[i * size + j] = distance[location[i] * size + location[j]]
    this.tabu.fill(0)
    this.iteration = 0
    this.current = assignmentCost(this.assignment, location)
    this.keep()
  }

  /** All swaps of where it stands, row by row: O(size³). */
  *evaluate(): Pieces<void> {
    const { size } = this
    for (let k = 0; k < size; k++) {
      this.multiply(k)
      yield Math.ceil((size * size) / 4)
    }
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) this.delta[i * size + j] = this.evaluated(i, j)
      yield size
    }
  }

  /** From here, ready to step. */
  start(from: ArrayLike<number>): void {
    this.place(from)
    atOnce(this.evaluate())
  }

  /** One move: the best swap that is not tabu, or leads below the best. True when a new best was found. */
  step(random: Random): boolean {
    const { size, delta, tabu, location } = this
    if (size < 2) return false
    this.iteration++
    const now = this.iteration
    const wanted = this.bestCost - this.current - this.grain
    let least = Number.POSITIVE_INFINITY
    let r = -1
    let s = -1
    for (let i = 0; i < size - 1; i++) {
      const own = location[i]
      for (let j = i + 1; j < size; j++) {
        const change = delta[i * size + j]
        if (change >= least) continue
        if (change < wanted || tabu[i * size + location[j]] < now || tabu[j * size + own] < now) {
          least = change
          r = i
          s = j
        }
      }
    }
    if (r < 0) {
      r = random.below(size - 1)
      s = r + 1 + random.below(size - 1 - r)
      least = delta[r * size + s]
    }
    tabu[r * size + location[r]] = now + this.tenure(random)
    tabu[s * size + location[s]] = now + this.tenure(random)
    this.swap(r, s)
    this.current += least
    if (this.current >= this.bestCost - this.grain) return false
    this.keep()
    return true
  }

  private tenure(random: Random): number {
    const u = random.unit()
    return 1 + Math.floor(u * u * u * 8 * this.size)
  }

  private keep(): void {
    this.best.set(this.location)
    this.bestCost = this.current
  }

  /** What swapping facilities i and j changes, by the scalar products of their rows and columns. */
  private evaluated(i: number, j: number): number {
    const { size, flow, placed, location, rows, columns } = this
    const { cost } = this.assignment
    const [ii, ij, ji, jj] = [i * size + i, i * size + j, j * size + i, j * size + j]
    let change = rows[ji] + rows[ij] - rows[ii] - rows[jj] + columns[ji] + columns[ij] - columns[ii] - columns[jj]
    change -= (flow[ii] - flow[ji]) * (placed[ji] - placed[ii]) + (flow[ii] - flow[ij]) * (placed[ij] - placed[ii])
    change -= (flow[ij] - flow[jj]) * (placed[jj] - placed[ij]) + (flow[ji] - flow[jj]) * (placed[jj] - placed[ji])
    change += (flow[ii] - flow[jj]) * (placed[jj] - placed[ii]) + (flow[ij] - flow[ji]) * (placed[ji] - placed[ij])
    if (cost === null) return change
    const [here, there] = [location[i], location[j]]
    return change + (cost[i * size + there] - cost[i * size + here]) + (cost[j * size + here] - cost[j * size + there])
  }

  /** rows[k·size + i] = Σ flow[i][l] · placed[k][l]; columns likewise, of the transposes. */
  private multiply(k: number): void {
    const { size, flow, placed, rows, columns } = this
    for (let i = 0; i < size; i++) {
      let product = 0
      for (let l = 0; l < size; l++) product += flow[i * size + l] * placed[k * size + l]
      rows[k * size + i] = product
      if (columns === rows) continue
      product = 0
      for (let l = 0; l < size; l++) product += flow[l * size + i] * placed[l * size + k]
      columns[k * size + i] = product
    }
  }

  /** Facilities r and s change places. */
  private swap(r: number, s: number): void {
    const { size, flow, placed, location, rows, columns } = this
    const [u, v, w, z] = this.scratch
    const kept = location[r]
    location[r] = location[s]
    location[s] = kept
    exchangeRows(placed, size, r, s)
    exchangeRows(rows, size, r, s)
    if (columns !== rows) exchangeRows(columns, size, r, s)
    for (let k = 0, row = 0; k < size; k++, row += size) {
      const own = placed[row + r]
      placed[row + r] = placed[row + s]
      placed[row + s] = own
    }
    for (let k = 0; k < size; k++) {
      u[k] = flow[r * size + k] - flow[s * size + k]
      v[k] = placed[s * size + k] - placed[r * size + k]
      w[k] = flow[k * size + r] - flow[k * size + s]
      z[k] = placed[k * size + s] - placed[k * size + r]
    }
    subtractProduct(rows, size, z, w)
    if (!this.assignment.symmetric) subtractProduct(columns, size, v, u)
    this.update(r, s)
  }

  /** Every other swap after this one: O(1) each (Taillard 1991, formulas 4 and 5). */
  private update(r: number, s: number): void {
    const { size, delta } = this
    const [u, v, w, z] = this.scratch
    if (this.assignment.symmetric) addCrossed(delta, size, u, v, 2)
    else {
      addCrossed(delta, size, u, v, 1)
      addCrossed(delta, size, w, z, 1)
    }
    for (let k = 0; k < size; k++) {
      if (k !== r) delta[k < r ? k * size + r : r * size + k] = this.evaluated(Math.min(k, r), Math.max(k, r))
      if (k !== s && k !== r)
        delta[k < s ? k * size + s : s * size + k] = this.evaluated(Math.min(k, s), Math.max(k, s))
    }
  }
}

function exchangeRows(matrix: Float64Array, size: number, r: number, s: number): void {
  const [from, to] = [r * size, s * size]
  for (let k = 0; k < size; k++) {
    const own = matrix[from + k]
    matrix[from + k] = matrix[to + k]
    matrix[to + k] = own
  }
}

/** matrix[k][i] −= a[k]·b[i] */
function subtractProduct(matrix: Float64Array, size: number, a: Float64Array, b: Float64Array): void {
  for (let k = 0; k < size; k++) {
    const factor = a[k]
    if (factor === 0) continue
    const row = k * size
    for (let i = 0; i < size; i++) matrix[row + i] -= factor * b[i]
  }
}

/** Above the diagonal: delta[i][j] += times·(u[i] − u[j])·(v[i] − v[j]) */
function addCrossed(delta: Float64Array, size: number, u: Float64Array, v: Float64Array, times: number): void {
  for (let i = 0; i < size - 1; i++) {
    const ui = u[i]
    const vi = v[i]
    const row = i * size
    for (let j = i + 1; j < size; j++) delta[row + j] += times * ((ui - u[j]) * (vi - v[j]))
  }
}

/** Differences below this are rounding; 0 for whole numbers of which all sums are exact. */
export function grainOf({ flow, distance, cost }: Assignment): number {
  const whole = [flow, distance, cost ?? []].every((list) => (list as number[]).every((x) => Number.isInteger(x)))
  const total = (list: ArrayLike<number>) => Array.from(list).reduce((sum, x) => sum + Math.abs(x), 0)
  const largest = (list: ArrayLike<number>) => Array.from(list).reduce((most, x) => Math.max(most, Math.abs(x)), 0)
  if (whole && total(flow) * largest(distance) + total(cost ?? []) <= Number.MAX_SAFE_INTEGER) return 0
  return 1e-9 * (largest(flow) * largest(distance) + largest(cost ?? []))
}
