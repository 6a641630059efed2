import type { Qubo } from '../../src/qubo/index.ts'
import type { Job, Random } from '../../src/run/index.ts'
import { flip, type Position, positionAt } from '../../src/split/index.ts'

/**
 * Greedy one-flip passes from a random point until no flip helps. Work: the couplings once, one per look, and one per
 * coupling of a flip.
 */
export function* descent(qubo: Qubo, chance: Random): Job<Position> {
  let allowance = yield { work: 0 }
  const position = positionAt(
    qubo,
    Int8Array.from({ length: qubo.size }, () => chance.below(2)),
  )
  const { gain } = position
  const tolerance = -1e-12 * largestOf(qubo.value)
  let done = qubo.size + (qubo.column.length >> 1)
  for (let calm = 0, i = 0; calm < qubo.size && allowance > 0; i = i + 1 === qubo.size ? 0 : i + 1) {
    calm++
    done++
    if (gain[i] < tolerance) {
      flip(qubo, position, i)
      done += qubo.rowStart[i + 1] - qubo.rowStart[i]
      calm = 0
    }
    if (done < allowance) continue
    allowance = yield { work: done }
    done = 0
  }
  if (allowance > 0 && done > 0) yield { work: done }
  return position
}

function largestOf(value: Float64Array): number {
  let largest = 0
  for (let k = 0; k < value.length; k++) largest = Math.max(largest, Math.abs(value[k]))
  return largest
}
