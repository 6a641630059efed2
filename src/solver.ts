import { z } from 'zod'
import { IsinglassError } from './errors.ts'
import { parseWith } from './parse.ts'
import type { FormKind } from './qubo/index.ts'
import { type Run, type SampleSet, sampleSet } from './run/index.ts'
import type { Task } from './task.ts'

export { Unsupported } from './errors.ts'

/** Numbers → samples. A strategy has the same type, so solvers nest. `spec` is its name on the command line. */
export interface Solver {
  readonly name: string
  readonly spec: string
  readonly accepts: readonly FormKind[]
  sample(task: Task, run: Run): Promise<SampleSet>
}

/** What a solver's author returns; the frame adds name, replay line and stamps `foundBy`. */
export type Sampled = Partial<Omit<SampleSet, 'replay'>>

/** What is bare in a solver expression: the 300 of `within(300,anneal)`. */
export type Positional = readonly (number | string)[]

/** What a solver's or strategy's constructor offers besides being called: its one name, and how an expression makes it. */
export interface NamedFactory {
  readonly solverName: string
  /** What it does, in a few words. */
  readonly summary: string
  /** From a parsed expression such as `anneal(reads=8)`. */
  fromSpec(children: readonly Solver[], options: Readonly<Record<string, unknown>>, positional: Positional): Solver
}

export interface SolverFactory<Options> extends NamedFactory {
  (options?: Options): Solver
}

/** The options of a shape, and `work`; a shape without options adds nothing to it. */
export type Given<Shape extends z.ZodRawShape> = (keyof Shape extends never ? unknown : z.input<z.ZodObject<Shape>>) & {
  work?: number
}

/**
 * Options every leaf solver knows: `work` caps what it may spend, whatever the run allows. 0 gives what there is before
 * any work: how a replay names a run that was stopped at once.
 */
const common = { work: z.number().nonnegative().optional() }

/** The forms a solver takes, and what it does, in a few words, for lists. */
export interface Capabilities {
  readonly accepts: readonly FormKind[]
  readonly summary?: string
}

/**
 * Makes a solver from a name, what it accepts, a schema of its options and a sampling function.
 * The schema is strict: unknown options are refused, in TypeScript and at run time.
 */
export function defineSolver<Shape extends z.ZodRawShape>(
  name: string,
  capabilities: Capabilities,
  shape: Shape,
  sample: (task: Task, run: Run, options: z.output<z.ZodObject<Shape>>) => Promise<Sampled>,
): SolverFactory<Given<Shape>> {
  const schema = z.strictObject({ ...shape, ...common })
  const make = (options: object = {}): Solver => {
    const parsed = parseWith(schema, options, name, 'OPTION_INVALID') as z.output<z.ZodObject<Shape>> & {
      work?: number
    }
    return {
      name,
      spec: specOf(name, options),
      accepts: capabilities.accepts,
      sample: async (task, run) => {
        const limited = parsed.work === undefined ? run : { ...run, work: Math.min(run.work, parsed.work) }
        const own = await sample(task, { ...limited, offer: (s) => run.offer({ ...s, foundBy: name }) }, parsed)
        const sampled = capabilities.accepts.length > 0 ? unproven(task, own) : own
        const samples = (sampled.samples ?? []).map((s) => ({ ...s, foundBy: name }))
        const set = sampleSet({ ...sampled, samples, replay: '' })
        return { ...set, replay: replayOf(name, options, set) }
      },
    }
  }
  return Object.assign(make, {
    solverName: name,
    summary: capabilities.summary ?? '',
    fromSpec: (children: readonly Solver[], options: Readonly<Record<string, unknown>>, positional: Positional) => {
      refuseArguments(name, children.length + positional.length)
      return make({ ...options })
    },
  })
}

/** What is proven of a model that only approximates the question is not proven of the question. */
function unproven({ problem: { inexact } }: Task, sampled: Sampled): Sampled {
  if (inexact === undefined || (sampled.proof ?? sampled.bound ?? null) === null) return sampled
  return { ...sampled, proof: null, bound: null, notes: [...(sampled.notes ?? []), `no proof: ${inexact}`] }
}

function refuseArguments(name: string, count: number): void {
  if (count === 0) return
  throw new IsinglassError(
    'OPTION_INVALID',
    'it takes options only, no bare arguments',
    'Write options as name=value',
    name,
  )
}

/** `anneal(reads=8,sweeps=100)`: the options that were given, in the order given. */
function specOf(name: string, options: object, children: readonly Solver[] = []): string {
  const parts = [
    ...children.map((child) => child.spec),
    ...Object.entries(options)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => `${k}=${v}`),
  ]
  return parts.length === 0 ? name : `${name}(${parts.join(',')})`
}

/** A run that anything but itself ended is named by the work it did. */
function replayOf(name: string, options: object, set: SampleSet): string {
  return set.stop === 'finished' ? specOf(name, options) : specOf(name, { ...options, work: set.work })
}
