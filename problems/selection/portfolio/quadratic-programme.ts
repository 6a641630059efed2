import { Factor } from './factor.ts'
import { dot, Orthonormal } from './orthonormal.ts'

/**
 * Minimise xᵀQx + cᵀx subject to Σ x = budget, every row a·x ≥ bound and lower ≤ x ≤ upper; Q is positive semidefinite.
 * Column j stands for the thing `thing[j]` of Q, so that several columns may share one (a piece kept, a piece bought).
 */
export interface Programme {
  /** Row-major order × order, symmetric. */
  readonly quadratic: Float64Array
  readonly order: number
  readonly thing: Int32Array
  readonly linear: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly budget: number
  readonly rows: readonly Row[]
}

/** Σ coefficients[j]·x[j] ≥ bound. */
export interface Row {
  readonly coefficients: Float64Array
  readonly bound: number
}

export interface ProgrammeResult {
  readonly point: Float64Array
  /** The objective at the point, never less than `bound`; Infinity when nothing is feasible. */
  readonly value: number
  /**
   * No feasible point has less: what the multipliers prove by duality, however the search for them went. Infinity when
   * they prove that nothing is feasible.
   */
  readonly bound: number
  /** Lagrange multipliers: of the budget, then of every row (≥ 0, per unit of its bound). */
  readonly multipliers: Float64Array
  /** About how many work units it took. */
  readonly work: number
}

const feasible = 1e-10
/** Steps, and distances from a bound, that count as none. */
const nowhere = 1e-12
/** Parts of a step, of a gradient or of multipliers that may be rounding. */
const rounding = 1e-11

/**
 * The primal active-set method (Nocedal and Wright 2006, algorithm 16.3) with a first phase that drives one artificial
 * column to zero. The Cholesky factor of the free columns is updated, never recomputed. Every step also keeps near the
 * present point (a hundred-millionth of each curvature), so that singular directions have an end, and is repeated until
 * nothing moves: the point reached satisfies the Karush–Kuhn–Tucker conditions of the programme itself up to rounding.
 * Active rows that depend on others over the free columns are let go; of several bounds that stop a step the one
 * met most squarely becomes active (Harris 1973). Deterministic: + − × ÷ and roots only.
 */
export function solveProgramme(programme: Programme): ProgrammeResult {
  const state = new ActiveSet(programme)
  state.firstPhase()
  if (state.artificial > feasible) return state.infeasible()
  state.secondPhase()
  return state.optimal()
}

/** Where a column stands. */
const atLower = 0
const atUpper = 1
const free = 2

class ActiveSet {
  private readonly size: number
  private readonly x: Float64Array
  private readonly gradient: Float64Array
  private readonly place: Uint8Array
  private readonly lower: Float64Array
  private readonly upper: Float64Array
  /** Row 0 is the budget; the last column is the artificial one. */
  private readonly matrix: Float64Array[]
  private readonly bound: Float64Array
  private readonly scale: Float64Array
  private readonly multiplier: Float64Array
  private active: number[] = [0]
  /** Rows that move with the active ones, as long as no more columns are free. */
  private dependent: number[] = []
  private readonly factor: Factor
  private readonly step: Float64Array
  private readonly p: Programme
  private readonly curvature: number
  private readonly dearest: number
  private phase: 1 | 2 = 1
  private work = 0

  constructor(p: Programme) {
    this.p = p
    this.size = p.thing.length
    this.lower = extended(p.lower, 0)
    this.upper = extended(p.upper, Number.POSITIVE_INFINITY)
    this.x = extended(p.lower, 0)
    this.gradient = new Float64Array(this.size + 1)
    this.place = new Uint8Array(this.size + 1)
    this.step = new Float64Array(this.size + 1)
    this.scale = Float64Array.from([1, ...p.rows.map((row) => largest(row.coefficients) || 1)])
    this.bound = Float64Array.from([p.budget, ...p.rows.map((row, r) => row.bound / this.scale[r + 1])])
    this.matrix = this.scaledRows()
    this.multiplier = new Float64Array(this.bound.length)
    this.dearest = largest(p.linear)
    this.curvature = this.largestCurvature()
    this.factor = new Factor((i, j) => this.curvatureOf(i, j))
  }

  get artificial(): number {
    return this.x[this.size]
  }

  /** The artificial column, at 1, makes up for what the lower bounds miss of every row. */
  private scaledRows(): Float64Array[] {
    const ones = new Float64Array(this.size).fill(1)
    const scaled = this.p.rows.map((row, r) => row.coefficients.map((a) => a / this.scale[r + 1]))
    return [ones, ...scaled].map((coefficients, r) => {
      const row = extended(coefficients, 0)
      const missing = this.bound[r] - dot(row, this.x)
      row[this.size] = missing > feasible || (r === 0 && missing < -feasible) ? missing : 0
      return row
    })
  }

  private largestCurvature(): number {
    const { quadratic, order, thing } = this.p
    let most = 0
    for (const t of thing) most = Math.max(most, 2 * quadratic[t * order + t])
    return most > 0 ? most : this.dearest || 1
  }

