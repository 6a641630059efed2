import { z } from 'zod'
import { type SearchInput, type SearchOut, searchBytes, statevectorSearch } from '../../src/kernel/index.ts'
import type { Qubo } from '../../src/qubo/index.ts'
import {
  aggregate,
  endingWithin,
  type Run,
  remainingMs,
  runInOrder,
  type Sample,
  sampleSet,
  seedKey,
  streamState,
} from '../../src/run/index.ts'
import { defineSolver, Unsupported } from '../../src/solver.ts'
import type { Compiled, Task } from '../../src/task.ts'
import { requireMemory } from '../memory.ts'
import { ramp } from './ramp.ts'

const mostQubits = 20
const evaluationsPerLayer = 60

const options = {
  /** Layers p of phase and mixer. */
  depth: z.int().min(1).max(64).default(3),
  /** Bit strings measured in the end. */
  shots: z.int().min(1).max(1_000_000).default(1024),
  /** Who looks for the angles. */
  optimizer: z.enum(['nelder-mead']).default('nelder-mead'),
  /** States computed at most; 60 per layer when not given, 1 keeps the initial angles. */
  evaluations: z.int().min(1).optional(),
  /** Where the angles start. */
  initial: z.enum(['ramp']).default('ramp'),
}

type Options = z.output<z.ZodObject<typeof options>>

const capabilities = {
  accepts: ['qubo'],
  summary: 'the QAOA circuit on a simulated state vector, up to 20 qubits',
} as const

/**
 * The quantum approximate optimization algorithm (Farhi, Goldstone and Gutmann, arXiv 1411.4028) on an exact statevector:
 * |ψ⟩ = Π_l e^{−iβ_l ΣX} e^{−iγ_l C} |+⟩ with C the Qubo's energy, penalties included; one qubit per variable.
 *
 * Minimises ⟨C⟩ over the angles, then measures `shots` bit strings of the best state. Up to 20 qubits. Stopped early, it
 * measures the best state so far.
 */
export const qaoa = defineSolver('qaoa', capabilities, options, async (task, run, chosen) => {
  const compiled = task.as('qubo')
  const { form } = compiled
  refuseTooLarge(form.size, form.column.length / 2, run)
  const input = inputOf(form, run, chosen)
  const searching = endingWithin(
    run,
    remainingMs(run) - Math.min(remainingMs(run) / 2, sampleMs(task, compiled, chosen.shots, run)),
  )
  let found: SearchOut | null = null
  const { work, stop } = await runInOrder(statevectorSearch, [{ input, work: mostWork(input) }], searching, (out) => {
    found = out
  })
  const out = found as SearchOut | null
  if (out === null) return { stop: 'budget', notes: ['qaoa: no work was allowed'] }
  return {
    samples: measured(task, compiled, out, run),
    stop,
    work,
    reads: chosen.shots,
    circuit: { qubits: form.size, depth: chosen.depth, shots: chosen.shots },
    notes: notesOf(out),
  }
})

function refuseTooLarge(qubits: number, couplings: number, run: Run): void {
  if (qubits > mostQubits) throw new Unsupported(`qaoa simulates up to ${mostQubits} qubits and this needs ${qubits}`)
  requireMemory('qaoa', qubits, couplings, searchBytes(qubits), run)
}

function inputOf(form: Qubo, run: Run, { depth, shots, evaluations }: Options): SearchInput {
  const { size, offset, linear } = form
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = form.rowStart[i]; k < form.rowStart[i + 1]; k++) matrix[i * size + form.column[k]] = form.value[k]
  }
  return {
    size,
    offset,
    linear,
    matrix,
    shots,
    ...ramp(form, depth),
    evaluations: evaluations ?? evaluationsPerLayer * depth,
    random: streamState(seedKey(run.seed, 'qaoa'), 0),
  }
}

/** An upper bound: five units per amplitude and layer hold phase and mixer at 20 qubits. */
const mostWork = ({ size, evaluations, angles, shots }: SearchInput): number =>
  2 ** size * (2 + evaluations * (2 + 2.5 * angles.length)) + 2 * shots + 1000

/** Milliseconds that the shots will take to become samples, from a few of them. */
function sampleMs(task: Task, { form, lift }: Compiled<'qubo'>, shots: number, run: Run): number {
  const tried = Math.min(shots, 32)
  const startedAt = run.clock.now()
  for (let k = 0; k < tried; k++) task.sampleOf(lift(new Int8Array(form.size)))
  return ((run.clock.now() - startedAt) / tried) * Math.min(shots, 2 ** form.size)
}

function measured(task: Task, { form, lift }: Compiled<'qubo'>, out: SearchOut, run: Run): readonly Sample[] {
  let best: Sample | null = null
  const samples = Array.from(out.states, (state, k) => {
    const bits = Int8Array.from({ length: form.size }, (_, i) => (state >>> i) & 1)
    const sample = task.sampleOf(lift(bits), out.counts[k])
    if (
      best === null ||
      sample.violation < best.violation ||
      (sample.violation === best.violation && sample.energy < best.energy)
    ) {
      best = sample
      run.offer(sample)
    }
    return sample
  })
  // Bit strings that differ in auxiliary bits only are one point.
  return task.model.size < form.size ? aggregate(sampleSet({ samples, replay: '' })).samples : samples
}

function notesOf({ best, evaluations, states, counts, probabilities }: SearchOut): string[] {
  if (best === null) return ['qaoa: stopped before the first state was complete; the samples are uniform']
  const depth = best.angles.length / 2
  const list = (from: number, to: number) => [...best.angles.subarray(from, to)].map((a) => a.toFixed(4)).join(', ')
  const peak = probabilities.reduce((top, p, k) => (p > probabilities[top] ? k : top), 0)
  return [
    `qaoa: expectation ${best.expectation} after ${evaluations} evaluations, angles γ = [${list(0, depth)}], β = [${list(depth, 2 * depth)}]`,
    `qaoa: ${states.length} distinct bit strings, the likeliest has probability ${probabilities[peak].toPrecision(4)} and came ${counts[peak]} times`,
  ]
}
