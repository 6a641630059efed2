/**
 * One choice per parameter: `start[p]` is the first option of parameter p (options are numbered through, `start` has one
 * entry more). The cost is the sum of the chosen options' own costs and of the tables between parameters.
 */
export interface ChoiceTables {
  readonly start: Int32Array
  readonly own: Float64Array
  /** Per parameter, the parameters it shares a table with; `cost[(o − start[p])·size(q) + (o′ − start[q])]`. */
  readonly shared: readonly (readonly SharedTable[])[]
}

interface SharedTable {
  readonly other: number
  readonly cost: Float64Array
}

export const sizeOf = ({ start }: ChoiceTables, p: number): number => start[p + 1] - start[p]

/** Tables from costs of options and of pairs of options of different parameters; pairs that repeat add up. */
export function choiceTables(
  sizes: ArrayLike<number>,
  own: Float64Array,
  pairs: Iterable<readonly [a: number, b: number, cost: number]>,
): ChoiceTables {
  const start = new Int32Array(sizes.length + 1)
  for (let p = 0; p < sizes.length; p++) start[p + 1] = start[p] + sizes[p]
  const owner = new Int32Array(own.length)
  for (let p = 0; p < sizes.length; p++) owner.fill(p, start[p], start[p + 1])
  const tables = Array.from({ length: sizes.length }, () => new Map<number, Float64Array>())
  const add = (a: number, b: number, cost: number) => {
    const [p, q] = [owner[a], owner[b]]
    const table = tables[p].get(q) ?? new Float64Array(sizes[p] * sizes[q])
    tables[p].set(q, table)
    table[(a - start[p]) * sizes[q] + b - start[q]] += cost
  }
  for (const [a, b, cost] of pairs) {
    add(a, b, cost)
    add(b, a, cost)
  }
  const shared = tables.map((row) => [...row].sort(([a], [b]) => a - b).map(([other, cost]) => ({ other, cost })))
  return { start, own, shared }
}

/** The cost of the choice `choice[p]` in 0 … size(p) − 1 of every parameter. */
export function costOfChoice(tables: ChoiceTables, choice: ArrayLike<number>): number {
  const { start, own, shared } = tables
  let total = 0
  for (let p = 0; p < shared.length; p++) {
    total += own[start[p] + choice[p]]
    for (const { other, cost } of shared[p])
      if (other > p) total += cost[choice[p] * sizeOf(tables, other) + choice[other]]
  }
  return total
}
