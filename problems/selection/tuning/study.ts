import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { parseWith } from '../../../src/parse.ts'
import type { Problem } from '../../../src/problem.ts'
import { type Random, random } from '../../../src/run/index.ts'
import { choiceSearch } from './choice-search.ts'
import { type ChoiceTables, choiceTables, costOfChoice } from './choice-tables.ts'
import { type Configuration, hyperparameters, type ParameterValue, type ValueScore } from './hyperparameters.ts'
import { fitSurrogate, type Trials } from './surrogate.ts'

export type ParameterLists = Readonly<Record<string, readonly ParameterValue[]>>
export type ConfigurationOf<Parameters extends ParameterLists> = {
  readonly [Name in keyof Parameters]: Parameters[Name][number]
}

/** A configuration that was tried, and its score. */
export interface Trial<Values = Readonly<Record<string, ParameterValue>>> {
  readonly configuration: Values
  readonly score: number
}

export interface StudyOptions<Parameters extends ParameterLists = ParameterLists> {
  readonly parameters: Parameters
  /** Whether small scores are sought (the default) or large ones. */
  readonly sense?: 'min' | 'max'
  readonly seed?: number | string
  /** Trials of an earlier study: with the same options it goes on where that one stopped. */
  readonly history?: readonly Trial<ConfigurationOf<Parameters>>[]
}

/** A study is a value: nothing in it changes, `tell` gives the next one. */
export interface Study<Parameters extends ParameterLists = ParameterLists> {
  /** All trials in order, as plain data. */
  readonly history: readonly Trial<ConfigurationOf<Parameters>>[]
  /** The best of them; null before the first. */
  readonly best: Trial<ConfigurationOf<Parameters>> | null
  /** What to try next: new while there is something new. The same question has the same answer. */
  ask(): ConfigurationOf<Parameters>
  /** The study with one more trial. Throws INPUT_INVALID for an unknown value or a score that is no finite number. */
  tell(configuration: ConfigurationOf<Parameters>, score: number): Study<Parameters>
  /** What the trials say so far of every value and pair of values, as a problem; its scores leave a constant out. */
  problem(): Problem<Configuration<ConfigurationOf<Parameters>>>
}

const value = z.union([z.string(), z.number(), z.boolean()])
const schema = z.strictObject({
  parameters: z.record(z.string().min(1), z.array(value).min(1)),
  sense: z.enum(['min', 'max']).optional(),
  seed: z.union([z.number().int(), z.string()]).optional(),
  history: z.array(z.strictObject({ configuration: z.record(z.string(), value), score: z.number() })).optional(),
})

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'study')
}

/**
 * Finds good hyperparameters with few trials: ask for a configuration, try it, tell its score. After a few random trials
 * each next one is the best configuration of a pairwise surrogate drawn at random among those that explain the trials
 * (Baptista and Poloczek 2018). Deterministic in its seed and history.
 */
export function study<const Parameters extends ParameterLists>(options: StudyOptions<Parameters>): Study<Parameters> {
  const { parameters, sense = 'min', seed = 0, history = [] } = parseWith(schema, options, 'study')
  const names = Object.keys(parameters)
  if (names.length === 0) refuse('there are no parameters', 'Give at least one')
  const twice = names.find((name) => new Set(parameters[name]).size < parameters[name].length)
  if (twice !== undefined) refuse(`a value of "${twice}" repeats`, 'Give each value once')
  const space = { names, values: Object.values(parameters), sense, seed: String(seed) }
  return continued(space, history) as unknown as Study<Parameters>
}

interface Space {
  readonly names: readonly string[]
  readonly values: readonly (readonly ParameterValue[])[]
  readonly sense: 'min' | 'max'
  readonly seed: string
}

function continued(space: Space, history: readonly Trial[]): Study {
  const trials = trialsOf(space, history)
  return {
    history,
    best: bestOf(space, history),
    ask: () => configurationOf(space, nextChoice(space, trials)),
    tell: (configuration, score) => continued(space, [...history, { configuration: { ...configuration }, score }]),
    problem: () => surrogateProblem(space, trials),
  }
}

