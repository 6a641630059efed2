/**
 * Exact: all sequences from both ends inwards, cut where the fixed products alone cost too much: |C_k| is at least
 * |its fixed part| − its open products, and at least 1 where it is odd (Mertens 1996, "Exhaustive search for
 * low-autocorrelation binary sequences"). Sign changes of all or of every second element leave the energy, so the first two
 * elements are fixed. In pieces.
 */
export class SequenceBranch {
  done = false
  private readonly length: number
  private readonly signs: Int8Array
  /** The order in which elements are fixed: 0, N − 1, 1, N − 2 … */
  private readonly order: number[]
  /** Fixed parts of C_k per depth, and how many products are open. */
  private readonly parts: Int32Array[]
  private readonly open: Int32Array[]
  /** How many values each level has had; levels below `depth` are fixed. */
  private readonly tried: Uint8Array
  private depth = 0

  constructor(length: number) {
    this.length = length
    this.signs = new Int8Array(length)
    this.order = Array.from({ length }, (_, d) => (d % 2 === 0 ? d / 2 : length - 1 - (d - 1) / 2))
    this.parts = Array.from({ length: length + 1 }, () => new Int32Array(length))
    this.open = Array.from({ length: length + 1 }, (_, d) => openProducts(length, this.order.slice(0, d)))
    this.tried = new Uint8Array(length)
  }

  /** Looks for a sequence below the limit until `work` is done or one is found. */
  advance(limit: number, work: number): { work: number; found: Int8Array | null } {
    let spent = 0
    while (spent < work && !this.done) {
      spent += this.length
      const level = this.depth
      const i = this.order[level]
      const value = this.tried[level]++
      if (value > (i <= 1 ? 0 : 1)) {
        this.tried[level] = 0
        this.depth--
        if (this.depth < 0) this.done = true
        continue
      }
      this.signs[i] = value === 0 ? 1 : -1
      this.place(level, i)
      if (this.bound(level + 1, limit) >= limit) continue
      if (level + 1 === this.length) return { work: spent, found: this.signs.slice() }
      this.depth++
    }
    return { work: spent, found: null }
  }

  private place(level: number, i: number): void {
    const to = this.parts[level + 1]
    to.set(this.parts[level])
    for (let d = 0; d < level; d++) {
      const j = this.order[d]
      to[Math.abs(i - j)] += this.signs[i] * this.signs[j]
    }
  }

  /** Of the sequences with so many elements fixed; exact when all are. */
  private bound(depth: number, limit: number): number {
    const parts = this.parts[depth]
    const open = this.open[depth]
    let energy = 0
    for (let lag = 1; lag < this.length && energy < limit; lag++) {
      const least = Math.max((this.length - lag) & 1, Math.abs(parts[lag]) - open[lag])
      energy += least * least
    }
    return energy
  }
}

function openProducts(length: number, fixed: readonly number[]): Int32Array {
  const open = Int32Array.from({ length }, (_, lag) => length - lag)
  for (const [k, i] of fixed.entries()) for (const j of fixed.slice(0, k)) open[Math.abs(i - j)]--
  return open
}
