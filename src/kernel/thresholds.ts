import { randomFrom, shuffle } from '../run/index.ts'
import { ln } from './logarithm.ts'

/** Replicas read neighbouring entries, so a table repeats its first entries at the end. */
const widestGroup = 16

const smallestTable = 2 ** 10
const largestTable = 2 ** 13

/** How many thresholds a sweep over `size` variables draws from: a power of two, small where a rebuild would dominate. */
export function tableSize(size: number): number {
  let entries = smallestTable
  while (entries < largestTable && entries < 2 * size) entries *= 2
  return entries
}

const tables = new Map<number, Float32Array>()

/**
 * Stratified values of −ln u in shuffled order: Metropolis accepts a cost c at temperature T iff c ≤ −T·ln u, so a table
 * scaled once per sweep replaces an exponential per trial. Acceptance is exact to 1/(2·entries).
 */
export function nats(entries: number): Float32Array {
  const known = tables.get(entries) ?? shuffledNats(entries)
  tables.set(entries, known)
  return known
}

function shuffledNats(entries: number): Float32Array {
  const table = new Float32Array(entries + widestGroup)
  const random = randomFrom(Uint32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, entries))
  for (let k = 0; k < entries; k++) table[k] = -ln((k + 0.5) / entries)
  shuffle(table, random, entries)
  table.copyWithin(entries, 0, widestGroup)
  return table
}

/** out[k] = min(cap, ⌊nats[k] · temperature⌋) in single precision: the largest whole cost accepted. */
export function temper(table: Float32Array, temperature: number, cap: number, out: Int32Array): void {
  const scale = Math.fround(temperature)
  for (let k = 0; k < table.length; k++) out[k] = Math.min(cap, Math.fround(table[k] * scale))
}
