import type { Random } from '../../src/run/index.ts'

export const sign = (random: Random): number => (random.below(2) === 0 ? -1 : 1)

/** Mean 0, variance 1, near normal: twelve uniform numbers less 6 (no logarithm, whose bits differ between engines). */
export function bell(random: Random): number {
  let sum = -6
  for (let k = 0; k < 12; k++) sum += random.unit()
  return sum
}

export const rounded = (value: number): number => Math.round(value * 1000) / 1000
