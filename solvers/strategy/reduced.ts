import { z } from 'zod'
import { taskOf } from '../../src/bare.ts'
import { type Qubo, quboEnergy } from '../../src/qubo/index.ts'
import { type Components, components, type Part, reduceQubo } from '../../src/reduce/index.ts'
import {
  compareSamples,
  driveIn,
  pause,
  type Run,
  random,
  type Sample,
  type SampleSet,
  type StopReason,
  stopReason,
} from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'
import { defineStrategy } from './define-strategy.ts'
import { descent } from './descent.ts'

/**
 * Shrinks the Qubo exactly (persistency, leaves, implied equalities), falls it apart into connected components, lets
 * the solver have each, and puts the answers together. Proven parts make a proven whole; bounds add up.
 *
 * One component gets the whole run. Several take turns, each with work in proportion to its size and twice as much in
 * every round, until the solver says it is finished with it: what a component gets never depends on the clock. A replay
 * of a run that was cut short names how many turns were whole (`turns`) and who took the one after them (`last`).
 */
export const reduced = defineStrategy({
  name: 'reduced',
  summary: 'reduced(SOLVER): shrinks and splits the form exactly, then asks',
  children: [1, 2],
  childNames: ['', 'last'],
  accepts: ['qubo'],
  shape: { turns: z.int().nonnegative().optional() },
  call: (solver: Solver) => ({ children: [solver] }),
  sample: async (task, run, { children: [solver, last], options: { turns } }) => {
    if (run.signal.aborted) return { stop: 'aborted' }
    const { form, lift } = task.as('qubo')
    const startedAt = run.clock.now()
    const { to, lift: unreduce, notes } = reduceQubo(form)
    const whole = components(to)
    task.spent.reduceMs += run.clock.now() - startedAt
    const toModel: ToModel = (points) => lift(unreduce(whole.merge(points)))
    const fates =
      whole.parts.length === 1
        ? [await onlyTurn(task, whole.parts[0], solver, run, toModel)]
        : await takeTurns(task, to, whole.parts, { solver, last, turns }, run, toModel)
    const size = `${form.size} variables became ${to.size} in ${whole.parts.length} component${whole.parts.length === 1 ? '' : 's'}`
    const set = combine(task, whole, fates, toModel, [size, ...notes])
    const replay = set.stop === 'finished' ? null : replayOf(solver, fates)
    return replay === null ? set : { ...set, replay }
  },
})

/** One point for each component → a point of the model. */
type ToModel = (points: ArrayLike<number>[]) => Float64Array

/** What is known of a component so far; samples best first. */
interface Fate {
  readonly part: Part
  readonly samples: readonly Sample[]
  readonly proof: SampleSet['proof']
  readonly bound: number | null
  readonly stop: StopReason
  readonly work: number
  readonly reads: number
  readonly circuit?: SampleSet['circuit']
  readonly notes: readonly string[]
  /** The number of its last turn, and what gives that again. */
  readonly turn: number
  readonly replay: string
}

/** One component: its only turn again. Several: the turns before the last one, and that. Null when none began. */
function replayOf({ spec }: Solver, fates: readonly Fate[]): string | null {
  const last = fates.reduce<Fate | null>((a, b) => (a === null || b.turn > a.turn ? b : a), null)
  if (last === null || last.turn < 0) return null
  return fates.length === 1 ? `reduced(${last.replay})` : `reduced(${spec},turns=${last.turn},last=${last.replay})`
}

/** Who takes the turns: `solver`, or after `turns` of them `last` once more and nobody then. */
interface Players {
  readonly solver: Solver
  readonly last?: Solver
  readonly turns?: number
}

/** Work per variable and coupling of a component in the first round. */
const firstShare = 1000

/** The whole run for the only component, its finds shown as they come. */
function onlyTurn(task: Task, part: Part, solver: Solver, run: Run, toModel: ToModel): Promise<Fate> {
  const offer = ({ point, foundBy }: Sample) => {
    if (point !== null) run.offer({ ...task.sampleOf(toModel([point])), foundBy })
  }
  return turn(fateOf(part), solver, { ...run, offer }, 0)
}

const fateOf = (part: Part, samples: readonly Sample[] = []): Fate => ({
  part,
  samples,
  proof: null,
  bound: null,
  stop: 'budget',
  work: 0,
  reads: 0,
  notes: [],
  turn: -1,
  replay: '',
})

/** Rounds of turns from a common descent, which gives every component a first point; the descent's work is the first's. */
async function takeTurns(
  task: Task,
  qubo: Qubo,
  parts: readonly Part[],
  { solver, last, turns = Number.POSITIVE_INFINITY }: Players,
  run: Run,
  toModel: ToModel,
): Promise<Fate[]> {
  const start = await driveIn(run, descent(qubo, random(run.seed, 'reduced')))
  const fates = parts.map((part, k) => ({
    ...fateOf(part, [sampleAt(part, start.out.x)]),
    work: k === 0 ? start.work : 0,
  }))
  let left = run.work - start.work
  let taken = 0
  for (let round = 0; fates.some(isOpen) && left > 0 && stopReason(run) === null; round++) {
    for (let k = 0; k < fates.length && left > 0 && stopReason(run) === null; k++) {
      if (!isOpen(fates[k])) continue
      const player = taken < turns ? solver : last
      if (player === undefined || taken > turns) return fates
      const share = Math.min(left, shareOf(parts[k].qubo) * 2 ** round)
      const before = fates[k].work
      const own = { ...run, offer: () => {}, work: share, seed: `${run.seed}/part ${k} round ${round}` }
      fates[k] = await turn(fates[k], player, own, taken++)
      left -= fates[k].work - before
    }
    run.offer(mergedSample(task, fates, 0, toModel))
  }
  const stop = stopReason(run)
  return stop === null ? fates : fates.map((fate) => (isOpen(fate) ? { ...fate, stop } : fate))
}

