import { type Pieces, type Random, shuffled } from '../../src/run/index.ts'
import type { Clauses, Occurrences } from './clauses.ts'

/** Units between two pieces. */
const pause = 8192

/**
 * Start values by unit-propagating decimation (Cai, Luo and Zhang 2017): a clause with one literal left decides it, rules
 * before wishes; where none is left a random variable takes a random value. Linear in the formula.
 */
export function* firstValues(clauses: Clauses, occurrences: Occurrences, random: Random): Pieces<Uint8Array> {
  const { size, start, literal, weight } = clauses
  const left = new Int32Array(weight.length)
  for (let c = 0; c < left.length; c++) left[c] = start[c + 1] - start[c]
  const bits = new Uint8Array(size)
  const isSet = new Uint8Array(size)
  const order = shuffled(size, random)
  const queues: { readonly rules: number[]; readonly wishes: number[] } = { rules: [], wishes: [] }
  const queue = (c: number) => (weight[c] === Number.POSITIVE_INFINITY ? queues.rules : queues.wishes).push(c)
  for (let c = 0; c < left.length; c++) if (left[c] === 1) queue(c)
  let work = 2 * left.length + 8 * size
  const set = (l: number) => {
    isSet[l >> 1] = 1
    bits[l >> 1] = (l & 1) ^ 1
    for (let o = occurrences.start[l]; o < occurrences.start[l + 1]; o++) left[occurrences.clause[o]] = 0
    for (let o = occurrences.start[l ^ 1]; o < occurrences.start[(l ^ 1) + 1]; o++) {
      const c = occurrences.clause[o]
      if (left[c] > 0 && --left[c] === 1) queue(c)
    }
    work += 4 * (occurrences.start[(l | 1) + 1] - occurrences.start[l & ~1])
  }
  for (let next = 0; next < size; ) {
    const unit = queues.rules.pop() ?? queues.wishes.pop()
    if (unit === undefined) {
      const v = order[next++]
      if (!isSet[v]) set(2 * v + random.below(2))
    } else if (left[unit] === 1) {
      const open = literal.subarray(start[unit], start[unit + 1]).find((l) => !isSet[l >> 1])
      if (open !== undefined) set(open)
    }
    work += 4
    if (work < pause) continue
    yield work
    work = 0
  }
  yield work
  return bits
}
