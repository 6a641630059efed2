import type { Parcels } from './bin-packing-input.ts'

/** What was found out: the bin of every item, that there is no such packing, or nothing within the nodes. */
type Completion = Int32Array | 'none' | null

/**
 * Bin completion (Korf 2002, 2003): is there a packing into so many bins? Bin after bin takes the largest item left and a
 * completion that no other one dominates; waste may not exceed what the bins have to spare. Yields the work done.
 */
export function* completeBins(
  { sizes, capacity, limit }: Parcels,
  order: readonly number[],
  bins: number,
  nodes: number,
): Generator<number, Completion, number> {
  const total = order.reduce((sum, item) => sum + sizes[item], 0)
  const spare = bins * capacity - total + (limit - capacity) * bins
  const binOf = new Int32Array(sizes.length).fill(-1)
  const search = new Completions(sizes, capacity, limit, binOf, nodes)
  const ended = yield* search.fill(order, 0, bins, spare)
  if (ended === 'found') return binOf
  return ended === 'none' ? 'none' : null
}

type Ended = 'found' | 'none' | 'cut'

class Completions {
  constructor(
    private readonly sizes: Float64Array,
    private readonly capacity: number,
    private readonly limit: number,
    private readonly binOf: Int32Array,
    private nodes: number,
  ) {}

  *fill(left: readonly number[], bin: number, bins: number, spare: number): Generator<number, Ended, number> {
    if (left.length === 0) return 'found'
    if (bin === bins) return 'none'
    const { sizes, binOf } = this
    const [first, ...others] = left
    const { sets, work, cut } = this.completions(others, this.limit - sizes[first], spare)
    yield work
    let ended: Ended = cut ? 'cut' : 'none'
    for (const { items, load } of sets) {
      if (--this.nodes < 0) return 'cut'
      binOf[first] = bin
      for (const item of items) binOf[item] = bin
      const gone = new Set(items)
      const rest = others.filter((item) => !gone.has(item))
      const inner = yield* this.fill(rest, bin + 1, bins, spare - (this.capacity - sizes[first] - load))
      if (inner === 'found') return 'found'
      if (inner === 'cut') ended = 'cut'
      if (this.nodes < 0) return 'cut'
    }
    return ended
  }

  /** Sets of items that fit and leave no more waste than there is to spare, the fullest first, dominated ones left out. */
  private completions(
    others: readonly number[],
    room: number,
    spare: number,
  ): { sets: { items: number[]; load: number }[]; work: number; cut: boolean } {
    const { sizes, capacity, limit } = this
    const least = room - (limit - capacity) - spare - 1e-9 * capacity
    const sets: { items: number[]; load: number }[] = []
    const stack: number[] = []
    let [load, work] = [0, 8]
    const suffix = new Float64Array(others.length + 1)
    for (let k = others.length - 1; k >= 0; k--) suffix[k] = suffix[k + 1] + sizes[others[k]]
    for (let k = 0; work < mostWork && sets.length < mostSets; work++) {
      while (k < others.length && load + sizes[others[k]] > room) k++
      const enough = load + suffix[k] >= least
      if (k < others.length && enough) {
        stack.push(k)
        load += sizes[others[k++]]
        continue
      }
      if (load >= least) {
        work += others.length >> 2
        if (isMaximal(others, sizes, stack, room - load)) sets.push({ items: stack.map((at) => others[at]), load })
      }
      const back = stack.pop()
      if (back === undefined) {
        sets.sort((a, b) => b.load - a.load || a.items.length - b.items.length)
        return { sets, work: 4 * work + others.length, cut: false }
      }
      load -= sizes[others[back]]
      k = back + 1
      // An equal item in its place makes nothing new.
      while (k < others.length && sizes[others[k]] === sizes[others[back]]) k++
    }
    sets.sort((a, b) => b.load - a.load || a.items.length - b.items.length)
    return { sets, work: 4 * work + others.length, cut: true }
  }
}

const mostWork = 4000
const mostSets = 200

/**
 * Dominance of Martello and Toth (1990), for exchanges of one item: no item outside fits besides, and none larger fits in the
 * place of one inside.
 */
function isMaximal(others: readonly number[], sizes: Float64Array, stack: readonly number[], room: number): boolean {
  const inside = new Set(stack)
  let nearest = Number.POSITIVE_INFINITY
  for (let k = others.length - 1; k >= 0; k--) {
    const size = sizes[others[k]]
    if (inside.has(k)) nearest = size
    else if (size <= room || (size > nearest && size - nearest <= room)) return false
  }
  return true
}