  private curvatureOf(i: number, j: number): number {
    if (this.phase === 1) return i === j ? 1e-6 : 0
    const { quadratic, order, thing } = this.p
    const own = 2 * quadratic[thing[i] * order + thing[j]]
    return i === j ? own + 1e-8 * own + 1e-12 * this.curvature : own
  }

  firstPhase(): void {
    const { matrix, size, x, gradient } = this
    if (matrix.every((row) => row[size] === 0)) return
    x[size] = 1
    gradient[size] = 1
    this.free(size)
    if (matrix[0][size] === 0) this.freeAny()
    this.descend()
  }

  secondPhase(): void {
    const { size, x, gradient, factor } = this
    this.phase = 2
    x[size] = this.upper[size] = 0
    const kept = factor.columns.filter((j) => j !== size)
    this.place[size] = atLower
    factor.clear()
    for (const j of kept) factor.append(j)
    if (kept.length === 0) this.freeAny()
    gradient[size] = 0
    this.refresh()
    if (factor.columns.length > 0) this.descend()
  }

  /** Some column must be free for the budget to have a multiplier. */
  private freeAny(): void {
    const j = this.p.lower.findIndex((low, k) => low < this.p.upper[k])
    if (j >= 0) this.free(j)
  }

  /** The gradient anew, without what rounding brought in. */
  private refresh(): void {
    if (this.phase === 1) return
    this.gradient.set(this.p.linear)
    for (let j = 0; j < this.size; j++) if (this.x[j] !== 0) this.addToGradient(j, this.x[j])
  }

  private addToGradient(k: number, amount: number): void {
    const { quadratic, order, thing } = this.p
    const { gradient, size } = this
    const row = thing[k] * order
    for (let j = 0; j < size; j++) gradient[j] += 2 * amount * quadratic[row + thing[j]]
    this.work += size
  }

  private free(j: number): void {
    this.place[j] = free
    this.factor.append(j)
  }

  private descend(): void {
    const most = 20 * (this.size + this.bound.length) + 400
    let isFresh = true
    let before = Number.POSITIVE_INFINITY
    for (let round = 0, idle = 0, whole = 0, settled = false; round < most; round++) {
      const length = this.direct()
      if (!settled && length > 1e-15) {
        const share = this.advance(length)
        whole = share === 1 ? whole + 1 : 0
        settled = whole > 0 && (length <= 10 * nowhere || (length <= 1e-7 && length > 0.9 * before) || whole > 100)
        before = length
        if (share * length > nowhere) idle = 0
        isFresh = false
        if (this.phase === 1 && this.artificial <= 0) return
      } else if (this.release(idle++ > 2 * this.size)) {
        settled = false
        whole = 0
        before = Number.POSITIVE_INFINITY
      } else {
        if (isFresh) return
        this.refresh()
        isFresh = true
      }
    }
  }

  /** The step to the least point over the free columns on the active rows, what rounding lost of them made up; its largest entry. */
  private direct(): number {
    const { factor, gradient, step, multiplier } = this
    const { columns } = factor
    const rows = new Orthonormal(this.active.map((r) => factor.forward(columns.map((j) => this.matrix[r][j]))))
    const missing = this.active.map((r) => this.bound[r] - dot(this.matrix[r], this.x))
    const y = factor.forward(columns.map((j) => -gradient[j]))
    const multipliers = rows.combination(rows.project(y))
    multiplier.fill(0)
    this.active.forEach((r, k) => {
      multiplier[r] = -multipliers[k]
    })
    this.work += columns.length * columns.length * (this.active.length + 2) + 20
    this.dependent.push(...this.active.filter((r, k) => r > 0 && !rows.isNew[k]))
    this.active = this.active.filter((r, k) => r === 0 || rows.isNew[k])
    if (columns.length <= rows.isNew.filter(Boolean).length) y.fill(0)
    rows.addReaching(y, missing)
    const direction = factor.backward(y)
    let length = 0
    columns.forEach((j, i) => {
      step[j] = direction[i]
      length = Math.max(length, Math.abs(step[j]))
    })
    return this.phase === 1 && length <= 1e-7 ? 0 : length
  }

  /** Frees the column, or leaves the row, that promises most, or the first one; false when none does: the point is optimal. */
  private release(first: boolean): boolean {
    const { place, lower, upper, active, multiplier, size } = this
    const worth = multiplier.reduce((sum, m) => sum + Math.abs(m), 0)
    const loud = 1e-12 * (this.curvature + this.dearest + worth)
    let worst = 0
    let pick = -1
    for (let j = 0; j < size && !(first && pick >= 0); j++) {
      if (place[j] === free || lower[j] >= upper[j]) continue
      const reduced = this.reduced(j)
      const promise = place[j] === atLower ? -reduced : reduced
      if (promise <= worst || (promise <= loud && promise <= this.noise(j))) continue
      worst = promise
      pick = j
    }
    const row = active.findIndex((r, k) => k > 0 && -multiplier[r] > Math.max(rounding * worth, first ? 0 : worst))
    this.work += size * active.length
    if (row > 0) active.splice(row, 1)
    else if (pick >= 0) this.free(pick)
    else return false
    this.dependent = []
    return true
  }