function trialsOf({ names, values, sense }: Space, history: readonly Trial[]): Trials {
  const choices = history.map(({ configuration }) => {
    const stranger = Object.keys(configuration).find((name) => !names.includes(name))
    if (stranger !== undefined) refuse(`"${stranger}" is no parameter`, `Use ${names.join(', ')}`)
    return names.map((name, p) => {
      const option = values[p].indexOf(configuration[name])
      if (option >= 0) return option
      return refuse(
        `${JSON.stringify(configuration[name])} is no value of "${name}"`,
        'Tell a configuration that may be asked',
      )
    })
  })
  const odd = history.find(({ score }) => !Number.isFinite(score))
  if (odd !== undefined)
    refuse(`the score ${odd.score} is no finite number`, 'Tell a number, a bad one where a trial failed')
  return {
    sizes: values.map((list) => list.length),
    choices,
    costs: history.map(({ score }) => (sense === 'min' ? score : -score)),
  }
}

function bestOf({ sense }: Space, history: readonly Trial[]): Trial | null {
  return history.reduce<Trial | null>((best, trial) => {
    const better = best === null || (sense === 'min' ? trial.score < best.score : trial.score > best.score)
    return better ? trial : best
  }, null)
}

const configurationOf = (
  { names, values }: Space,
  choice: ArrayLike<number>,
): Readonly<Record<string, ParameterValue>> => Object.fromEntries(names.map((name, p) => [name, values[p][choice[p]]]))

/** So much work goes into the surrogate's best configuration. */
const searchWork = 3e5

function nextChoice({ seed }: Space, trials: Trials): readonly number[] {
  const { sizes, choices } = trials
  const dice = random(seed, 'study', choices.length)
  const tried = new Set(choices.map(String))
  const anywhere = sizes.map((size) => dice.below(size))
  if (choices.length < 2 + Math.ceil(sizes.length / 2)) return unseen(trials, tried, anywhere, null, dice)
  const { own, pairs } = fitSurrogate(trials, dice)
  const tables = choiceTables(sizes, own, pairs)
  return unseen(trials, tried, Array.from(bestChoice(tables, dice)), tables, dice)
}

function bestChoice(tables: ChoiceTables, dice: Random): Int32Array {
  const job = choiceSearch(tables, dice)
  let state = job.next(0)
  for (let work = 0; !state.done; ) {
    state = job.next(Math.max(0, searchWork - work))
    if (!state.done) work += state.value.work
  }
  return state.value
}

/** The choice itself if it is new, else the best new one of those that differ in one value, else any new one, else itself. */
function unseen(
  { sizes }: Trials,
  tried: ReadonlySet<string>,
  choice: readonly number[],
  tables: ChoiceTables | null,
  dice: Random,
): readonly number[] {
  if (!tried.has(String(choice))) return choice
  const near = sizes.flatMap((size, p) => Array.from({ length: size }, (_, option) => choice.with(p, option)))
  const fresh = near.filter((next) => !tried.has(String(next)))
  const cost = (next: readonly number[]) => (tables === null ? 0 : costOfChoice(tables, next))
  if (fresh.length > 0) return fresh.reduce((best, next) => (cost(next) < cost(best) ? next : best))
  for (let trial = 0; trial < 1000; trial++) {
    const next = sizes.map((size) => dice.below(size))
    if (!tried.has(String(next))) return next
  }
  return choice
}

function surrogateProblem({ names, values, sense }: Space, trials: Trials): Problem<never> {
  const { own, pairs } = fitSurrogate(trials, null)
  const options = values.flatMap((list, p) => list.map((v) => [names[p], v] as const))
  const sign = sense === 'min' ? 1 : -1
  const scores: ValueScore[] = [
    ...Array.from(own, (cost, o): ValueScore => [...options[o], sign * cost]),
    ...pairs.map(([a, b, cost]): ValueScore => [...options[a], ...options[b], sign * cost]),
  ]
  const parameters = Object.fromEntries(names.map((name, p) => [name, values[p]]))
  return hyperparameters({ parameters, scores, sense }) as unknown as Problem<never>
}
