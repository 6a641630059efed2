/** More numbers than this are paired off first. */
const mostBranched = 1000

/**
 * Two parts by complete differencing (Korf 1998, after Karmarkar and Karp 1982), in pieces: the two largest numbers are
 * replaced by their difference (they part), and on the way back by their sum (they stay together). The first leaf is the
 * Karmarkar–Karp heuristic; when all leaves that could be better are seen, the best is proven. Of more than 1,000 numbers,
 * neighbours in size are parted first until so many are left, and then only those are searched.
 */
export class Differencing {
  done = false
  /** Whether `done` means that nothing is better: not when numbers were differenced beforehand. */
  readonly isComplete: boolean
  private readonly size: number
  /** Numbers in falling order per depth, and which original or combined number each is. */
  private readonly values: Float64Array[] = []
  private readonly ids: Int32Array[] = []
  private readonly sums: number[] = []
  /** Combined number size + d is first[d] with or against second[d]. */
  private readonly first: number[] = []
  private readonly second: number[] = []
  private readonly together: boolean[] = []
  private readonly beforehand: number
  private depth = 0
  /** Per depth: 0 = not looked at, 1 = parted, 2 = together as well. */
  private readonly tried: number[] = [0]

  constructor(numbers: ArrayLike<number>) {
    this.size = numbers.length
    let list = inOrder(Array.from(numbers, (value, id) => ({ value, id })))
    this.isComplete = list.length <= mostBranched
    while (list.length > mostBranched) list = this.pairOff(list)
    const values = Float64Array.from(list, ({ value }) => value)
    this.beforehand = this.first.length
    this.values.push(values)
    this.ids.push(Int32Array.from(list, ({ id }) => id))
    this.sums.push(values.reduce((sum, value) => sum + value, 0))
  }

  /** Looks for a difference below the limit until `work` is done or one is found: the sides, 0 or 1 per number. */
  advance(limit: number, work: number): { work: number; found: Uint8Array | null } {
    let spent = 0
    while (spent < work && !this.done) {
      const values = this.values[this.depth]
      spent += 4
      const state = this.tried[this.depth]++
      if (state === 0) {
        const leaf = 2 * values[0] - this.sums[this.depth]
        if (values.length === 1 || leaf >= 0) {
          const found = leaf < limit ? this.sides() : null
          this.climb()
          if (found) return { work: spent + 2 * this.size, found }
          continue
        }
      }
      // Of four numbers or fewer, parting the two largest is never worse.
      if (state === 2 || (state === 1 && values.length <= 4)) this.climb()
      else spent += this.descend(state === 1)
    }
    return { work: spent, found: null }
  }

  private climb(): void {
    this.depth--
    this.first.pop()
    this.second.pop()
    this.together.pop()
    if (this.depth < 0) this.done = true
  }

  private descend(together: boolean): number {
    const depth = this.depth
    const values = this.values[depth]
    if (this.values[depth + 1] === undefined) {
      const next = listOf(values.length - 1)
      this.values[depth + 1] = next.values
      this.ids[depth + 1] = next.ids
    }
    this.combine(values, this.ids[depth], together, { values: this.values[depth + 1], ids: this.ids[depth + 1] })
    this.sums[depth + 1] = this.sums[depth] - (together ? 0 : 2 * values[1])
    this.tried[depth + 1] = 0
    this.depth++
    return values.length
  }

  /** Every second number is parted from the one before it (Lueker 1987). */
  private pairOff(list: readonly Named[]): Named[] {
    const next = list.length % 2 === 1 ? [list[list.length - 1]] : []
    for (let k = 0; k + 1 < list.length; k += 2) {
      next.push({ value: list[k].value - list[k + 1].value, id: this.size + this.first.length })
      this.first.push(list[k].id)
      this.second.push(list[k + 1].id)
      this.together.push(false)
    }
    return inOrder(next)
  }

  /** Fills `next` with the list, its two largest combined, in order. */
  private combine(values: Float64Array, ids: Int32Array, together: boolean, next: List): void {
    const value = together ? values[0] + values[1] : values[0] - values[1]
    const id = this.size + this.first.length
    this.first.push(ids[0])
    this.second.push(ids[1])
    this.together.push(together)
    const { length } = values
    let from = 2
    for (; from < length && values[from] > value; from++) {
      next.values[from - 2] = values[from]
      next.ids[from - 2] = ids[from]
    }
    next.values[from - 2] = value
    next.ids[from - 2] = id
    for (; from < length; from++) {
      next.values[from - 1] = values[from]
      next.ids[from - 1] = ids[from]
    }
  }

  /** The largest number against all others of the list, and then every combination taken apart. */
  private sides(): Uint8Array {
    const ids = this.ids[this.depth]
    const side = new Uint8Array(this.size + this.beforehand + this.depth)
    for (let k = 1; k < ids.length; k++) side[ids[k]] = 1
    for (let d = this.first.length - 1; d >= 0; d--) {
      side[this.first[d]] = side[this.size + d]
      side[this.second[d]] = side[this.size + d] ^ (this.together[d] ? 0 : 1)
    }
    return side.slice(0, this.size)
  }
}

interface List {
  readonly values: Float64Array
  readonly ids: Int32Array
}

const listOf = (length: number): List => ({ values: new Float64Array(length), ids: new Int32Array(length) })

interface Named {
  readonly value: number
  readonly id: number
}

const inOrder = (list: Named[]): Named[] => list.sort((a, b) => b.value - a.value || a.id - b.id)
