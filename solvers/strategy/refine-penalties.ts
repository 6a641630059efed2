import { z } from 'zod'
import { taskOf } from '../../src/bare.ts'
import { disjoint, nativeGroups } from '../../src/kernel/index.ts'
import {
  compareSamples,
  lowest,
  type Run,
  type Sample,
  type SampleSet,
  type StopReason,
  stopReason,
} from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import type { Compiled, Task } from '../../src/task.ts'
import { defineStrategy, type Nest } from './define-strategy.ts'

const shape = {
  /** The share of its proven weight with which every penalty begins. */
  start: z
    .number()
    .positive()
    .max(1)
    .default(1 / 16),
  /** What a penalty is multiplied by when its rule is broken; never above the proven weight. */
  factor: z.number().gt(1).default(2),
  /** Rounds at most; a replay names those that were whole. */
  rounds: z.number().int().nonnegative().optional(),
}

interface Options {
  readonly start: number
  readonly factor: number
  readonly rounds?: number
}

/**
 * Searches with light penalties first and makes those heavier whose rules the best find breaks, by a factor, up to the
 * weight that is proven to suffice: proven weights are safe but steep, and between them and too little lies the landscape
 * that a search likes (multiplicative updates as in Bertsekas 1982, "Constrained optimization and Lagrange multiplier
 * methods", §2.1). Nothing is compiled again: the layers of the form are weighed anew. Structures that the solver keeps
 * itself have no penalty and stay as they are. A proven minimum of any weighting that breaks no rule is proven for the
 * question, because penalties only add.
 */
export const refinePenalties = defineStrategy({
  name: 'refinePenalties',
  summary: 'refinePenalties(SOLVER): light penalties, made heavier where rules break',
  children: [1, 2],
  childNames: ['', 'last'],
  shape,
  accepts: ['qubo'],
  call: (solver: Solver, options: { start?: number; factor?: number; rounds?: number } = {}) => ({
    children: [solver],
    options,
  }),
  sample: async (task, run, nest) => {
    const compiled = penalised(task)
    if (compiled.certificates.some(({ weight }) => weight > 0)) return inRounds(task, run, nest, compiled)
    const set = await nest.children[0].sample(task, run)
    return { ...set, notes: [...set.notes, 'refinePenalties: there is no penalty to refine'] }
  },
})

/** Structures stay with the solver, unless two of them share a bit. */
function penalised(task: Task): Compiled<'qubo'> {
  const compiled = task.as('qubo', ['one-hot', 'permutation', 'subset'])
  return disjoint(nativeGroups(compiled.form)) ? compiled : task.as('qubo')
}

/** What is carried from round to round. */
interface Progress {
  readonly weights: Map<string, number>
  readonly samples: Sample[]
  readonly notes: Set<string>
  work: number
  reads: number
  rounds: number
  raised: number
  /** What gives the last round again, where something else than its share of work ended it. */
  last: string | null
  proof: SampleSet['proof']
}

/** Work per variable and coupling in the first four rounds; then twice as much, and so on. */
const firstShare = 400

async function inRounds(
  task: Task,
  run: Run,
  { children: [solver, last], options }: Nest<Options>,
  compiled: Compiled<'qubo'>,
): Promise<Partial<SampleSet>> {
  const progress = begin(compiled, options)
  const whole = options.rounds ?? Number.POSITIVE_INFINITY
  let stop: StopReason | null = null
  for (let round = 0; stop === null; round++) {
    const asked = round < whole ? solver : last
    if (asked === undefined || round > whole) stop = 'budget'
    else stop = await takeRound(task, run, asked, compiled, progress, options.factor)
  }
  const { samples, work, reads, proof, rounds, raised } = progress
  const bound = proof === 'optimal' ? (samples[0]?.energy ?? null) : null
  const notes = [`refinePenalties: ${rounds} rounds, ${raised} penalties made heavier`, ...progress.notes]
  const set = { samples, work, reads, proof, bound, notes, stop: proof === null ? stop : 'finished' } as const
  return progress.last === null ? set : { ...set, replay: replayOf(solver, options, progress) }
}

function begin({ certificates }: Compiled<'qubo'>, { start }: Options): Progress {
  const heavy = certificates.filter(({ weight }) => weight > 0)
  const weights = new Map(heavy.map(({ constraint, weight }) => [constraint, weight * start]))
  return {
    weights,
    samples: [],
    notes: new Set(),
    work: 0,
    reads: 0,
    rounds: 0,
    raised: 0,
    last: null,
    proof: null,
  }
}

