import { ising } from '../../problems/index.ts'
import { IsinglassError, Unsupported } from '../../src/errors.ts'
import { evaluate } from '../../src/model/index.ts'
import type { Problem } from '../../src/problem.ts'
import {
  type Clock,
  createRun,
  fakeClock,
  type RunOptions,
  random,
  type Sample,
  type SampleSet,
} from '../../src/run/index.ts'
import { type SolverRegistry, solverFromSpec } from '../../src/spec.ts'
import { createTask, type Task } from '../../src/task.ts'
import { type Trial, trial, trials } from './instances.ts'
import { atMost, close, errorOf, must, type Promised, text } from './promise.ts'

/** A solver under test, as an expression over a registry, and what it claims beyond the common promises. */
export interface SolverKit {
  /** `anneal`, `fallback(exact,heuristic)`: what `solverFromSpec` reads. */
  readonly spec: string
  readonly registry: SolverRegistry
  /** It proves what it accepts, given work enough. */
  readonly proves?: boolean
  /** Its schedule stretches with the work: more work is better in the median over seeds, not for each. */
  readonly stretches?: boolean
  /** Problems besides the kit's own, for solvers that need some particular kind. */
  readonly more?: readonly Trial[]
  /** How long a single run may take on the wall clock before it counts as never ending (20 s). */
  readonly patienceMs?: number
}

/** What came of a solver on a trial. */
interface Outcome {
  readonly task: Task
  readonly set: SampleSet
  readonly offers: readonly Sample[]
  /** The best signed cost among the samples; Infinity when none is feasible. */
  readonly best: number
}

/** What every solver and every strategy owes, as sentences to be run by any test runner. */
export function solverPromises(kit: SolverKit): Promised[] {
  let known: Trial[] | undefined
  const all = () => (known ??= [...trials(), ...(kit.more ?? [])])
  const each = (promise: string, check: (kit: SolverKit, trial: Trial) => Promise<void>): Promised => ({
    promise,
    check: async () => {
      for (const t of all()) await told(t.name, () => check(kit, t))
    },
  })
  return [
    { promise: 'it takes some problem, and refuses others with Unsupported only', check: () => takesSome(kit, all()) },
    { promise: 'law 9: an unknown option is refused with OPTION_INVALID', check: () => refusesUnknown(kit) },
    each('law 1: energies and violations are the model’s', energiesAreTrue),
    each('law 2: same seed and work, same samples', repeats),
    each('law 2: how the clock cuts the work does not matter', ignoresSlices),
    each('law 4: at the deadline it ends', endsInTime),
    each('law 4: aborted before the start it returns at once, saying so', obeysAbort),
    each('law 4: aborted on the way it ends', obeysLateAbort),
    each('law 6: what it proves is true', provesTruly),
    each('law 11: forms and model are never changed', keepsTask),
    each('every sample says who found it', saysWho),
    each('what it offers on the way is true and no better than what it returns', offersHonestly),
    each('the replay line gives the same best again', replays),
    ...(kit.stretches
      ? [{ promise: 'law 3: ten times the work is no worse in the median', check: () => improvesInMedian(kit, all()) }]
      : [each('law 3: ten times the work is never worse', improves)]),
    ...(kit.proves
      ? [
          {
            promise: 'law 5: relabelling, gauge, scale and offset change only labels and units',
            check: () => isInvariant(kit),
          },
        ]
      : []),
  ]
}

