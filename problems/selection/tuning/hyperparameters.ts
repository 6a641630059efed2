import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import type { Model } from '../../../src/model/index.ts'
import { numberList, parseWith, readBy } from '../../../src/parse.ts'
import { defineProblem, type OverloadedFactory, type Problem, type Violation } from '../../../src/problem.ts'
import { type Job, mapFinds, type Random } from '../../../src/run/index.ts'
import { choiceSearch } from './choice-search.ts'
import { type ChoiceTables, choiceTables, costOfChoice, sizeOf } from './choice-tables.ts'
import { drawConfiguration } from './draw-configuration.ts'

export type ParameterValue = string | number | boolean

/** A score of one value, or of two values of different parameters together. */
export type ValueScore<Name extends string = string> =
  | readonly [parameter: Name, value: ParameterValue, score: number]
  | readonly [parameter: Name, value: ParameterValue, other: Name, value: ParameterValue, score: number]

/** Parameters with their values; scores that are not given are 0, those given twice add up. */
export interface NamedHyperparameters<
  Parameters extends Readonly<Record<string, readonly ParameterValue[]>> = Readonly<
    Record<string, readonly ParameterValue[]>
  >,
> {
  readonly parameters: Parameters
  readonly scores: readonly ValueScore<Extract<keyof NoInfer<Parameters>, string>>[]
  /** Whether the least total score is sought (the default) or the largest. */
  readonly sense?: 'min' | 'max'
}

/** Options numbered through: parameter 0 has the options 0 … sizes[0] − 1, and so on. */
export interface BulkHyperparameters {
  readonly sizes: ArrayLike<number>
  /** One score per option. */
  readonly own?: ArrayLike<number>
  readonly pairs?: {
    readonly from: ArrayLike<number>
    readonly to: ArrayLike<number>
    readonly score: ArrayLike<number>
  }
  readonly sense?: 'min' | 'max'
}

export type HyperparametersInput = NamedHyperparameters | BulkHyperparameters

/** A value per parameter: by name, or as the number of the parameter's option, counted from 0. */
export interface Configuration<Of = Readonly<Record<string, ParameterValue>> | readonly number[]> {
  readonly configuration: Of
}

interface Data {
  readonly sense: 'min' | 'max'
  readonly names: readonly string[] | null
  readonly values: readonly (readonly ParameterValue[])[]
  /** Costs: the scores, with their sign turned where the largest is sought. */
  readonly tables: ChoiceTables
}

type ValuesOf<Parameters extends Readonly<Record<string, readonly ParameterValue[]>>> = {
  readonly [Name in keyof Parameters]: Parameters[Name][number]
}

interface Hyperparameters extends OverloadedFactory<HyperparametersInput, Configuration> {
  <const Parameters extends Readonly<Record<string, readonly ParameterValue[]>>>(
    input: NamedHyperparameters<Parameters>,
  ): Problem<Configuration<ValuesOf<Parameters>>>
  (input: BulkHyperparameters): Problem<Configuration<readonly number[]>>
}

/**
 * One value for every parameter, so that the scores of the values chosen and of the pairs of values chosen add up to least
 * (or most). This is what a pairwise surrogate of an expensive function asks (Baptista and Poloczek 2018); `study` makes
 * such surrogates from what was tried.
 */
export const hyperparameters = defineProblem({
  name: 'hyperparameters',
  summary: 'one value per parameter, with scores for values and pairs of values',
  sense: ({ sense }: Data) => sense,
  schema: readBy('expected an object with "parameters"', read),
  build,
  decode,
  encode,
  check,
  cost: (data, answer) => signed(data, costOfChoice(data.tables, choiceIn(data, answer))),
  heuristic: search,
  draw,
  terms: ({ tables }) => tables.shared.flat().reduce((sum, { cost }) => sum + cost.length / 2, tables.own.length),
  tiny,
}) as Hyperparameters

const signed = ({ sense }: Pick<Data, 'sense'>, cost: number): number => (sense === 'min' ? cost : 0 - cost)

