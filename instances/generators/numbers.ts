import type { Random } from '../../src/run/index.ts'
import type { NumberPartitionInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

/**
 * Numbers uniform below 2^bits: partitions with a difference of 0 or 1 become rare where bits exceed the count (Mertens 1998,
 * "Phase transition in the number partitioning problem").
 */
export function uniformNumbers({ count, bits }: { count: number; bits: number }, random: Random): NumberPartitionInput {
  atLeast(count, 1, 'count')
  atLeast(bits, 1, 'bits')
  const half = 2 ** Math.max(0, bits - 30)
  const low = 2 ** Math.min(bits, 30)
  return { numbers: Array.from({ length: count }, () => random.below(half) * low + random.below(low)) }
}
