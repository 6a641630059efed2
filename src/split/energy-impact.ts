import type { Qubo } from '../qubo/index.ts'
import type { Position } from './position.ts'

/** Numbers in [0, 1). */
export type Chance = () => number

/**
 * Windows of `size` variables that together cover all of them: each starts at the uncovered variable whose flip has the
 * least energy against it now, and grows breadth-first, uncovered and cheap neighbours first. The idea is D-Wave's
 * EnergyImpactDecomposer with rolling windows, but in the opposite order: theirs starts where a flip costs most, and on
 * sparse graphs starting where change is cheapest was better under equal time. Ties fall by chance.
 */
export function* energyImpactWindows(
  qubo: Qubo,
  position: Position,
  size: number,
  chance: Chance,
): Generator<Uint32Array> {
  const order = byImpact(position.gain, chance)
  const key = new Int32Array(qubo.size)
  order.forEach((i, rank) => {
    key[i] = rank
  })
  const isCovered = new Uint8Array(qubo.size)
  for (const start of order) {
    if (isCovered[start]) continue
    const window = grow(qubo, order, start, Math.min(size, qubo.size), key)
    for (const i of window) {
      // Covered variables come last when the next windows grow.
      if (!isCovered[i]) key[i] += qubo.size
      isCovered[i] = 1
    }
    yield window
  }
}

/** Told apart between the least and the largest ΔE. */
const grades = 65536

/** Variables by rising ΔE, in 65,536 equal grades, equals by chance: a counting sort, because there may be a million. */
function byImpact(gain: Float64Array, chance: Chance): Uint32Array {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < gain.length; i++) {
    if (gain[i] < low) low = gain[i]
    if (gain[i] > high) high = gain[i]
  }
  const scale = high > low ? (grades - 1) / (high - low) : 0
  const start = new Uint32Array(grades + 1)
  for (let i = 0; i < gain.length; i++) start[Math.floor((gain[i] - low) * scale) + 1]++
  for (let g = 0; g < grades; g++) start[g + 1] += start[g]
  const order = new Uint32Array(gain.length)
  for (const i of shuffled(gain.length, chance)) order[start[Math.floor((gain[i] - low) * scale)]++] = i
  return order
}

/** 0 … size − 1 in random order (Fisher and Yates). */
export function shuffled(size: number, chance: Chance): Uint32Array {
  const order = new Uint32Array(size)
  for (let k = 0; k < size; k++) order[k] = k
  for (let k = size - 1; k > 0; k--) {
    const other = Math.floor(chance() * (k + 1))
    const kept = order[k]
    order[k] = order[other]
    order[other] = kept
  }
  return order
}

function grow(qubo: Qubo, order: Uint32Array, start: number, size: number, key: Int32Array): Uint32Array {
  const isInside = new Uint8Array(qubo.size)
  const window = new Uint32Array(size)
  let count = 0
  let next = 0
  const take = (i: number) => {
    if (isInside[i] || count === size) return
    isInside[i] = 1
    window[count++] = i
  }
  take(start)
  for (let reached = 0; count < size; ) {
    if (reached < count) neighbours(qubo, window[reached++], key).forEach(take)
    else take(order[next++])
  }
  return window
}

const neighbours = ({ rowStart, column }: Qubo, i: number, key: Int32Array): Uint32Array =>
  column.slice(rowStart[i], rowStart[i + 1]).sort((a, b) => key[a] - key[b])
