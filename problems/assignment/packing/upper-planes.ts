import type { PairedItems } from './quadratic-knapsack-input.ts'

/**
 * Upper planes: every pair's value is split between its two items; an item is worth at most its own part beside the best
 * others that fit (a linear knapsack, relaxed), and the whole at most a relaxed knapsack of those (Gallo, Hammer and Simeone
 * 1980). Splits begin with halves and are moved by subgradients, which lowers the bound far (Caprara, Pisinger and Toth 1999).
 */
export class UpperPlanes {
  /** The least bound so far. */
  bound = Number.POSITIVE_INFINITY
  /** What one row costs, about. */
  readonly rowWork: number
  private readonly part: Float64Array
  /** inner[i·size + j]: how much of j is beside i in the relaxed knapsack of i. */
  private readonly inner: Float64Array
  private readonly worth: Float64Array
  private readonly outer: Float64Array
  private readonly order: Int32Array
  private readonly density: Float64Array
  /** After every round of planes the splits move: their way is measured, then gone. */
  private phase: 'planes' | 'measure' | 'shift' = 'planes'
  /** The row whose turn it is. */
  private next = 0
  private isFirst = true
  private total = 0
  private length = 0
  private pace = 0
  private step = 2
  private last = Number.POSITIVE_INFINITY

  constructor(private readonly items: PairedItems) {
    const { size } = items
    this.part = new Float64Array(size * size)
    this.inner = new Float64Array(size * size)
    this.worth = new Float64Array(size)
    this.outer = new Float64Array(size)
    this.order = Int32Array.from({ length: size }, (_, k) => k)
    this.density = new Float64Array(size)
    this.rowWork = 20 + size * 12
  }

  /** One more row; true when a round of planes is complete, and `bound` is what is known now. */
  advance(lower: number): boolean {
    if (this.phase === 'planes') return this.plane()
    if (this.phase === 'measure') this.measure()
    else this.shift(lower)
    return false
  }

  private plane(): boolean {
    const { items, worth, inner, part } = this
    const { size, value, weight, capacity, shared } = items
    const i = this.next++
    const row = part.subarray(i * size, (i + 1) * size)
    if (this.isFirst) for (let j = 0; j < size; j++) row[j] = shared[i * size + j] / 2
    const beside = inner.subarray(i * size, (i + 1) * size)
    worth[i] =
      weight[i] > capacity ? Number.NEGATIVE_INFINITY : value[i] + this.relaxed(row, capacity - weight[i], i, beside)
    if (this.next < size) return false
    this.next = 0
    this.isFirst = false
    this.phase = 'measure'
    this.length = 0
    this.total = this.relaxed(worth, capacity, -1, this.outer)
    this.bound = Math.min(this.bound, this.total)
    if (this.total > this.last * (1 - 1e-6)) this.step *= 0.9
    this.last = Math.min(this.total, this.last)
    return true
  }

  /** The relaxed knapsack: its value, and in `share` how much of each item is in it; item `without` stays out. */
  private relaxed(values: Float64Array, capacity: number, without: number, share: Float64Array): number {
    const { weight, size } = this.items
    const { density } = this
    share.fill(0)
    let count = 0
    for (let k = 0; k < size; k++) {
      if (k === without || values[k] <= 0) continue
      density[k] = weight[k] === 0 ? Number.POSITIVE_INFINITY : values[k] / weight[k]
      this.order[count++] = k
    }
    const order = this.order.subarray(0, count).sort((a, b) => density[b] - density[a] || a - b)
    let total = 0
    let room = capacity
    for (const k of order) {
      share[k] = weight[k] <= room ? 1 : room / weight[k]
      total += share[k] * values[k]
      room -= share[k] * weight[k]
      if (share[k] < 1) break
    }
    return total
  }

  /** The squared length of the subgradient, row by row; 0 ends the shift. */
  private measure(): void {
    const { outer, inner, items } = this
    const { size, shared } = items
    const i = this.next++
    for (let j = 0; j < i; j++) {
      const slope = shared[i * size + j] === 0 ? 0 : outer[i] * inner[i * size + j] - outer[j] * inner[j * size + i]
      this.length += slope * slope
    }
    if (this.next < size) return
    this.next = 0
    this.phase = this.length > 0 ? 'shift' : 'planes'
  }

  /** Splits move against the subgradient, row by row, by Polyak's step towards the value of a known selection. */
  private shift(lower: number): void {
    const { part, inner, outer, items } = this
    const { size, shared } = items
    if (this.next === 0) this.pace = (this.step * Math.max(0, this.total - lower)) / this.length / 2
    const i = this.next++
    for (let j = 0; j < i; j++) {
      if (shared[i * size + j] === 0) continue
      const by = this.pace * (outer[i] * inner[i * size + j] - outer[j] * inner[j * size + i])
      part[i * size + j] -= by
      part[j * size + i] += by
    }
    if (this.next < size) return
    this.next = 0
    this.phase = 'planes'
  }
}
