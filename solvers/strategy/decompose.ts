import { z } from 'zod'
import { taskOf } from '../../src/bare.ts'
import type { Qubo } from '../../src/qubo/index.ts'
import {
  driveIn,
  type Job,
  type JobResult,
  lowest,
  pause,
  type Random,
  type Run,
  random,
  type SampleSet,
  type StopReason,
  stopReason,
} from '../../src/run/index.ts'
import type { Solver } from '../../src/solver.ts'
import {
  communityWindows,
  energyImpactWindows,
  mergeWindow,
  type Position,
  type Window,
  wholeGroups,
  windowOf,
} from '../../src/split/index.ts'
import type { Task } from '../../src/task.ts'
import { defineStrategy, type Nest } from './define-strategy.ts'
import { descent } from './descent.ts'

export interface DecomposeOptions {
  /** How windows are chosen: by what a flip costs now, or by which variables hang together (then in turns with the first). */
  by?: 'energy-impact' | 'communities'
  /** Variables in a window. */
  size?: number
  /** Times that all variables are visited; without it, until the run ends. */
  rounds?: number
  work?: number
  solver: Solver
}

/**
 * Solves large Qubos piece by piece: from a quick descent, window after window is handed to the solver with the rest
 * held fast, and its answer taken unless it is worse (after Booth, Reinhardt and Roy, "Partitioning optimization
 * problems for hybrid classical/quantum execution", 2017). A window gets work in proportion to its size, twice as much
 * in every round. A replay of a run that was cut short names how many windows were whole (`windows`) and who solved the
 * one after them (`last`).
 */
export const decompose = defineStrategy({
  name: 'decompose',
  summary: 'decompose(size=N,solver=SOLVER): improves a large form window by window',
  children: [1, 2],
  childNames: ['solver', 'last'],
  accepts: ['qubo'],
  shape: {
    by: z.enum(['energy-impact', 'communities']).default('energy-impact'),
    size: z.int().min(2).default(500),
    rounds: z.int().positive().optional(),
    windows: z.int().nonnegative().optional(),
  },
  call: (given: DecomposeOptions) => {
    const { solver, ...options } = given ?? {}
    return { children: [solver], options }
  },
  sample: async (task, run, nest) => {
    const { form, lift } = task.as('qubo')
    if (form.size <= nest.options.size) return nest.children[0].sample(task, run)
    return pieceByPiece(task, run, nest, form, lift)
  },
})

interface Options {
  by: 'energy-impact' | 'communities'
  size: number
  rounds?: number
  windows?: number
}

/** What the loop carries from window to window. */
interface Progress {
  readonly position: Position
  work: number
  windows: number
  foundBy: string
  /** What gives the last window's answer again. */
  last: string | null
}

/** What cutting out a window and setting up its solver takes, however small it is. */
const windowWork = 2000

/** Work per variable of a window in round k: twice as much every round, up to a limit that lets windows go on moving. */
const shareOf = (round: number): number => 1000 * 2 ** Math.min(6, round)

async function pieceByPiece(
  task: Task,
  run: Run,
  { children: [solver, last], options }: Nest<Options>,
  qubo: Qubo,
  lift: (x: Int8Array) => Float64Array,
): Promise<Partial<SampleSet>> {
  const chance = random(run.seed, 'decompose')
  const start = await driveIn(run, descent(qubo, chance))
  const progress: Progress = { position: start.out, work: start.work, windows: 0, foundBy: 'decompose', last: null }
  const found = () => ({ ...task.sampleOf(lift(progress.position.x)), foundBy: progress.foundBy })
  run.offer(found())
  let stop: StopReason | null = start.stop === 'finished' ? null : start.stop
  const split = await fallApart(qubo, options, chance, { ...run, work: run.work - progress.work })
  progress.work += split.work
  stop ??= split.stop === 'finished' ? null : split.stop
  const isSetUp = stop === null
  const windows = windowsByRound(qubo, options.size, split.out, chance)
  const whole = options.windows ?? Number.POSITIVE_INFINITY
  for (let round = 0; stop === null && round < (options.rounds ?? Number.POSITIVE_INFINITY); round++) {
    for (const chosen of windows(round, progress.position)) {
      const isOver = progress.windows >= whole
      if (isOver && (progress.windows > whole || last === undefined)) stop = 'budget'
      else {
        const chosenWhole = wholeGroups(qubo, chosen, options.size)
        const asked = isOver ? last : solver
        stop = await improve(qubo, chosenWhole, asked, run, progress, shareOf(round), () => run.offer(found()))
      }
      if (stop !== null) break
    }
  }
  const notes = [
    `${progress.windows} windows of at most ${options.size} of ${qubo.size} variables were solved by ${solver.spec}`,
  ]
  const set = { samples: [found()], stop: stop ?? 'finished', work: progress.work, reads: 1, notes }
  return isSetUp && stop !== null ? { ...set, replay: replayOf(options, solver, progress) } : set
}

