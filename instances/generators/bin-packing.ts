import { type Random, shuffle } from '../../src/run/index.ts'
import type { BinPackingInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

/** Whole sizes uniform in 20 … 100, capacity 150 (Falkenauer 1996, "uniform"). */
export function uniformBins({ items }: { items: number }, random: Random): BinPackingInput {
  atLeast(items, 1, 'items')
  return { size: Array.from({ length: items }, () => 20 + random.below(81)), capacity: 150 }
}

/**
 * Bins of exactly three items, 1000 in all: one of 380 … 490, two that share the rest, each above 250 (Falkenauer 1996,
 * "triplets"); so many bins are enough, and no fewer.
 */
export function tripletBins({ bins }: { bins: number }, random: Random): BinPackingInput {
  atLeast(bins, 1, 'bins')
  const size: number[] = []
  for (let b = 0; b < bins; b++) {
    const large = 380 + random.below(111)
    const rest = 1000 - large
    const second = 250 + random.below(Math.floor(rest / 2) - 249)
    size.push(large, second, rest - second)
  }
  return { size: shuffle(size, random), capacity: 1000 }
}
