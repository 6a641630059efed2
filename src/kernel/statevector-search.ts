import { type Job, type Kernel, type Random, randomFrom } from '../run/index.ts'
import { nelderMead } from './nelder-mead.ts'
import { evolve, type Statevector, statevector } from './statevector.ts'
import { type DenseQubo, type Diagonal, diagonal } from './statevector-diagonal.ts'

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

export interface SearchOut {
  /** Null when it was stopped before the first state was complete: then the uniform state was measured. */
  readonly best: { readonly angles: Float64Array; readonly expectation: number } | null
  readonly evaluations: number
  /** Distinct measured states, ascending; bit i of a state is variable i. */
  readonly states: Uint32Array
  readonly counts: Uint32Array
  /** Of each measured state, in the state that was measured. */
  readonly probabilities: Float64Array
}

/** Bytes of two states, energies and levels for n qubits. */
export const searchBytes = (qubits: number): number => 2 ** qubits * (4 * 8 + 8 + 2)

/** QAOA with its optimiser as one job; stopped early, it measures the best state so far. */
export const statevectorSearch: Kernel<SearchInput, SearchOut> = { name: 'statevector-search', start }

interface Search {
  /** The best state so far, and the one being computed: they change places. */
  kept: Statevector
  next: Statevector
  best: SearchOut['best']
  evaluations: number
}

function* start(input: SearchInput): Job<SearchOut> {
  const search: Search = { kept: statevector(input.size), next: statevector(input.size), best: null, evaluations: 0 }
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
  return { best: search.best, evaluations: search.evaluations, ...measure(search, input) }
}

function* minimise(input: SearchInput, search: Search): Generator<number, void> {
  const cost = yield* diagonal(input)
  const simplex = nelderMead(input.angles, input.step)
  let asked = simplex.next()
  while (!asked.done && search.evaluations < input.evaluations) {
    const expectation = yield* look(search, cost, asked.value)
    asked = simplex.next(expectation)
  }
}

function* look(search: Search, cost: Diagonal, angles: Float64Array): Generator<number, number> {
  const { energy } = yield* evolve(search.next, cost, angles)
  search.evaluations++
  if (search.best === null || energy < search.best.expectation) {
    search.best = { angles, expectation: energy }
    const { kept } = search
    search.kept = search.next
    search.next = kept
  }
  return energy
}

/** Draws all shots in one pass: sorted uniform numbers against the running sum of probabilities. */
function measure(
  { kept, best }: Search,
  { shots, random }: SearchInput,
): Pick<SearchOut, 'states' | 'counts' | 'probabilities'> {
  const { re, im } = kept
  const probabilityOf = best === null ? () => 1 / re.length : (x: number) => re[x] * re[x] + im[x] * im[x]
  const draws = sortedDraws(randomFrom(random), shots)
  const states: number[] = []
  const counts: number[] = []
  const probabilities: number[] = []
  let next = 0
  let sum = 0
  for (let x = 0; x < re.length && next < shots; x++) {
    const probability = probabilityOf(x)
    sum += probability
    // What rounding leaves above the last sum belongs to the last state.
    const from = next
    while (next < shots && (draws[next] < sum || x === re.length - 1)) next++
    if (next === from) continue
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

const sortedDraws = (random: Random, shots: number): Float64Array =>
  Float64Array.from({ length: shots }, () => random.unit()).sort()
