import { type Job, Ledger, type Random } from '../../../src/run/index.ts'

/** relevance[i] of a feature and shared[i·size + j] ≥ 0, the (weighted) information two features have in common. */
export interface Scores {
  readonly size: number
  readonly relevance: Float64Array
  readonly shared: Float64Array
}

const rounds = 24

/**
 * Greedy forward selection (mRMR) and swaps of one feature for another while they help, then again from copies of the
 * best with two features swapped at random. Finds and result are bits with exactly `choose` ones. Ends by itself.
 */
export function* selectionSearch(
  measured: () => Scores,
  size: number,
  choose: number,
  random: Random,
): Job<Uint8Array, Uint8Array> {
  let best: Uint8Array = new Uint8Array(size).fill(1, 0, choose)
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return best
  const scores = measured()
  let highest = Number.NEGATIVE_INFINITY
  ledger.spend(size * size)
  for (let round = 0; round <= rounds; round++) {
    const chosen = round === 0 ? greedy(scores, choose) : shaken(best, random)
    const gain = gains(scores, chosen)
    ledger.spend(size * size + choose * size)
    for (let improved = true; improved; ) {
      improved = swapBest(scores, chosen, gain)
      if (!improved && scoreOf(scores, chosen) > highest + 1e-12) {
        best = chosen
        highest = scoreOf(scores, chosen)
        ledger.found(best.slice())
      }
      if (ledger.spend(choose * (size - choose) + size)) yield* ledger.settle()
      if (ledger.stopped) return best
    }
  }
  yield* ledger.finish()
  return best
}

/** The score of a set: relevance of its members less what its pairs share. */
export function scoreOf({ size, relevance, shared }: Scores, chosen: Uint8Array): number {
  let total = 0
  for (let i = 0; i < size; i++) {
    if (!chosen[i]) continue
    total += relevance[i]
    for (let j = 0; j < i; j++) if (chosen[j]) total -= shared[i * size + j]
  }
  return total
}

/** What feature i adds to the score beside the other chosen ones. */
export function changeOf({ size, relevance, shared }: Scores, chosen: Uint8Array, i: number): number {
  let change = relevance[i]
  for (let j = 0; j < size; j++) if (chosen[j] && j !== i) change -= shared[i * size + j]
  return change
}

/** The feature with chosen[i] = bit and the largest value, the first of equals. */
export function pickBest({ size }: Scores, chosen: Uint8Array, bit: 0 | 1, value: (i: number) => number): number {
  let pick = -1
  let largest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < size; i++) {
    if (chosen[i] !== bit || value(i) <= largest) continue
    largest = value(i)
    pick = i
  }
  return pick
}

const gains = (scores: Scores, chosen: Uint8Array): Float64Array =>
  Float64Array.from(chosen, (_, i) => changeOf(scores, chosen, i))

function greedy(scores: Scores, choose: number): Uint8Array {
  const { size, relevance, shared } = scores
  const chosen = new Uint8Array(size)
  const gain = relevance.slice()
  for (let k = 0; k < choose; k++) {
    const pick = pickBest(scores, chosen, 0, (i) => gain[i])
    chosen[pick] = 1
    for (let j = 0; j < size; j++) gain[j] -= shared[pick * size + j]
  }
  return chosen
}

/** Up to two random swaps. */
function shaken(best: Uint8Array, random: Random): Uint8Array {
  const chosen = best.slice()
  for (let k = 0; k < 2; k++) {
    const inside = indicesWith(chosen, 1)
    const outside = indicesWith(chosen, 0)
    if (outside.length === 0) return chosen
    chosen[inside[random.below(inside.length)]] = 0
    chosen[outside[random.below(outside.length)]] = 1
  }
  return chosen
}

function indicesWith(chosen: Uint8Array, bit: 0 | 1): number[] {
  const indices: number[] = []
  for (let i = 0; i < chosen.length; i++) if (chosen[i] === bit) indices.push(i)
  return indices
}

/** The swap that wins most, if any; `gain[i]` is what i adds beside the other chosen ones, and is kept so. */
function swapBest({ size, shared }: Scores, chosen: Uint8Array, gain: Float64Array): boolean {
  let most = 1e-12
  let out = -1
  let into = -1
  for (let i = 0; i < size; i++) {
    if (!chosen[i]) continue
    for (let j = 0; j < size; j++) {
      const win = chosen[j] ? 0 : gain[j] - gain[i] + shared[i * size + j]
      if (win <= most) continue
      most = win
      out = i
      into = j
    }
  }
  if (out < 0) return false
  chosen[out] = 0
  chosen[into] = 1
  for (let j = 0; j < size; j++) {
    if (j !== out) gain[j] += shared[out * size + j]
    if (j !== into) gain[j] -= shared[into * size + j]
  }
  return true
}
