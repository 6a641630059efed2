import { Factor } from './factor.ts'

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
  /** The least objective; Infinity when nothing is feasible. */
  readonly value: number
  /** Lagrange multipliers: of the budget, then of every row (≥ 0, per unit of its bound). */
  readonly multipliers: Float64Array
  /** About how many work units it took. */
  readonly work: number
}

const zeroStep = 1e-12
const feasible = 1e-10

/**
 * The primal active-set method (Nocedal and Wright 2006, algorithm 16.3) with a first phase that drives one artificial
 * column to zero. The Cholesky factor of the free columns is updated, never recomputed; every step also
 * keeps near the present point (a hundred-millionth of the largest curvature), so that singular directions have an end,
 * and is repeated until nothing moves: the point reached satisfies the Karush–Kuhn–Tucker conditions of the programme
 * itself up to rounding. Deterministic: + − × ÷ and roots only.
 */
export function solveProgramme(programme: Programme): ProgrammeResult {
  const state = new ActiveSet(programme)
  state.firstPhase()
  if (state.artificial > feasible) return state.result(Number.POSITIVE_INFINITY)
  state.secondPhase()
  return state.result(state.objective())
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
  /** Row 0 is the budget; the last column is the artificial one. */
  private readonly matrix: Float64Array[]
  private readonly bound: Float64Array
  private readonly scale: Float64Array
  private readonly isActive: Uint8Array
  private readonly multiplier: Float64Array
  private readonly active: number[] = [0]
  private readonly factor: Factor
  private readonly step: Float64Array
  private readonly p: Programme
  private readonly curvature: number
  private readonly slip: number
  private phase: 1 | 2 = 1
  private work = 0

  constructor(p: Programme) {
    this.p = p
    this.size = p.thing.length
    this.x = Float64Array.from({ length: this.size + 1 }, (_, j) => (j < this.size ? p.lower[j] : 1))
    this.gradient = new Float64Array(this.size + 1)
    this.place = new Uint8Array(this.size + 1)
    this.step = new Float64Array(this.size + 1)
    this.scale = Float64Array.from([1, ...p.rows.map((row) => largest(row.coefficients) || 1)])
    this.matrix = this.scaledRows()
    this.bound = Float64Array.from([p.budget, ...p.rows.map((row, r) => row.bound / this.scale[r + 1])])
    this.isActive = new Uint8Array(this.bound.length)
    this.isActive[0] = 1
    this.multiplier = new Float64Array(this.bound.length)
    this.curvature = this.largestCurvature()
    this.slip = 1e-11 * (this.curvature + largest(p.linear))
    this.factor = new Factor((i, j) => this.curvatureOf(i, j))
  }

  get artificial(): number {
    return this.x[this.size]
  }

  /** The artificial column makes up for what the lower bounds miss of every row. */
  private scaledRows(): Float64Array[] {
    const { rows, budget } = this.p
    const ones = new Float64Array(this.size + 1).fill(1)
    const all = [ones, ...rows.map((row, r) => scaled(row.coefficients, this.scale[r + 1]))]
    return all.map((row, r) => {
      const bound = r === 0 ? budget : rows[r - 1].bound / this.scale[r]
      row[this.size] = 0
      const missing = bound - dot(row, this.x)
      row[this.size] = r === 0 ? missing : Math.max(0, missing)
      return row
    })
  }

  private largestCurvature(): number {
    const { quadratic, order, thing } = this.p
    let most = 0
    for (const t of thing) most = Math.max(most, 2 * quadratic[t * order + t])
    return most > 0 ? most : largest(this.p.linear) || 1
  }

  private curvatureOf(i: number, j: number): number {
    if (this.phase === 1) return i === j ? 1e-6 : 0
    const { quadratic, order, thing } = this.p
    const own = 2 * quadratic[thing[i] * order + thing[j]]
    return i === j ? own + 1e-8 * this.curvature : own
  }

  firstPhase(): void {
    const missing = this.matrix.map((row) => row[this.size])
    if (Math.abs(missing[0]) <= feasible) {
      this.x[this.size] = Math.max(...missing) <= feasible ? 0 : 1
      return
    }
    this.gradient[this.size] = 1
    this.free(this.size)
    this.descend()
  }

  secondPhase(): void {
    this.phase = 2
    this.x[this.size] = 0
    const kept = this.factor.columns.filter((j) => j !== this.size)
    this.place[this.size] = atLower
    this.factor.clear()
    if (kept.length === 0) return
    for (const j of kept) this.factor.append(j)
    this.gradient.set(this.p.linear)
    this.gradient[this.size] = 0
    for (let j = 0; j < this.size; j++) if (this.x[j] !== 0) this.addToGradient(j, this.x[j])
    this.descend()
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
    const most = 20 * (this.size + this.bound.length) + 200
    for (let round = 0, idle = 0, whole = 0, settled = false; round < most; round++) {
      const length = this.direct()
      if (settled || length <= zeroStep) {
        if (!this.release(idle > 2 * this.size)) return
        settled = false
        whole = 0
        idle++
        continue
      }
      const share = this.advance()
      whole = share === 1 ? whole + 1 : 0
      settled = whole > 0 && (length <= 1e-7 || whole > 20)
      if (share > zeroStep) idle = 0
      if (this.phase === 1 && this.x[this.size] <= 0) return
    }
  }

  /** The step to the least point over the free columns on the active rows, what rounding lost of them made up; its largest entry. */
  private direct(): number {
    const { factor, active, gradient, step } = this
    const { columns } = factor
    const y = factor.forward(columns.map((j) => gradient[j]))
    const v = active.map((r) => factor.forward(columns.map((j) => this.matrix[r][j])))
    this.work += columns.length * columns.length * (active.length + 2) + 20
    const multipliers = combine(
      v,
      v.map((list) => dot(list, y)),
    )
    const missing = combine(
      v,
      active.map((r) => this.bound[r] - dot(this.matrix[r], this.x)),
    )
    const isVertex = columns.length <= active.length
    for (let i = 0; i < y.length; i++) y[i] = isVertex ? 0 : -y[i]
    active.forEach((r, k) => {
      this.multiplier[r] = multipliers[k]
      const share = missing[k] + (isVertex ? 0 : multipliers[k])
      for (let i = 0; i < y.length; i++) y[i] += share * v[k][i]
    })
    const direction = factor.backward(y)
    let length = 0
    columns.forEach((j, i) => {
      step[j] = direction[i]
      length = Math.max(length, Math.abs(step[j]))
    })
    return this.phase === 1 && length <= 1e-7 ? 0 : length
  }

  /** Frees the column, or leaves the row, that promises most; false when none does: the point is optimal. */
  private release(first: boolean): boolean {
    const { place, gradient, active, multiplier, matrix, size } = this
    const slip = this.phase === 1 ? 1e-9 : this.slip
    let worst = slip
    let pick = -1
    for (let j = 0; j < size; j++) {
      if (place[j] === free || this.p.lower[j] >= this.p.upper[j]) continue
      let reduced = gradient[j]
      for (const r of active) reduced -= multiplier[r] * matrix[r][j]
      const promise = place[j] === atLower ? -reduced : reduced
      if (promise <= worst) continue
      worst = promise
      pick = j
      if (first) break
    }
    this.work += size * active.length
    const row = active.findIndex((r, k) => k > 0 && -multiplier[r] > (first && pick >= 0 ? slip : worst))
    if (row > 0) this.isActive[active.splice(row, 1)[0]] = 0
    else if (pick >= 0) this.free(pick)
    return row > 0 || pick >= 0
  }

  /** Goes along the step as far as bounds and rows allow; what stops it becomes active. The share gone. */
  private advance(): number {
    const { factor, x, step, size } = this
    const { share, column, row } = this.nearest()
    for (const j of factor.columns) {
      x[j] += share * step[j]
      if (this.phase === 2) this.addToGradient(j, share * step[j])
    }
    if (row >= 0) {
      this.active.push(row)
      this.isActive[row] = 1
    } else if (column >= 0) {
      const isLow = step[column] < 0
      x[column] = isLow ? this.lowest(column) : this.p.upper[column]
      this.place[column] = isLow ? atLower : atUpper
      if (column !== size) factor.remove(column)
    }
    return share
  }

  private lowest = (j: number): number => (j === this.size ? 0 : this.p.lower[j])

  private nearest(): { share: number; column: number; row: number } {
    const { factor, x, step, size } = this
    let share = 1
    let column = -1
    for (const j of factor.columns) {
      if (step[j] === 0 || (j === size && step[j] > 0)) continue
      const room = Math.max(0, (step[j] < 0 ? this.lowest(j) - x[j] : this.p.upper[j] - x[j]) / step[j])
      if (room > share || (room === share && j !== size)) continue
      share = room
      column = j
    }
    let row = -1
    for (let r = 1; r < this.bound.length; r++) {
      const room = this.isActive[r] ? 1 : this.roomOf(r)
      if (room >= share) continue
      share = room
      row = r
    }
    return { share, column, row }
  }

  private roomOf(r: number): number {
    const { factor, x, step, matrix, bound } = this
    let change = 0
    for (const j of factor.columns) change += matrix[r][j] * step[j]
    if (change > -1e-14) return 1
    this.work += this.size
    return Math.max(0, (dot(matrix[r], x) - bound[r]) / -change)
  }

  objective(): number {
    const { quadratic, order, thing, linear } = this.p
    let total = 0
    for (let i = 0; i < this.size; i++) {
      if (this.x[i] === 0) continue
      let along = 0
      for (let j = 0; j < this.size; j++) along += this.x[j] * quadratic[thing[i] * order + thing[j]]
      total += this.x[i] * (along + linear[i])
    }
    return total
  }

  result(value: number): ProgrammeResult {
    const multipliers = this.multiplier.map((m, r) => (this.isActive[r] ? m / this.scale[r] : 0))
    return {
      point: this.x.slice(0, this.size),
      value,
      multipliers,
      work: 40 + this.work,
    }
  }
}

const largest = (list: Float64Array): number => list.reduce((most, v) => Math.max(most, Math.abs(v)), 0)

function scaled(list: Float64Array, by: number): Float64Array {
  const out = new Float64Array(list.length + 1)
  for (let k = 0; k < list.length; k++) out[k] = list[k] / by
  return out
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k]
  return sum
}

/** The factors λ with Vᵀ·V·λ = target, for a few independent lists V. */
function combine(v: readonly Float64Array[], target: readonly number[]): Float64Array {
  const gram = new Factor((i, j) => dot(v[i], v[j]))
  for (let k = 0; k < v.length; k++) gram.append(k)
  return gram.backward(gram.forward(target))
}
