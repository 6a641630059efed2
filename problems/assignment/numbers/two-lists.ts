/** So many numbers at most: half of them make 2²¹ sums. */
export const mostListed = 42

/** Sums between two looks at the work. */
const block = 1 << 12

/**
 * The most even split of few numbers, exact: the sums of all subsets of either half, each list in order, are walked against
 * each other for the pair nearest to half the total (Horowitz and Sahni 1974). O(2^(n/2)) in time and memory; in pieces.
 */
export class TwoLists {
  done = false
  private readonly numbers: Float64Array
  private readonly half: number
  private readonly total: number
  private readonly lists: { sums: Float64Array; sets: Int32Array }[]
  private next: { sums: Float64Array; sets: Int32Array } | null = null
  private level = 0
  private low = 0
  private raised = 0
  private high = -1

  constructor(numbers: ArrayLike<number>) {
    this.numbers = Float64Array.from(numbers)
    this.half = numbers.length >> 1
    this.total = this.numbers.reduce((sum, value) => sum + value, 0)
    this.lists = [0, 1].map(() => ({ sums: new Float64Array(1), sets: new Int32Array(1) }))
  }

  /** A bounded piece; `found` is a side per number with a difference below the limit. */
  advance(limit: number): { work: number; found: Uint8Array | null } {
    if (this.level < this.numbers.length) return { work: this.double(), found: null }
    if (this.high < 0) this.high = this.lists[1].sums.length - 1
    return this.scan(limit)
  }

  /** One more number into its list: the old sums and the raised ones, merged, a block at a time. */
  private double(): number {
    const value = this.numbers[this.level]
    const which = this.level < this.half ? 0 : 1
    const bit = 1 << (which === 0 ? this.level : this.level - this.half)
    const { sums, sets } = this.lists[which]
    const count = sums.length
    this.next ??= { sums: new Float64Array(2 * count), sets: new Int32Array(2 * count) }
    const { next } = this
    let [a, b] = [this.low, this.raised]
    const end = Math.min(2 * count, a + b + block)
    while (a + b < end) {
      const isOld = a < count && (b === count || sums[a] <= sums[b] + value)
      next.sums[a + b] = isOld ? sums[a] : sums[b] + value
      next.sets[a + b] = isOld ? sets[a++] : sets[b++] | bit
    }
    const isWhole = end === 2 * count
    this.low = isWhole ? 0 : a
    this.raised = isWhole ? 0 : b
    if (isWhole) {
      this.lists[which] = next
      this.next = null
      this.level++
    }
    return Math.min(block, 2 * count)
  }

  private scan(limit: number): { work: number; found: Uint8Array | null } {
    const [a, b] = this.lists
    const { total } = this
    let { low, high } = this
    let least = limit
    let pair: [number, number] | null = null
    let work = 0
    for (; work < block && low < a.sums.length && high >= 0; work++) {
      const gap = total - 2 * (a.sums[low] + b.sums[high])
      if (Math.abs(gap) < least) {
        least = Math.abs(gap)
        pair = [a.sets[low], b.sets[high]]
      }
      if (gap > 0) low++
      else high--
    }
    this.low = low
    this.high = high
    this.done = low === a.sums.length || high < 0
    return { work: work + 1, found: pair && this.sides(pair) }
  }

  private sides([first, second]: [number, number]): Uint8Array {
    return Uint8Array.from(this.numbers, (_, i) => (i < this.half ? (first >> i) & 1 : (second >> (i - this.half)) & 1))
  }
}