const value = z.union([z.string(), z.number(), z.boolean()])
const sense = z.enum(['min', 'max']).optional()
const named = z.strictObject({
  parameters: z.record(z.string().min(1), z.array(value).min(1)),
  scores: z.array(
    z.union([z.tuple([z.string(), value, z.number()]), z.tuple([z.string(), value, z.string(), value, z.number()])]),
  ),
  sense,
})
const bulk = z.strictObject({
  sizes: numberList,
  own: numberList.optional(),
  pairs: z.strictObject({ from: numberList, to: numberList, score: numberList }).optional(),
  sense,
})

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'hyperparameters')
}

function read(input: HyperparametersInput): Data {
  return 'parameters' in input ? readNamed(input) : readBulk(input)
}

function readNamed(input: NamedHyperparameters): Data {
  const { parameters, scores, sense: given = 'min' } = parseWith(named, input, 'hyperparameters')
  const names = Object.keys(parameters)
  const values = Object.values(parameters)
  if (names.length === 0) refuse('there are no parameters', 'Give at least one')
  const start = values.map((_, p) => values.slice(0, p).reduce((sum, list) => sum + list.length, 0))
  values.forEach((list, p) => {
    if (new Set(list).size < list.length) refuse(`a value of "${names[p]}" repeats`, 'Give each value once')
  })
  const option = (name: string, wanted: ParameterValue): number => {
    const p = names.indexOf(name)
    if (p < 0) refuse(`"${name}" is no parameter`, 'Use the names of "parameters"')
    const o = values[p].indexOf(wanted)
    return o < 0
      ? refuse(`${JSON.stringify(wanted)} is no value of "${name}"`, 'Use a value listed there')
      : start[p] + o
  }
  const own = new Float64Array(values.flat().length)
  const pairs: [number, number, number][] = []
  for (const score of scores) {
    if (score.length === 3) own[option(score[0], score[1])] += signed({ sense: given }, score[2])
    else if (score[0] === score[2]) refuse(`a score pairs "${score[0]}" with itself`, 'Pair different parameters')
    else pairs.push([option(score[0], score[1]), option(score[2], score[3]), signed({ sense: given }, score[4])])
  }
  const sizes = values.map((list) => list.length)
  return { sense: given, names, values, tables: choiceTables(sizes, own, pairs) }
}

function readBulk(input: BulkHyperparameters): Data {
  const { sizes, own, pairs, sense: given = 'min' } = parseWith(bulk, input, 'hyperparameters')
  if (sizes.length === 0) refuse('there are no parameters', 'Give at least one')
  const list = Array.from(sizes)
  const odd = list.find((size) => !(Number.isSafeInteger(size) && size >= 1 && size <= 1e6))
  if (odd !== undefined) refuse(`a parameter has ${odd} options`, 'Give whole numbers of at least 1')
  const total = list.reduce((sum, size) => sum + size, 0)
  if (total > 1e7) refuse(`there are ${total} options`, 'Give at most 10 million')
  if (own && own.length !== total) refuse(`"own" has ${own.length} scores for ${total} options`, 'Give one per option')
  const costs = Float64Array.from({ length: total }, (_, o) => signed({ sense: given }, own?.[o] ?? 0))
  const values = list.map((size) => Array.from({ length: size }, (_, o) => o))
  return { sense: given, names: null, values, tables: choiceTables(list, costs, bulkPairs(list, pairs, given)) }
}

function bulkPairs(
  sizes: readonly number[],
  pairs: BulkHyperparameters['pairs'],
  given: 'min' | 'max',
): [number, number, number][] {
  if (pairs === undefined) return []
  const { from, to, score } = pairs
  if (from.length !== to.length || from.length !== score.length)
    refuse(`"pairs" has ${from.length}, ${to.length} and ${score.length} entries`, 'Give lists of one length')
  const owner = sizes.flatMap((size, p) => new Array<number>(size).fill(p))
  return Array.from(score, (s, k) => {
    const [a, b] = [owner[from[k]], owner[to[k]]]
    if (a === undefined || b === undefined)
      refuse(`pair ${k} names no option`, `Count options from 0 to ${owner.length - 1}`)
    if (a === b) refuse(`pair ${k} joins two options of parameter ${a}`, 'Pair different parameters')
    return [from[k], to[k], signed({ sense: given }, s)]
  })
}

