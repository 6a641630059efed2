import { type CompiledModel, compileModel } from './compile/index.ts'
import { IsinglassError, Unsupported } from './errors.ts'
import { type BareForm, knownOf } from './known.ts'
import { evaluate, type Model } from './model/index.ts'
import type { Built, Problem, Violation } from './problem.ts'
import type { FormKind, Structure } from './qubo/index.ts'
import type { Clock, Sample } from './run/index.ts'

/** A form of the question with the way back to the model's columns; a Qubo comes with its layers. */
export type Compiled<K extends FormKind> = CompiledModel<K>

/** A sample seen in its own world. */
export interface Judged<Answer> {
  readonly sample: Sample
  readonly answer: Answer
  readonly violations: readonly Violation[]
  readonly feasible: boolean
  readonly cost: number
}

/** The question and its forms; each is compiled on first use and shared by every solver of a nest. */
export interface Task<Answer = unknown> {
  readonly problem: Problem<Answer>
  /** Built on first use; solvers that work on answers never need it. */
  readonly model: Model
  /** True once somebody asked for the model. */
  readonly built: boolean
  as<K extends FormKind>(kind: K, native?: readonly Structure[]): Compiled<K>
  judge(sample: Sample): Judged<Answer>
  /** A sample from a point, its energy recomputed from the model. */
  sampleOf(point: Float64Array, occurrences?: number): Sample
  /** A sample from an answer; nothing is encoded. */
  sampleOfAnswer(answer: Answer): Sample
  /** The point of a sample, encoded from its answer if need be; null when it has none. */
  pointOf(sample: Sample): Float64Array | null
  /** Milliseconds spent so far; whoever reduces a form adds its own. */
  readonly spent: { buildMs: number; compileMs: number; reduceMs: number; decodeMs: number }
  /** The form compiled last, for the size in the report. */
  readonly compiled: ReadonlyMap<string, Compiled<FormKind>>
}

export interface TaskOptions {
  readonly clock: Clock
  readonly memoryLimitMiB: number
  /** On the clock; a model whose terms cannot be built in what is left is not begun. Infinity when not given. */
  readonly deadline?: number
}

/** Short cuts past the compiler: forms that are there already, and what a point is worth. */
export interface Known {
  as<K extends FormKind>(kind: K, native: readonly Structure[]): Compiled<K> | null
  evaluate(point: Float64Array): { readonly energy: number; readonly violation: number }
}

export function createTask<Answer>(problem: Problem<Answer>, options: TaskOptions): Task<Answer> {
  const stopwatch = stopwatchOn(options.clock)
  let opened: Built<Answer> | undefined
  const built = () => (opened ??= problem.build())
  const forms = formsOf(problem, built, options, stopwatch)
  const judged = new WeakMap<Sample, Judged<Answer>>()
  return {
    problem,
    spent: stopwatch.spent,
    compiled: forms.compiled,
    get model() {
      return forms.model()
    },
    get built() {
      return forms.built()
    },
    as: forms.as,
    judge: (sample) => {
      const known = judged.get(sample) ?? stopwatch.time('decodeMs', () => judge(problem, sample, built))
      judged.set(sample, known)
      return known
    },
    sampleOf: (point, occurrences = 1) => ({ point, ...forms.evaluate(point), occurrences, foundBy: '' }),
    sampleOfAnswer: (answer) => ({
      point: null,
      answer,
      energy: Number.NaN,
      violation: Number.NaN,
      occurrences: 1,
      foundBy: '',
    }),
    pointOf: (sample) => sample.point ?? built().encode(sample.answer as Answer),
  }
}

type Spent = Task['spent']

function stopwatchOn(clock: Clock) {
  const spent: Spent = { buildMs: 0, compileMs: 0, reduceMs: 0, decodeMs: 0 }
  const time = <Out>(part: keyof Spent, work: () => Out): Out => {
    const startedAt = clock.now()
    const out = work()
    spent[part] += clock.now() - startedAt
    return out
  }
  return { spent, time }
}