async function told(where: string, check: () => Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Null when the solver refuses the problem. */
async function sampled(
  kit: SolverKit,
  problem: Problem,
  options: RunOptions,
  spec = kit.spec,
): Promise<Outcome | null> {
  const offers: Sample[] = []
  const clock = options.clock ?? fakeClock()
  const task = createTask(problem, { clock, memoryLimitMiB: 512 })
  const run = createRun({ pool: null, clock, seed: 1, offer: (sample) => offers.push(sample), ...options })
  try {
    const set = await patiently(solverFromSpec(spec, kit.registry).sample(task, run), kit.patienceMs ?? 20_000)
    return { task, set, offers, best: bestOf(task, set.samples) }
  } catch (error) {
    if (error instanceof Unsupported) return null
    throw error
  }
}

function patiently<Out>(work: Promise<Out>, patienceMs: number): Promise<Out> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it has not ended after ${patienceMs} ms`)), patienceMs)
  })
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer))
}

const signedCost = (task: Task, sample: Sample): number => {
  const { feasible, cost } = task.judge(sample)
  return feasible ? (task.problem.sense === 'min' ? cost : -cost) : Number.POSITIVE_INFINITY
}

/** Of points with the same energy and violation one is judged: energies are true by law 1. */
function bestOf(task: Task, samples: readonly Sample[]): number {
  const different = new Map(samples.map((s, k) => [s.point === null ? `answer ${k}` : `${s.energy} ${s.violation}`, s]))
  let best = Number.POSITIVE_INFINITY
  for (const sample of different.values()) best = Math.min(best, signedCost(task, sample))
  return best
}

const little: RunOptions = { work: 1e5 }

/** What may not change from run to run; notes and replay lines may name times. */
const essence = ({ samples, work, proof, bound, reads }: SampleSet): string =>
  text({ samples, work, proof, bound, reads })

async function takesSome(kit: SolverKit, all: readonly Trial[]): Promise<void> {
  const taken: string[] = []
  for (const { name, problem } of all) {
    const outcome = await sampled(kit, problem, little).catch((error: unknown) => {
      throw new Error(`${name} is refused with ${String(error)}`, { cause: error })
    })
    if (outcome !== null) taken.push(name)
  }
  must(taken.length > 0, 'it takes none of the problems')
}

function refusesUnknown({ spec, registry }: SolverKit): void {
  const wrong = spec.endsWith(')') ? `${spec.slice(0, -1)},noSuchOption=1)` : `${spec}(noSuchOption=1)`
  const error = errorOf(() => solverFromSpec(wrong, registry))
  must(error instanceof IsinglassError && error.code === 'OPTION_INVALID', () => `${wrong} gives ${String(error)}`)
}

async function energiesAreTrue(kit: SolverKit, { problem }: Trial): Promise<void> {
  const outcome = await sampled(kit, problem, little)
  for (const sample of outcome?.set.samples ?? []) isTrue((outcome as Outcome).task, sample)
}

function isTrue(task: Task, sample: Sample): void {
  must(
    sample.occurrences >= 1 && Number.isInteger(sample.occurrences),
    () => `a sample occurs ${sample.occurrences} times`,
  )
  if (sample.point === null) {
    must(sample.answer !== undefined, 'a sample has neither point nor answer')
    return
  }
  must(
    sample.point.length === task.model.size,
    () => `a point has ${sample.point?.length} of ${task.model.size} columns`,
  )
  const { energy, violation } = evaluate(task.model, sample.point)
  must(close(energy, sample.energy), () => `the point ${text(sample.point)} has energy ${energy}, not ${sample.energy}`)
  must(
    close(violation, sample.violation),
    () => `the point ${text(sample.point)} violates by ${violation}, not ${sample.violation}`,
  )
}

async function repeats(kit: SolverKit, { problem }: Trial): Promise<void> {
  const [a, b] = [await sampled(kit, problem, little), await sampled(kit, problem, little)]
  if (a === null || b === null) return
  must(essence(a.set) === essence(b.set), () => `once ${essence(a.set)}, once ${essence(b.set)}`)
}

/** A clock that moves by itself at every look; past `deadline` it bears `patience` more looks. */
function selfMovingClock(
  stepMs: number,
  deadline = Number.POSITIVE_INFINITY,
  patience = 500,
): Clock & { looks(): number } {
  let looks = 0
  let late = 0
  return {
    looks: () => looks,
    now: () => {
      looks++
      if (looks * stepMs > deadline && late++ > patience)
        throw new Error(`it looked at the clock ${patience} times after the deadline`)
      return looks * stepMs
    },
  }
}

async function ignoresSlices(kit: SolverKit, { problem }: Trial): Promise<void> {
  const still = await sampled(kit, problem, little)
  const moving = await sampled(kit, problem, { ...little, clock: selfMovingClock(7) })
  if (still === null || moving === null) return
  must(
    essence(still.set) === essence(moving.set),
    () => `in large pieces ${essence(still.set)}, in small ones ${essence(moving.set)}`,
  )
}

async function endsInTime(kit: SolverKit, { problem }: Trial): Promise<void> {
  const outcome = await sampled(kit, problem, {
    clock: selfMovingClock(1, 40),
    timeLimitMs: 40,
    work: Number.POSITIVE_INFINITY,
  })
  if (outcome === null) return
  const { stop } = outcome.set
  must(stop === 'time' || stop === 'finished', () => `it ended with "${stop}" though only the clock could end it`)
}

async function obeysAbort(kit: SolverKit, { problem }: Trial): Promise<void> {
  const outcome = await sampled(kit, problem, { signal: AbortSignal.abort(), work: 1e9 })
  if (outcome === null) return
  must(outcome.set.stop === 'aborted', `it ended with "${outcome.set.stop}"`)
  must(outcome.set.work <= 1e5, `it did ${outcome.set.work} units of work first`)
}

async function obeysLateAbort(kit: SolverKit, { problem }: Trial): Promise<void> {
  const controller = new AbortController()
  const clock = selfMovingClock(1, 30)
  const watching: Clock = {
    now: () => {
      if (clock.looks() >= 30) controller.abort()
      return clock.now()
    },
  }
  const outcome = await sampled(kit, problem, {
    signal: controller.signal,
    clock: watching,
    work: Number.POSITIVE_INFINITY,
  })
  if (outcome === null || !controller.signal.aborted) return
  must(['aborted', 'finished'].includes(outcome.set.stop), `it ended with "${outcome.set.stop}" though it was aborted`)
}

async function provesTruly(kit: SolverKit, { problem, optimum }: Trial): Promise<void> {
  const outcome = await sampled(kit, problem, { work: kit.proves ? 1e9 : 1e5 })
  if (outcome === null) return
  const { proof, bound } = outcome.set
  const solvable = optimum < Number.POSITIVE_INFINITY
  if (kit.proves) must(proof !== null, 'it proves nothing though it claims to')
  must(proof !== 'infeasible' || !solvable, () => `it proves that there is no answer, but one has energy ${optimum}`)
  if (proof === 'optimal') {
    must(solvable, 'it proves an optimum of a problem that has no answer')
    must(close(outcome.best, optimum), () => `it proves ${outcome.best}, the optimum is ${optimum}`)
  }
  must(atMost(optimum, outcome.best), () => `it returns ${outcome.best}, better than the optimum ${optimum}`)
  if (bound !== null && solvable)
    must(atMost(bound, optimum), () => `its bound ${bound} is above the optimum ${optimum}`)
}

async function keepsTask(kit: SolverKit, { problem }: Trial): Promise<void> {
  const clock = fakeClock()
  const task = createTask(problem, { clock, memoryLimitMiB: 512 })
  const { form } = task.as('qubo')
  const view = () => text([task.model, form.linear, form.rowStart, form.column, form.value, form.offset])
  const before = view()
  try {
    await patiently(
      solverFromSpec(kit.spec, kit.registry).sample(task, createRun({ clock, seed: 1, ...little })),
      kit.patienceMs ?? 20_000,
    )
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error
  }
  must(view() === before, () => `it was ${before} and is ${view()}`)
}

async function saysWho(kit: SolverKit, { problem }: Trial): Promise<void> {
  const outcome = await sampled(kit, problem, little)
  for (const { foundBy } of [...(outcome?.set.samples ?? []), ...(outcome?.offers ?? [])]) {
    must(Object.hasOwn(kit.registry, foundBy), `a sample was found by "${foundBy}", which is no solver`)
    must(
      kit.spec.includes('(') || kit.spec === 'auto' || foundBy === kit.spec,
      `a sample was found by "${foundBy}", not by ${kit.spec}`,
    )
  }
}

async function offersHonestly(kit: SolverKit, { problem }: Trial): Promise<void> {
  const outcome = await sampled(kit, problem, little)
  for (const sample of outcome?.offers ?? []) {
    const { task, best } = outcome as Outcome
    isTrue(task, sample)
    const value = signedCost(task, sample)
    must(atMost(best, value), () => `it offered ${value} but returned ${best} at best`)
  }
}

async function replays(kit: SolverKit, { problem }: Trial): Promise<void> {
  for (const options of [little, { clock: selfMovingClock(1, 60), timeLimitMs: 60, work: Number.POSITIVE_INFINITY }]) {
    const first = await sampled(kit, problem, options)
    if (first === null) return
    const again = await sampled(kit, problem, { work: Number.POSITIVE_INFINITY }, first.set.replay)
    must(
      again !== null && again.best === first.best,
      () => `it found ${first.best}; ${first.set.replay} finds ${again?.best}`,
    )
  }
}

async function improves(kit: SolverKit, { problem }: Trial): Promise<void> {
  for (const seed of [1, 2]) {
    const less = await sampled(kit, problem, { work: 1e5, seed })
    const more = await sampled(kit, problem, { work: 1e6, seed })
    if (less === null || more === null) return
    must(more.best <= less.best, () => `seed ${seed}: 100,000 units find ${less.best}, a million ${more.best}`)
  }
}

async function improvesInMedian(kit: SolverKit, all: readonly Trial[]): Promise<void> {
  for (const { name, problem } of all) {
    const [less, more]: number[][] = [[], []]
    for (const seed of [1, 2, 3, 4, 5]) {
      less.push((await sampled(kit, problem, { work: 1e5, seed }))?.best ?? 0)
      more.push((await sampled(kit, problem, { work: 1e6, seed }))?.best ?? 0)
    }
    const [a, b] = [less, more].map((list) => list.sort((x, y) => x - y)[2])
    must(b <= a, `${name}: the median is ${a} after 100,000 units and ${b} after a million`)
  }
}

/** Fields and couplings of nine spins under a transformation, and what the least energy becomes. */
interface Transformed {
  readonly name: string
  readonly place: (i: number) => number
  readonly sign: (i: number) => number
  readonly scale: number
  readonly offset: number
}

const transformations: readonly Transformed[] = [
  { name: 'relabelling', place: (i) => (4 * i + 1) % 9, sign: () => 1, scale: 1, offset: 0 },
  { name: 'gauge', place: (i) => i, sign: (i) => (i % 3 === 1 ? -1 : 1), scale: 1, offset: 0 },
  { name: 'scale', place: (i) => i, sign: () => 1, scale: 3, offset: 0 },
  { name: 'offset', place: (i) => i, sign: () => 1, scale: 1, offset: 7 },
]

async function isInvariant(kit: SolverKit): Promise<void> {
  const chance = random('invariance', 'contracts')
  const rows = Array.from({ length: 20 }, () => chance.below(9))
  const columns = rows.map(() => chance.below(9))
  const values = rows.map(() => chance.below(9) - 4)
  const plain = { place: (i: number) => i, sign: () => 1, scale: 1, offset: 0 }
  const least = async ({ place, sign, scale, offset }: Omit<Transformed, 'name'>): Promise<number> => {
    const signOf = (k: number) => (rows[k] === columns[k] ? sign(rows[k]) : sign(rows[k]) * sign(columns[k]))
    const input = {
      size: 9,
      rows: rows.map(place),
      columns: columns.map(place),
      values: values.map((v, k) => scale * v * signOf(k)),
      offset,
    }
    const { problem } = trial('spins', ising(input))
    return (await sampled(kit, problem, { work: 1e9 }))?.best ?? Number.NaN
  }
  const base = await least(plain)
  for (const t of transformations) {
    const energy = await least(t)
    must(
      Object.is(energy, base) || close(energy, t.scale * base + t.offset),
      `${t.name} turns the optimum ${base} into ${energy}`,
    )
  }
}
