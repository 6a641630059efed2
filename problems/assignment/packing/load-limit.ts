/** Whole numbers whose sums are exact. */
export function isExact(list: ArrayLike<number>): boolean {
  let total = 0
  for (let k = 0; k < list.length; k++) {
    if (!Number.isInteger(list[k])) return false
    total += Math.abs(list[k])
  }
  return total <= Number.MAX_SAFE_INTEGER
}

/** Loads above this are too heavy: the capacity, and a grain of rounding where weights are not whole. */
export function loadLimit({ weight, capacity }: { weight: Float64Array; capacity: number }): number {
  return weight.every((w) => Number.isInteger(w)) ? capacity : capacity * (1 + 1e-9)
}
