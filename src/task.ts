import { type CompiledModel, compileModel } from './compile/index.ts'
import { evaluate, type Model } from './model/index.ts'
import type { Problem, Violation } from './problem.ts'
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
  /** What a wrapped form knows of itself; the model is then built only for forms it does not know. */
  readonly known?: Known
}

/** Short cuts past the compiler: forms that are there already, and what a point is worth. */
export interface Known {
  as<K extends FormKind>(kind: K, native: readonly Structure[]): Compiled<K> | null
  evaluate(point: Float64Array): { readonly energy: number; readonly violation: number }
}

export function createTask<Answer>(
  problem: Problem<Answer>,
  { clock, memoryLimitMiB, known }: TaskOptions,
): Task<Answer> {
  const spent = { buildMs: 0, compileMs: 0, reduceMs: 0, decodeMs: 0 }
  const compiled = new Map<string, Compiled<FormKind>>()
  const judged = new WeakMap<Sample, Judged<Answer>>()
  const timed = <Out>(part: keyof typeof spent, work: () => Out): Out => {
    const startedAt = clock.now()
    const out = work()
    spent[part] += clock.now() - startedAt
    return out
  }
  let built: ReturnType<typeof problem.build> | undefined
  const build = () => (built ??= timed('buildMs', problem.build))

  const task: Task<Answer> = {
    problem,
    spent,
    compiled,
    get model() {
      return build().model
    },
    get built() {
      return built !== undefined
    },
    as: <K extends FormKind>(kind: K, native: readonly Structure[] = []) => {
      const key = `${kind} ${[...native].sort().join()}`
      const compile = () => known?.as(kind, native) ?? compileModel(build().model, kind, { native, memoryLimitMiB })
      if (!known) build()
      const form = compiled.get(key) ?? timed('compileMs', compile)
      compiled.set(key, form as Compiled<FormKind>)
      return form as Compiled<K>
    },
    judge: (sample) => {
      const known = judged.get(sample) ?? timed('decodeMs', () => judge(problem, sample, () => build()))
      judged.set(sample, known)
      return known
    },
    sampleOf: (point, occurrences = 1) => {
      const { energy, violation } = known?.evaluate(point) ?? evaluate(build().model, point)
      return { point, energy, violation, occurrences, foundBy: '' }
    },
    sampleOfAnswer: (answer) => ({
      point: null,
      answer,
      energy: Number.NaN,
      violation: Number.NaN,
      occurrences: 1,
      foundBy: '',
    }),
    pointOf: (sample) => sample.point ?? build().encode(sample.answer as Answer),
  }
  return task
}

function judge<Answer>(
  problem: Problem<Answer>,
  sample: Sample,
  build: () => ReturnType<Problem<Answer>['build']>,
): Judged<Answer> {
  const answer = (sample.answer ?? build().decode(sample.point as Float64Array)) as Answer
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