/** The rounds before the last one, and that by its own replay: whatever ended it, it is the same again. */
function replayOf({ spec }: Solver, { start, factor }: Options, { rounds, last }: Progress): string {
  const given = [...(start === 1 / 16 ? [] : [`start=${start}`]), ...(factor === 2 ? [] : [`factor=${factor}`])]
  return `refinePenalties(${[spec, ...given, `rounds=${rounds - 1}`, `last=${last}`].join(',')})`
}

/** One search at the present weights, and what follows from it; null to go on. */
async function takeRound(
  task: Task,
  run: Run,
  solver: Solver,
  compiled: Compiled<'qubo'>,
  progress: Progress,
  factor: number,
): Promise<StopReason | null> {
  const set = await search(task, run, solver, compiled, progress)
  const stop = stopReason(run)
  if (stop !== null || isCutShort(set.stop)) progress.last = set.replay
  const best = lowest(set)
  const broken = best?.point ? brokenIn(compiled, best.point) : []
  if (set.proof === 'optimal' && broken.length === 0) {
    progress.proof = progress.samples[0].violation === 0 ? 'optimal' : null
    return 'finished'
  }
  const raised = raise(progress, compiled, broken, factor) || (set.proof === null ? 0 : raiseAll(progress, compiled))
  progress.raised += raised
  if (stop !== null) return stop
  if (set.proof !== null && raised === 0) {
    progress.proof = 'infeasible'
    return 'finished'
  }
  if (run.work <= progress.work) return 'budget'
  return set.stop === 'finished' && raised === 0 ? 'finished' : null
}

const isCutShort = (stop: StopReason): boolean => stop === 'time' || stop === 'aborted' || stop === 'target'

async function search(
  task: Task,
  run: Run,
  solver: Solver,
  compiled: Compiled<'qubo'>,
  progress: Progress,
): Promise<SampleSet> {
  const form = compiled.weigh?.(Object.fromEntries(progress.weights)) ?? compiled.form
  const share = firstShare * (form.size + form.column.length / 2) * 2 ** Math.floor(progress.rounds / 4)
  const lifted = (sample: Sample) => liftedSample(task, compiled, sample)
  const set = await solver.sample(taskOf(form, run), {
    ...run,
    work: Math.min(share, run.work - progress.work),
    seed: `${run.seed}/round ${progress.rounds}`,
    offer: (sample) => run.offer(lifted(sample)),
  })
  progress.rounds++
  progress.work += Math.max(1, set.work)
  progress.reads += set.reads
  for (const note of set.notes) progress.notes.add(note)
  keepBest(progress, set.samples.map(lifted))
  return set
}

function liftedSample(task: Task, { lift }: Compiled<'qubo'>, { point, occurrences, foundBy }: Sample): Sample {
  return { ...task.sampleOf(lift(Int8Array.from(point as Float64Array)), occurrences), foundBy }
}

const mostSamples = 1000

function keepBest({ samples }: Progress, found: readonly Sample[]): void {
  samples.push(...found)
  samples.sort(compareSamples)
  samples.length = Math.min(samples.length, mostSamples)
}

/** The names of the penalties that a point pays. */
function brokenIn({ certificates, split }: Compiled<'qubo'>, point: ArrayLike<number>): string[] {
  const energies = split?.(point) ?? {}
  return certificates
    .filter(({ constraint, weight }) => weight > 0 && energies[constraint] > 1e-9 * weight)
    .map((c) => c.constraint)
}

/** Makes the named penalties heavier; how many could be. */
function raise(
  { weights }: Progress,
  { certificates }: Compiled<'qubo'>,
  names: readonly string[],
  factor: number,
): number {
  const proven = new Map(certificates.map(({ constraint, weight }) => [constraint, weight]))
  const light = names.filter((name) => (weights.get(name) as number) < (proven.get(name) as number))
  for (const name of light)
    weights.set(name, Math.min(proven.get(name) as number, (weights.get(name) as number) * factor))
  return light.length
}

/** Every penalty at its proven weight; how many were lighter. */
function raiseAll(progress: Progress, compiled: Compiled<'qubo'>): number {
  return raise(progress, compiled, [...progress.weights.keys()], Number.POSITIVE_INFINITY)
}
