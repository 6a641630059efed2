import { type Job, type Kernel, type Random, randomFrom } from '../run/index.ts'
import { ln } from './logarithm.ts'
import { nelderMead } from './nelder-mead.ts'
import { evolve, type Statevector, statevector } from './statevector.ts'
import { type DenseQubo, diagonal } from './statevector-diagonal.ts'

/** One QAOA: minimise ⟨C⟩ over the angles, then measure. */
export interface SearchInput extends DenseQubo {
  /** γ₁ … γ_p, β₁ … β_p to start from, and the first step along each. */
  readonly angles: Float64Array
  readonly step: Float64Array
  /** States that are computed at most; the first is at `angles`. */
  readonly evaluations: number
  readonly shots: number
  /** State of the generator that measures. */
  readonly random: Uint32Array
}

/** What was measured: distinct states, ascending; bit i of a state is variable i. */
export interface Measured {
  readonly states: Uint32Array
  readonly counts: Uint32Array
  /** Of each of these states, in the state vector that was measured. */
  readonly probabilities: Float64Array
}

export interface SearchOut extends Measured {
  /** Null when it was stopped before the first state was complete: then the uniform state was measured. */
  readonly best: { readonly angles: Float64Array; readonly expectation: number } | null
  readonly evaluations: number
}

/** Bytes of the state, energies and levels for n qubits. */
export const searchBytes = (qubits: number): number => 2 ** qubits * (2 * 8 + 8 + 2)

/**
 * QAOA with its optimiser as one job. Every state that is better than all before is measured at once, always with the
 * same draws, so that a job that is told to stop has its result in hand.
 */
export const statevectorSearch: Kernel<SearchInput, SearchOut> = { name: 'statevector-search', start }

interface Search {
  best: SearchOut['best']
  measured: Measured | null
  evaluations: number
}

function* start(input: SearchInput): Job<SearchOut> {
  const search: Search = { best: null, measured: null, evaluations: 0 }
  let allowance = yield { work: 0 }
  let spent = 0
  if (allowance > 0) {
    for (const work of minimise(input, search)) {
      spent += work
      if (spent < allowance) continue
      allowance = yield { work: spent }
      spent = 0
      if (allowance === 0) break
    }
  }
  if (spent > 0) yield { work: spent }
  return { best: search.best, evaluations: search.evaluations, ...(search.measured ?? uniform(input)) }
}

function* minimise(input: SearchInput, search: Search): Generator<number, void> {
  const cost = yield* diagonal(input)
  const state = statevector(input.size)
  const draws = yield* orderedDraws(randomFrom(input.random), input.shots)
  const simplex = nelderMead(input.angles, input.step)
  let asked = simplex.next()
  while (!asked.done && search.evaluations < input.evaluations) {
    const angles = asked.value
    const { energy, norm } = yield* evolve(state, cost, angles)
    if (search.best === null || energy < search.best.expectation) {
      search.measured = yield* measure(state, draws, norm)
      search.best = { angles, expectation: energy }
    }
    search.evaluations++
    asked = simplex.next(energy)
  }
}

const chunk = 4096

/** Sorted uniform numbers in [0, 1): running sums of exponential gaps, over their total. */
function* orderedDraws(random: Random, shots: number): Generator<number, Float64Array> {
  const draws = new Float64Array(shots)
  let sum = 0
  for (let k = 0; k < shots; k++) {
    sum -= ln(1 - random.unit())
    draws[k] = sum
    if (k % chunk === chunk - 1) yield chunk
  }
  sum -= ln(1 - random.unit())
  for (let k = 0; k < shots; k++) draws[k] /= sum
  yield Math.ceil(shots / 10)
  return draws
}

/** All shots in one pass: ordered draws against the running sum of probabilities. */
function* measure({ re, im }: Statevector, draws: Float64Array, norm: number): Generator<number, Measured> {
  const states: number[] = []
  const counts: number[] = []
  const probabilities: number[] = []
  const last = re.length - 1
  let next = 0
  let sum = 0
  for (let x = 0; x <= last; x++) {
    const probability = (re[x] * re[x] + im[x] * im[x]) / norm
    sum += probability
    if ((x & (chunk - 1)) === chunk - 1) yield chunk / 4
    if (next === draws.length || (draws[next] >= sum && x < last)) continue
    const from = next
    // What rounding leaves above the last sum belongs to the last state.
    while (next < draws.length && (draws[next] < sum || x === last)) next++
    states.push(x)
    counts.push(next - from)
    probabilities.push(probability)
  }
  return {
    states: Uint32Array.from(states),
    counts: Uint32Array.from(counts),
    probabilities: Float64Array.from(probabilities),
  }
}

/** Shots of |+⟩: any state, all equally likely. */
function uniform({ size, shots, random }: SearchInput): Measured {
  const chance = randomFrom(random)
  const draws = Uint32Array.from({ length: shots }, () => chance.below(2 ** size)).sort()
  const starts = [...draws.keys()].filter((k) => k === 0 || draws[k] !== draws[k - 1])
  return {
    states: Uint32Array.from(starts, (k) => draws[k]),
    counts: Uint32Array.from(starts, (k, i) => (starts[i + 1] ?? shots) - k),
    probabilities: Float64Array.from(starts, () => 2 ** -size),
  }
}
