import type { Parcels } from './bin-packing-input.ts'

/** Items by falling size, equals in their order. */
export const byFallingSize = (sizes: Float64Array): number[] =>
  Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b)

/** Best fit in this order: each item into the fullest bin that still takes it (Johnson 1973); the bin of every item. */
export function bestFit({ sizes, limit }: Parcels, order: readonly number[]): { binOf: Int32Array; bins: number } {
  const binOf = new Int32Array(sizes.length)
  const load: number[] = []
  for (const item of order) {
    let fullest = -1
    for (let b = 0; b < load.length; b++)
      if (load[b] + sizes[item] <= limit && (fullest < 0 || load[b] > load[fullest])) fullest = b
    if (fullest < 0) fullest = load.push(0) - 1
    load[fullest] += sizes[item]
    binOf[item] = fullest
  }
  return { binOf, bins: load.length }
}

/**
 * No packing has fewer bins (L₂ of Martello and Toth 1990): for each threshold k, items above capacity − k stand alone,
 * items above half of it open a bin each, and what items down to k exceed the room beside those takes more.
 */
export function fewestBins({ sizes, capacity, limit }: Parcels): number {
  const sorted = Float64Array.from(sizes).sort().reverse()
  const thresholds = [0, ...new Set(sorted)].filter((k) => 2 * k <= capacity)
  return thresholds.reduce((most, k) => Math.max(most, above(sorted, capacity, limit, k)), sizes.length > 0 ? 1 : 0)
}

function above(sorted: Float64Array, capacity: number, limit: number, threshold: number): number {
  let [alone, half, room, small] = [0, 0, 0, 0]
  for (const size of sorted) {
    if (size > limit - threshold) alone++
    else if (2 * size > limit) {
      half++
      room += capacity - size
    } else if (size >= threshold) small += size
  }
  return alone + half + Math.max(0, Math.ceil((small - room) / capacity - 1e-6))
}
