import type { Random } from '../../src/run/index.ts'
import type { KnapsackInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

export type Correlation = 'none' | 'weak' | 'strong' | 'inverse' | 'subsetSum'

export interface KnapsackOptions {
  readonly items: number
  /** The largest weight (default 1000). */
  readonly range?: number
  /** How values follow weights (default `strong`). */
  readonly correlation?: Correlation
}

/**
 * Weights uniform in 1 … range, the capacity half of their sum; values independent, within a tenth of the range of the
 * weight, a tenth above it, a tenth below it, or equal to it (Martello and Toth 1990; Pisinger 2005).
 */
export function correlatedKnapsack(
  { items, range = 1000, correlation = 'strong' }: KnapsackOptions,
  random: Random,
): KnapsackInput {
  atLeast(items, 1, 'items')
  atLeast(range, 10, 'range')
  const tenth = Math.floor(range / 10)
  const worth = {
    none: () => 1 + random.below(range),
    weak: (w: number) => Math.max(1, w - tenth + random.below(2 * tenth + 1)),
    strong: (w: number) => w + tenth,
    inverse: (w: number) => w,
    subsetSum: (w: number) => w,
  }[correlation]
  const drawn = Array.from({ length: items }, () => 1 + random.below(range))
  const weight = correlation === 'inverse' ? drawn.map((w) => w + tenth) : drawn
  const capacity = Math.max(...weight, Math.floor(weight.reduce((a, b) => a + b, 0) / 2))
  return { value: drawn.map(worth), weight, capacity }
}