function build(model: Model, { names, values, tables }: Data): null {
  const { objective } = model
  values.forEach((list, p) => {
    model.choice(names?.[p] ?? `parameter ${p}`, list.map(String))
  })
  for (let o = 0; o < tables.own.length; o++) if (tables.own[o] !== 0) objective.addLinear(o, tables.own[o])
  tables.shared.forEach((row, p) => {
    for (const { other, cost } of row) {
      if (other < p) continue
      const size = sizeOf(tables, other)
      for (let k = 0; k < cost.length; k++)
        if (cost[k] !== 0)
          objective.addPair(tables.start[p] + Math.floor(k / size), tables.start[other] + (k % size), cost[k])
    }
  })
  return null
}

/** The chosen option of every parameter; where several or none are, the one that costs least beside the others so far. */
function decode(data: Data, _layout: null, point: Float64Array): Configuration {
  const { tables } = data
  const choice = new Int32Array(data.values.length)
  for (let p = 0; p < choice.length; p++) {
    const costs = tables.own.slice(tables.start[p], tables.start[p + 1])
    for (const { other, cost } of tables.shared[p])
      if (other < p) for (let o = 0; o < costs.length; o++) costs[o] += cost[o * sizeOf(tables, other) + choice[other]]
    const taken = Array.from(costs.keys()).filter((o) => point[tables.start[p] + o] > 0.5)
    const among = taken.length > 0 ? taken : Array.from(costs.keys())
    choice[p] = among.reduce((best, o) => (costs[o] < costs[best] ? o : best))
  }
  return answerOf(data, choice)
}

function encode(data: Data, _layout: null, answer: Configuration): Float64Array {
  const point = new Float64Array(data.tables.own.length)
  choiceIn(data, answer).forEach((o, p) => {
    point[data.tables.start[p] + o] = 1
  })
  return point
}

function answerOf({ names, values }: Data, choice: Int32Array): Configuration {
  if (names === null) return { configuration: Array.from(choice) }
  return { configuration: Object.fromEntries(names.map((name, p) => [name, values[p][choice[p]]])) }
}

/** The option of every parameter; −1 where it is none. */
function choicesIn({ names, values }: Data, { configuration }: Configuration): number[] {
  return values.map((list, p) => {
    if (names === null) return list.indexOf((configuration as readonly number[])[p])
    return list.indexOf((configuration as Readonly<Record<string, ParameterValue>>)[names[p]])
  })
}

const choiceIn = (data: Data, answer: Configuration): Int32Array => Int32Array.from(choicesIn(data, answer))

function check(data: Data, answer: Configuration): Violation[] {
  const { names, values } = data
  const known = names ?? values.map((_, p) => String(p))
  const strange = Object.keys(answer.configuration).filter((key) => !known.includes(key))
  return [
    ...strange.map((item) => ({ rule: 'known parameter', item, amount: 1, message: `"${item}" is no parameter` })),
    ...choicesIn(data, answer).flatMap((option, p) => {
      if (option >= 0) return []
      const item = names?.[p] ?? p
      return [{ rule: 'a value per parameter', item, amount: 1, message: `parameter "${item}" has none of its values` }]
    }),
  ]
}

function search(data: Data, random: Random): Job<Configuration, Configuration> {
  return mapFinds(
    choiceSearch(data.tables, random),
    (choice) => answerOf(data, choice),
    (bound) => signed(data, bound),
  )
}

function draw(data: Data, answer: Configuration): string {
  const { tables, names, values, sense } = data
  return drawConfiguration({ tables, choice: choiceIn(data, answer), names, values, sign: sense === 'min' ? 1 : -1 })
}

function tiny(random: Random): NamedHyperparameters {
  const all: [string, readonly ParameterValue[]][] = [
    ['depth', [2, 4, 8]],
    ['rate', [0.1, 0.01, 0.001, 0]],
    ['loss', ['hinge', 'log']],
    ['bias', [true, false]],
  ]
  const list = all.slice(0, 2 + random.below(3))
  const score = () => random.below(13) - 6
  const scores: ValueScore[] = list.flatMap(([name, values]) => values.map((v): ValueScore => [name, v, score()]))
  for (let p = 0; p < list.length; p++)
    for (let q = 0; q < p; q++)
      for (const a of list[p][1])
        for (const b of list[q][1]) if (random.below(2) === 0) scores.push([list[p][0], a, list[q][0], b, score()])
  return { parameters: Object.fromEntries(list), scores, sense: random.below(2) === 0 ? 'min' : 'max' }
}
