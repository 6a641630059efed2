import type { Qubo } from '../qubo/index.ts'
import type { Job } from '../run/index.ts'

/** Fields of a point: what raising bit i would add, field[i] = linear[i] + Σ q_ij·x_j. O(n + couplings). */
export function fieldsAt(qubo: Qubo, x: Int8Array): Float64Array {
  const { size, rowStart, column, value } = qubo
  const field = qubo.linear.slice()
  for (let i = 0; i < size; i++) {
    if (!x[i]) continue
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) field[column[k]] += value[k]
  }
  return field
}

/**
 * Flips bits of `x` in place while that lowers the energy, in rounds over the variables, until no single flip does
 * (or 64 rounds' work is spent: rounding may make real coefficients circle).
 */
export function* descent(qubo: Qubo, x: Int8Array): Job<void> {
  const { size, rowStart, column, value } = qubo
  const field = fieldsAt(qubo, x)
  let allowance = yield { work: 0 }
  let work = 0
  let patience = 64 * (size + column.length)
  for (let i = 0, still = 0; still < size && patience > 0; i = i + 1 === size ? 0 : i + 1) {
    const cost = x[i] ? -field[i] : field[i]
    const before = work++
    still++
    if (cost < 0) {
      const step = x[i] ? -1 : 1
      x[i] += step
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) field[column[k]] += value[k] * step
      work += rowStart[i + 1] - rowStart[i]
      still = 1
    }
    patience -= work - before
    if (work >= allowance) {
      allowance = yield { work }
      if (allowance === 0) return
      work = 0
    }
  }
  if (work > 0) yield { work }
}
