import type { Random } from '../../src/run/index.ts'
import type { QuadraticKnapsackInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'
import { pairs } from './pairs.ts'

/**
 * Items and pairs worth 1 … 100 with probability `density`, else nothing; weights 1 … 50, the capacity uniform between 50 and
 * their sum (Gallo, Hammer and Simeone 1980).
 */
export function pairedKnapsack(
  { items, density = 0.5 }: { items: number; density?: number },
  random: Random,
): QuadraticKnapsackInput {
  atLeast(items, 1, 'items')
  const worth = () => (random.unit() < density ? 1 + random.below(100) : 0)
  const value = Array.from({ length: items }, worth)
  const { add, from, to, weight: shared } = pairs()
  for (let i = 0; i < items; i++) {
    for (let j = i + 1; j < items; j++) {
      const both = worth()
      if (both > 0) add(i, j, both)
    }
  }
  const weight = Array.from({ length: items }, () => 1 + random.below(50))
  const total = weight.reduce((a, b) => a + b, 0)
  const capacity = Math.min(total, 50 + random.below(Math.max(1, total - 49)))
  return { value, weight, capacity, pairs: { from, to, value: shared } }
}
