import type { Random } from '../../src/run/index.ts'

/**
 * An exponentially distributed number with mean 1 from comparisons alone: no logarithm, so the same bits everywhere
 * (von Neumann 1951).
 */
export function exponential(random: Random): number {
  for (let whole = 0; ; whole++) {
    const first = random.unit()
    let last = first
    for (let draws = 2; ; draws++) {
      const drawn = random.unit()
      if (drawn >= last) {
        if (draws % 2 === 0) return whole + first
        break
      }
      last = drawn
    }
  }
}