/** The windows that were whole, and the last one by its own replay: whatever ended it, it is the same again. */
function replayOf({ by, size, rounds }: Options, { spec }: Solver, { windows, last }: Progress): string {
  const given = [
    ...(by === 'communities' ? ['by=communities'] : []),
    `size=${size}`,
    ...(rounds === undefined ? [] : [`rounds=${rounds}`]),
    `windows=${last === null ? windows : windows - 1}`,
    `solver=${spec}`,
    ...(last === null ? [] : [`last=${last}`]),
  ]
  return `decompose(${given.join(',')})`
}

/** The communities, if the windows are to follow them: found once. */
function fallApart(
  qubo: Qubo,
  { by, size }: Options,
  chance: Random,
  run: Run,
): Promise<JobResult<readonly Uint32Array[]>> {
  return driveIn(run, by === 'energy-impact' ? nothing() : working(communityWindows(qubo, size, () => chance.unit())))
}

// biome-ignore lint/correctness/useYield: a job without work.
function* nothing(): Job<readonly Uint32Array[]> {
  return []
}

/** A walk that tells its work, as a job; told to stop, it has found nothing. */
function* working(steps: Generator<number, Uint32Array[]>): Job<readonly Uint32Array[]> {
  let allowance = yield { work: 0 }
  let work = 0
  while (allowance > 0) {
    const step = steps.next()
    if (step.done) {
      // One unit more than at the look before, where it was not yet done.
      yield { work: work + 1 }
      return step.value
    }
    work += step.value
    if (work < allowance) continue
    allowance = yield { work }
    work = 0
  }
  return []
}

/** The windows of round k: communities first and every other time, windows by energy impact in between. */
function windowsByRound(
  qubo: Qubo,
  size: number,
  communities: readonly Uint32Array[],
  chance: Random,
): (round: number, position: Position) => Iterable<Uint32Array> {
  return (round, position) =>
    communities.length > 0 && round % 2 === 0
      ? communities
      : energyImpactWindows(qubo, position, size, () => chance.unit())
}

/** One window: its work is a matter of its size alone, so a run that the clock ended replays under a work budget. */
async function improve(
  qubo: Qubo,
  chosen: Uint32Array,
  solver: Solver,
  run: Run,
  progress: Progress,
  share: number,
  onImproved: () => void,
): Promise<StopReason | null> {
  const { position } = progress
  await pause()
  progress.work += windowWork + chosen.length
  if (progress.work >= run.work) return 'budget'
  const window = windowOf(qubo, position.x, chosen, position.energy)
  const work = Math.min(share * chosen.length, run.work - progress.work)
  const set = await solver.sample(taskOf(window.qubo, run), {
    ...run,
    work,
    seed: `${run.seed}/window ${progress.windows}`,
    offer: () => {},
  })
  progress.work += set.work
  progress.last = null
  // Stopped before it did anything: it is not counted.
  if (set.work === 0 && stopReason(run) !== null) return stopReason(run)
  progress.windows++
  progress.last = set.replay
  if (take(qubo, position, window, set, progress) > 0) onImproved()
  return stopReason(run)
}

function take(qubo: Qubo, position: Position, window: Window, set: SampleSet, progress: Progress): number {
  const best = lowest(set)
  if (!best?.point || best.violation > 0) return 0
  const fell = mergeWindow(qubo, position, window, best.point)
  if (fell > 0) progress.foundBy = best.foundBy
  return fell
}
