import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { parseWith, shown } from '../../src/parse.ts'
import type { FormKind } from '../../src/qubo/index.ts'
import { type Run, type SampleSet, sampleSet } from '../../src/run/index.ts'
import type { Given, NamedFactory, Positional, Solver } from '../../src/solver.ts'
import type { Task } from '../../src/task.ts'

/** What a strategy works with while it samples: its solvers in the order given and its parsed options. */
export interface Nest<Options> {
  readonly children: readonly Solver[]
  readonly options: Options
}

type Parsed<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>> & { work?: number }

export interface StrategyDeclaration<Shape extends z.ZodRawShape, Args extends readonly unknown[]> {
  readonly name: string
  /** How it is written and what it does, in a few words, for lists. */
  readonly summary?: string
  /** How many solvers it nests, at least and at most. */
  readonly children: readonly [least: number, most: number]
  /** The options besides the solvers; unknown ones are refused. `work` is known to every strategy. */
  readonly shape: Shape
  /** The option that a bare value sets: the 300 of `within(300,anneal)`. */
  readonly positional?: keyof Shape & string
  /** Names under which solvers may be given as options, in the order of the children: `decompose(solver=anneal)`. '' for none. */
  readonly childNames?: readonly string[]
  /** The forms it asks the task for; without it, whatever its solvers accept. */
  readonly accepts?: readonly FormKind[]
  /** How the strategy is called in TypeScript → its solvers and its options. */
  readonly call: (...args: Args) => { readonly children: readonly Solver[]; readonly options?: Given<Shape> }
  /** Without a `replay` in what it returns, the strategy's own expression is printed, with the work done if it was stopped. */
  readonly sample: (task: Task, run: Run, nest: Nest<Parsed<Shape>>) => Promise<Partial<SampleSet>>
}

/** A strategy's constructor: called in its own way in TypeScript, or from a parsed expression. */
export interface StrategyFactory<Args extends readonly unknown[]> extends NamedFactory {
  (...args: Args): Solver
}

/** Makes a strategy: a solver made of solvers, with the same contract as a leaf. */
export function defineStrategy<Shape extends z.ZodRawShape, Args extends readonly unknown[]>(
  declaration: StrategyDeclaration<Shape, Args>,
): StrategyFactory<Args> {
  const factory = (...args: Args): Solver => {
    const { children, options = {} } = declaration.call(...args)
    return nested(declaration, children, options)
  }
  return Object.assign(factory, {
    solverName: declaration.name,
    summary: declaration.summary ?? '',
    fromSpec: (children: readonly Solver[], options: Readonly<Record<string, unknown>>, positional: Positional) => {
      const { named, rest } = splitChildren(declaration.childNames ?? [], options)
      return nested(declaration, [...children, ...named], { ...bare(declaration, positional), ...rest })
    },
  })
}

function nested<Shape extends z.ZodRawShape, Args extends readonly unknown[]>(
  declaration: StrategyDeclaration<Shape, Args>,
  children: readonly Solver[],
  options: object,
): Solver {
  const { name, shape, sample } = declaration
  const schema = z.strictObject({ ...shape, work: z.number().nonnegative().optional() })
  const parsed = parseWith(schema, options, name, 'OPTION_INVALID') as Parsed<Shape>
  checkChildren(declaration, children)
  const spec = (work?: number) =>
    strategySpec(declaration, children, work === undefined ? options : { ...options, work })
  return {
    name,
    spec: spec(),
    accepts: declaration.accepts ?? [...new Set(children.flatMap((child) => child.accepts))],
    sample: async (task, run) => {
      const limited = parsed.work === undefined ? run : { ...run, work: Math.min(run.work, parsed.work) }
      const set = sampleSet({ replay: '', ...(await sample(task, limited, { children, options: parsed })) })
      const replay = set.replay || spec(set.stop === 'finished' ? undefined : set.work)
      return { ...set, replay }
    },
  }
}

const isSolver = (value: unknown): value is Solver =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Solver).sample === 'function' &&
  typeof (value as Solver).spec === 'string'

function splitChildren(names: readonly string[], options: Readonly<Record<string, unknown>>) {
  const given = names.filter((name) => options[name] !== undefined)
  const rest = Object.entries(options).filter(([key]) => !given.includes(key))
  return { named: given.map((name) => options[name] as Solver), rest: Object.fromEntries(rest) }
}

function bare(
  declaration: { name: string; positional?: string },
  values: readonly (number | string)[],
): Record<string, unknown> {
  const { name, positional } = declaration
  const most = positional === undefined ? 0 : 1
  if (values.length > most) {
    const allowed = most === 0 ? 'no bare value' : `one bare value (${positional})`
    const what = `it takes ${allowed}, not ${values.join(', ')}`
    throw new IsinglassError('OPTION_INVALID', what, 'Write options as name=value', name)
  }
  return positional === undefined || values.length === 0 ? {} : { [positional]: values[0] }
}

function checkChildren(
  { name, summary, children: [least, most] }: { name: string; summary?: string; children: readonly [number, number] },
  children: readonly Solver[],
): void {
  const refuse = (what: string, remedy: string) => {
    throw new IsinglassError('OPTION_INVALID', what, remedy, name)
  }
  const form = summary?.startsWith(`${name}(`) ? summary.split(':')[0] : name
  const stranger = children.find((child) => !isSolver(child))
  if (children.length > 0 && children.some((child) => !isSolver(child)))
    refuse(stranger === undefined ? 'the solver is missing' : `${shown(stranger)} is no solver`, `Write it as ${form}`)
  const wanted =
    least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`
  if (children.length >= least && children.length <= most) return
  const noun = wanted.endsWith('1') ? 'solver' : 'solvers'
  refuse(`it nests ${wanted === '0' ? 'no' : wanted} ${noun}, not ${children.length}`, `Write it as ${form}`)
}

/** Functions and objects can be given in TypeScript only. */
const isWritable = (value: unknown): boolean =>
  value !== undefined && typeof value !== 'function' && typeof value !== 'object'

/** `within(300,anneal(reads=8))`, `decompose(by=communities,solver=anneal)`: an expression that reads back as the same strategy. */
function strategySpec(
  { name, positional, childNames = [] }: { name: string; positional?: string; childNames?: readonly string[] },
  children: readonly Solver[],
  options: object,
): string {
  const given = Object.entries(options).filter(([, value]) => isWritable(value))
  const parts = [
    ...given.filter(([key]) => key === positional).map(([, value]) => `${value}`),
    ...children.filter((_, k) => !childNames[k]).map((child) => child.spec),
    ...given.filter(([key]) => key !== positional).map(([key, value]) => `${key}=${value}`),
    ...children.flatMap((child, k) => (childNames[k] ? [`${childNames[k]}=${child.spec}`] : [])),
  ]
  return parts.length === 0 ? name : `${name}(${parts.join(',')})`
}