function sampleAt({ qubo, variables }: Part, x: ArrayLike<number>): Sample {
  const point = Float64Array.from(variables, (i) => x[i])
  return { point, energy: quboEnergy(qubo, point), violation: 0, occurrences: 1, foundBy: 'reduced' }
}

const shareOf = ({ size, column }: Qubo): number => firstShare * (size + column.length)

/** A component goes on while only its share of work ended its turn. */
const isOpen = ({ stop, proof }: Fate): boolean => proof === null && stop === 'budget'

async function turn(fate: Fate, solver: Solver, run: Run, number: number): Promise<Fate> {
  await pause()
  const set = await solver.sample(taskOf(fate.part.qubo, run), run)
  // Stopped before it did anything: it is not counted, unless there is nothing else to show.
  if (set.work === 0 && isCutShort(set.stop) && fate.samples.length > 0) return { ...fate, stop: set.stop }
  const bounds = [fate.bound, set.bound].filter((b) => b !== null)
  const samples = [...set.samples, ...fate.samples].filter((s) => s.point !== null)
  return {
    part: fate.part,
    samples: samples.sort(compareSamples).slice(0, mostSamples),
    proof: set.proof,
    bound: bounds.length > 0 ? Math.max(...bounds) : null,
    stop: set.stop,
    // A solver that counts nothing still takes its turn.
    work: fate.work + Math.max(1, set.work),
    reads: Math.max(fate.reads, set.reads),
    circuit: set.circuit,
    notes: set.notes,
    turn: number,
    replay: set.replay,
  }
}

const isCutShort = (stop: StopReason): boolean => stop === 'time' || stop === 'aborted' || stop === 'target'

/** At most this many merged samples are handed on: the best of every component together, the second best, and so on. */
const mostSamples = 1000

function combine(
  task: Task,
  whole: Components,
  fates: readonly Fate[],
  toModel: ToModel,
  notes: readonly string[],
): Partial<SampleSet> {
  const isComplete = fates.every(({ samples }) => samples.length > 0)
  const ranks = isComplete ? Math.min(mostSamples, Math.max(1, ...fates.map(({ samples }) => samples.length))) : 0
  const samples = Array.from({ length: ranks }, (_, rank) => mergedSample(task, fates, rank, toModel))
  const proof = proofOf(fates, samples[0])
  const bounds = fates.map((fate) => (fate.proof === 'optimal' ? (fate.samples[0]?.energy ?? fate.bound) : fate.bound))
  return {
    samples,
    proof,
    bound:
      proof !== 'infeasible' && bounds.every((b) => b !== null)
        ? bounds.reduce((sum, b) => sum + b, whole.offset)
        : null,
    stop: stopOf(fates),
    work: fates.reduce((sum, { work }) => sum + work, 0),
    reads: fates.length === 0 ? 1 : Math.min(...fates.map(({ reads }) => reads)),
    circuit: largestCircuit(fates),
    notes: [...new Set([...notes, ...fates.flatMap((fate) => fate.notes)])],
  }
}

/** At the compiler's weights every minimiser keeps the constraints, if any point does: a broken one proves that none does. */
function proofOf(fates: readonly Fate[], best: Sample | undefined): SampleSet['proof'] {
  if (fates.some((fate) => fate.proof === 'infeasible')) return 'infeasible'
  if (best === undefined || fates.some((fate) => fate.proof === null)) return null
  return best.violation === 0 ? 'optimal' : 'infeasible'
}

function mergedSample(task: Task, fates: readonly Fate[], rank: number, toModel: ToModel): Sample {
  const chosen = fates.map(({ samples }) => samples[Math.min(rank, samples.length - 1)])
  const leaves = [...new Set(chosen.map(({ foundBy }) => foundBy))]
  return {
    ...task.sampleOf(toModel(chosen.map(({ point }) => point as Float64Array))),
    foundBy: leaves.join('+') || 'reduced',
  }
}

/** The first reason that kept a component from its end. */
const stopOf = (fates: readonly Fate[]): StopReason =>
  fates
    .map(({ stop, proof }) => (proof === null ? (stop ?? 'budget') : 'finished'))
    .find((stop) => stop !== 'finished') ?? 'finished'

const largestCircuit = (fates: readonly Fate[]): SampleSet['circuit'] =>
  fates
    .map((fate) => fate.circuit)
    .filter((c) => c !== undefined)
    .sort((a, b) => b.qubits - a.qubits)[0]
