/** Loads above this are too heavy: the capacity, and a grain of rounding where weights are not whole. */
export function loadLimit({ weight, capacity }: { weight: Float64Array; capacity: number }): number {
  return weight.every((w) => Number.isInteger(w)) ? capacity : capacity * (1 + 1e-9)
}