  /** What the active rows leave of the gradient in a column. */
  private reduced(j: number): number {
    let value = this.gradient[j]
    for (const r of this.active) value -= this.multiplier[r] * this.matrix[r][j]
    return value
  }

  /** How much of that may be rounding. */
  private noise(j: number): number {
    const { x, p, multiplier, matrix, size } = this
    const row = p.thing[j] * p.order
    let sum = Math.abs(p.linear[j])
    for (let k = 0; k < size; k++) sum += 2 * Math.abs(p.quadratic[row + p.thing[k]] * x[k])
    for (const r of this.active) sum += 100 * Math.abs(multiplier[r] * matrix[r][j])
    this.work += size
    return 1e-15 * sum
  }

  /** Goes along the step as far as bounds and rows allow; what stops it becomes active. The share gone. */
  private advance(length: number): number {
    const { factor, x, step, lower, upper } = this
    const { share, column, row } = this.nearest(rounding * length + 1e-14)
    for (const j of factor.columns) {
      const before = x[j]
      x[j] = Math.min(upper[j], Math.max(lower[j], before + share * step[j]))
      if (j === column) x[j] = step[j] < 0 ? lower[j] : upper[j]
      if (this.phase === 2 && x[j] !== before) this.addToGradient(j, x[j] - before)
    }
    if (row >= 0) this.active.push(row)
    if (column >= 0) {
      this.place[column] = step[column] < 0 ? atLower : atUpper
      if (column !== this.size) factor.remove(column)
    }
    return share
  }

  /** What the step meets, entries up to `noise` left out: of what is met within a hair of the first the one met most squarely. */
  private nearest(noise: number): { share: number; column: number; row: number } {
    const { factor, x, step, lower, upper, active, dependent, bound } = this
    const others = this.matrix.flatMap((_, r) => (r === 0 || active.includes(r) || dependent.includes(r) ? [] : [r]))
    const columns = factor.columns.length
    const slopes = new Float64Array(columns + others.length)
    const shares = new Float64Array(columns + others.length).fill(2)
    let reach = 1
    for (let k = 0; k < slopes.length; k++) {
      const j = k < columns ? factor.columns[k] : -1
      const r = j < 0 ? others[k - columns] : -1
      const slope = j < 0 ? this.slopeOf(r) : Math.abs(step[j])
      if (slope <= noise) continue
      const distance = j < 0 ? dot(this.matrix[r], x) - bound[r] : step[j] < 0 ? x[j] - lower[j] : upper[j] - x[j]
      slopes[k] = slope
      shares[k] = Math.max(0, distance / slope)
      reach = Math.min(reach, shares[k] + nowhere / slope)
    }
    let met = -1
    for (let k = 0; k < slopes.length; k++) if (shares[k] <= reach && slopes[k] > (met < 0 ? 0 : slopes[met])) met = k
    if (met < 0) return { share: 1, column: -1, row: -1 }
    const [column, row] = met < columns ? [factor.columns[met], -1] : [-1, others[met - columns]]
    return { share: shares[met], column, row }
  }

  /** How fast the step uses up the row. */
  private slopeOf(r: number): number {
    const row = this.matrix[r]
    let slope = 0
    for (const j of this.factor.columns) slope -= row[j] * this.step[j]
    this.work += this.size
    return slope
  }

  infeasible(): ProgrammeResult {
    const gap = this.gap()
    return this.result(Number.POSITIVE_INFINITY, gap < 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)
  }

  optimal(): ProgrammeResult {
    const value = this.objective()
    const bound = value - this.gap()
    return this.result(Math.max(value, bound), bound)
  }

  private objective(): number {
    const { gradient, x, p } = this
    let total = 0
    for (let i = 0; i < this.size; i++) total += (x[i] * (gradient[i] + p.linear[i])) / 2
    return total
  }

  /** By how much the Lagrangian's least value over the box is less than the objective's first-order model at the point. */
  private gap(): number {
    const { x, lower, upper, bound, matrix, multiplier, size } = this
    let gap = 0
    for (const r of this.active) {
      if (r > 0) multiplier[r] = Math.max(0, multiplier[r])
      gap += multiplier[r] * (dot(matrix[r], x) - bound[r] - matrix[r][size] * x[size])
    }
    for (let j = 0; j < size; j++) {
      const value = this.reduced(j)
      gap += value * (x[j] - (value > 0 ? lower[j] : upper[j]))
    }
    return gap
  }

  private result(value: number, bound: number): ProgrammeResult {
    return {
      point: this.x.slice(0, this.size),
      value,
      bound,
      multipliers: this.multiplier.map((m, r) => m / this.scale[r]),
      work: 40 + this.work,
    }
  }
}

const largest = (list: Float64Array): number => list.reduce((most, v) => Math.max(most, Math.abs(v)), 0)

function extended(list: Float64Array, last: number): Float64Array {
  const out = new Float64Array(list.length + 1)
  out.set(list)
  out[list.length] = last
  return out
}
