import type { Qubo } from '../qubo/index.ts'
import { nativeMembers, type Reduction, substitute } from './substitute.ts'

/**
 * First-order persistency, to its fixed point: a variable whose linear coefficient outweighs all its couplings has one
 * best value whatever the others do (Hammer, Hansen and Simeone 1984, the simplest of their rules). Fixing it changes
 * its neighbours' coefficients, so they are looked at again. Members of native groups are left alone. O(couplings).
 */
export function fixPersistent(qubo: Qubo): Reduction {
  const value = persistentValues(qubo)
  const image = new Int32Array(qubo.size).fill(-1)
  const kept: number[] = []
  for (let i = 0; i < qubo.size; i++) {
    if (value[i] < 0) image[i] = kept.push(i) - 1
  }
  return substitute(qubo, {
    image,
    flip: Uint8Array.from(value, (v) => (v === 1 ? 1 : 0)),
    kept: Uint32Array.from(kept),
  })
}

/** 0 or 1 where some optimum is known to have that value, −1 elsewhere; all of them hold together. */
export function persistentValues(qubo: Qubo): Int8Array {
  const { size, rowStart, column, value } = qubo
  const closed = nativeMembers(qubo)
  const fixed = new Int8Array(size).fill(-1)
  const linear = qubo.linear.slice()
  const least = new Float64Array(size)
  const most = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      if (value[k] < 0) least[i] += value[k]
      else most[i] += value[k]
    }
  }
  const waiting = Int32Array.from({ length: size }, (_, k) => size - 1 - k)
  const isWaiting = new Uint8Array(size).fill(1)
  for (let height = size; height > 0; ) {
    const i = waiting[--height]
    isWaiting[i] = 0
    if (closed[i]) continue
    const best = linear[i] + least[i] >= 0 ? 0 : linear[i] + most[i] <= 0 ? 1 : -1
    if (best < 0) continue
    fixed[i] = best
    closed[i] = 1
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      if (value[k] < 0) least[j] -= value[k]
      else most[j] -= value[k]
      if (best === 1) linear[j] += value[k]
      if (!closed[j] && !isWaiting[j]) {
        waiting[height++] = j
        isWaiting[j] = 1
      }
    }
  }
  return fixed
}