/** The model and what it compiles to, each made when somebody first asks. */
function formsOf(
  problem: Problem,
  built: () => Built<unknown>,
  { clock, memoryLimitMiB, deadline = Number.POSITIVE_INFINITY }: TaskOptions,
  { time }: ReturnType<typeof stopwatchOn>,
) {
  const compiled = new Map<string, Compiled<FormKind>>()
  const ready = problem.form?.()
  const known = ready && knownOf(ready)
  let model: Model | undefined
  const build = () => {
    if (model === undefined) refuseToBegin(problem, { memoryLimitMiB, leftMs: deadline - clock.now() })
    return (model ??= time('buildMs', () => built().model))
  }
  const compile = <K extends FormKind>(kind: K, native: readonly Structure[]): Compiled<K> => {
    const there = known && time('compileMs', () => known.as(kind, native))
    if (there) return there
    const from = build()
    return time('compileMs', () => compileModel(from, kind, { native, memoryLimitMiB, leftMs: deadline - clock.now() }))
  }
  return {
    compiled,
    model: build,
    built: () => model !== undefined,
    evaluate: (point: Float64Array): { readonly energy: number; readonly violation: number } => {
      const { energy, violation } = known?.evaluate(point) ?? evaluate(build(), point)
      return { energy, violation }
    },
    as: <K extends FormKind>(kind: K, native: readonly Structure[] = []): Compiled<K> => {
      const free = ready ? holdsNothing(ready) : isFree(build())
      const key = `${kind} ${free ? '' : [...native].sort().join()}`
      const form = compiled.get(key) ?? compile(kind, native)
      compiled.set(key, form as Compiled<FormKind>)
      return form as Compiled<K>
    },
  }
}

/** Without structures and rules there is nothing to keep: one compilation serves every solver. */
const isFree = (model: Model): boolean => model.structures.length === 0 && model.constraints.length === 0

const holdsNothing = (form: BareForm): boolean =>
  form.kind === 'ising' || (form.kind === 'qubo' && form.native.length === 0)

/** Bytes that a term takes while it is built and compiled, and the milliseconds: measured, rounded up. */
const perTerm = { bytes: 120, ms: 3e-4 }

/** A model far too large is refused before the first term, not after the last that fits. */
function refuseToBegin(problem: Problem, { memoryLimitMiB, leftMs }: { memoryLimitMiB: number; leftMs: number }): void {
  const terms = problem.terms?.() ?? 0
  const needed = (terms * perTerm.bytes) / 2 ** 20
  if (needed > memoryLimitMiB) {
    const what = `the model of ${problem.name} has about ${terms} terms and needs about ${Math.ceil(needed)} MiB of the ${memoryLimitMiB} allowed`
    throw new IsinglassError(
      'MEMORY_LIMIT',
      what,
      'Use heuristic or byParts, which need no such model, or raise memoryLimitMiB',
    )
  }
  if (terms * perTerm.ms > leftMs) {
    throw new Unsupported(
      `building about ${terms} terms would take longer than the ${Math.max(0, Math.round(leftMs))} ms left`,
    )
  }
}

function judge<Answer>(problem: Problem<Answer>, sample: Sample, built: () => Built<Answer>): Judged<Answer> {
  const answer = (sample.answer ?? built().decode(sample.point as Float64Array)) as Answer
  const violations = problem.check(answer)
  const feasible = violations.length === 0
  return { sample, answer, violations, feasible, cost: feasible ? problem.cost(answer) : Number.NaN }
}

/** Negative when a is the better find: feasible first, then cost in the problem's sense, then the smaller violation. */
export function compareJudged(sense: 'min' | 'max'): (a: Judged<unknown>, b: Judged<unknown>) => number {
  return (a, b) => {
    if (a.feasible !== b.feasible) return a.feasible ? -1 : 1
    if (a.feasible) return sense === 'min' ? a.cost - b.cost : b.cost - a.cost
    return missing(a) - missing(b)
  }
}

const missing = (judged: Judged<unknown>): number => judged.violations.reduce((sum, v) => sum + v.amount, 0)
