import { couplingsFromCoo } from '../../../src/qubo/index.ts'
import { type Random, shuffled } from '../../../src/run/index.ts'
import type { MassGraph } from './partition-moves.ts'

/** A smaller graph and the node of it that stands for each node of the finer one. */
export interface Coarser {
  readonly graph: MassGraph
  readonly standsFor: Uint32Array
}

/**
 * Neighbours joined most heavily for their masses become one node, in random order (heavy-edge matching, Karypis and
 * Kumar 1998; the rating of Holtgrewe, Sanders and Schulz 2010). Nobody grows above `most`, and nodes of different labels,
 * where there are such, never become one.
 */
export function coarsened(
  { couplings, mass }: MassGraph,
  most: number,
  random: Random,
  labels: Int32Array | null = null,
): Coarser {
  const { size, rowStart, column, value } = couplings
  const standsFor = new Uint32Array(size)
  const isMatched = new Uint8Array(size)
  let count = 0
  for (const i of shuffled(size, random)) {
    if (isMatched[i]) continue
    let mate = -1
    let highest = 0
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      const rating = value[k] / (mass[i] * mass[j])
      if (isMatched[j] || rating <= highest || mass[i] + mass[j] > most) continue
      if (labels !== null && labels[i] !== labels[j]) continue
      highest = rating
      mate = j
    }
    isMatched[i] = 1
    standsFor[i] = count
    if (mate >= 0) {
      isMatched[mate] = 1
      standsFor[mate] = count
    }
    count++
  }
  return { graph: contracted({ couplings, mass }, standsFor, count), standsFor }
}

function contracted({ couplings, mass }: MassGraph, standsFor: Uint32Array, count: number): MassGraph {
  const { size, rowStart, column, value } = couplings
  const rows: number[] = []
  const columns: number[] = []
  const values: number[] = []
  const masses = new Int32Array(count)
  for (let i = 0; i < size; i++) {
    masses[standsFor[i]] += mass[i]
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      if (column[k] < i || standsFor[column[k]] === standsFor[i]) continue
      rows.push(standsFor[i])
      columns.push(standsFor[column[k]])
      values.push(value[k])
    }
  }
  return { couplings: couplingsFromCoo(count, rows, columns, values, new Float64Array(count)), mass: masses }
}
