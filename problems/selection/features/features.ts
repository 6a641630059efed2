import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import type { Model } from '../../../src/model/index.ts'
import { numberList, parseWith, readBy } from '../../../src/parse.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { bitsOf, namedAtMostOnce, namesOf } from '../../names.ts'
import { absoluteCorrelation } from './correlation.ts'
import { drawFeatures } from './draw-features.ts'
import { categories, countLogarithms, discretise, mutualInformation, spread } from './information.ts'
import { changeOf, pickBest, type Scores, scoreOf, selectionSearch } from './selection-search.ts'

/** One list per feature, each with a number per row; `target` holds the class of each row. */
export interface BulkFeatures {
  readonly rows: number
  readonly columns: readonly ArrayLike<number>[]
  readonly target: ArrayLike<number>
  readonly names?: readonly string[]
  /** How many features to choose, exactly. */
  readonly choose: number
  /** What redundancy counts against relevance: 0 ignores it, 1 (the default) is mRMR. */
  readonly redundancy?: number
  /** How alike two features are: by mutual `information` (the default) or by the absolute Pearson `correlation`. */
  readonly between?: Likeness
}

export type Likeness = 'information' | 'correlation'

/** The same by name; classes may be words. */
export interface NamedFeatures<Name extends string = string> {
  readonly columns: Readonly<Record<Name, ArrayLike<number>>>
  readonly target: readonly (string | number)[]
  readonly choose: number
  readonly redundancy?: number
  readonly between?: Likeness
}

export type FeaturesInput = BulkFeatures | NamedFeatures

/** The chosen features in the order of the columns: names, or numbers where the bulk shape has no names. */
export interface Selection<Name = string | number> {
  readonly chosen: readonly Name[]
}

interface Data {
  readonly size: number
  readonly names: readonly string[] | null
  readonly choose: number
  /** Computed on first use: O(rows · features²). */
  readonly scores: () => Scores
}

interface Features extends ProblemFactory<FeaturesInput, Selection> {
  <const Name extends string>(input: NamedFeatures<Name>): Problem<Selection<Name>>
  <const Name extends string>(input: BulkFeatures & { readonly names: readonly Name[] }): Problem<Selection<Name>>
  (input: BulkFeatures & { readonly names?: undefined }): Problem<Selection<number>>
}

/**
 * Chooses exactly k features that tell much about the class and little about each other: minimal redundancy, maximal
 * relevance (Peng, Long and Ding 2005), as a QUBO (Mücke, Heese, Müller, Wolter and Piatkowski 2023, "Feature selection
 * on quantum computers"). Score, maximised, in bits:
 *
 *     Σ_{i∈S} I(xᵢ; y) − redundancy · 2/(k − 1) · Σ_{i<j∈S} I(xᵢ; xⱼ)
 *
 * which is k times (mean relevance − redundancy × mean redundancy over pairs). With `between: 'correlation'` the
 * likeness of two features is |ρ(xᵢ, xⱼ)|, Pearson's, in place of I(xᵢ; xⱼ). Mutual information is taken over
 * min(10, distinct) equal-frequency bins per feature; a constant feature has relevance 0.
 */
export const features = defineProblem({
  name: 'features',
  summary: 'the k columns that tell most about a class, least about each other',
  sense: 'max',
  schema: readBy('expected an object with "columns", "target" and "choose"', read),
  build,
  decode: (data: Data, _layout: null, point) => decode(data, point),
  encode: (data, _layout, selection) => Float64Array.from(chosenOf(data, selection)),
  check,
  cost: (data, selection) => scoreOf(data.scores(), chosenOf(data, selection)),
  heuristic: (data, random) =>
    mapFinds(selectionSearch(data.scores, data.size, data.choose, random), (found) => selectionOf(data, found)),
  draw: (data, selection) => drawFeatures(data.scores(), data.names, chosenOf(data, selection)),
  tiny,
}) as Features

const shared = {
  choose: z.number().int().min(1),
  redundancy: z.number().min(0).optional(),
  between: z.enum(['information', 'correlation']).optional(),
}
const bulk = z.strictObject({
  ...shared,
  rows: z.number().int().min(1),
  columns: z.array(numberList).min(1),
  target: numberList,
  names: z.array(z.string()).optional(),
})
const named = z.strictObject({
  ...shared,
  columns: z.record(z.string(), numberList),
  target: z.array(z.union([z.string(), z.number()])),
})

function read(input: FeaturesInput): Data {
  if (Array.isArray(input.columns)) return readLists(parseWith(bulk, input, 'features'))
  const { columns, target, ...rest } = parseWith(named, input, 'features')
  const classes = [...new Set(target)]
  const codes = new Map(classes.map((c, k) => [c, k]))
  const names = Object.keys(columns)
  if (names.length === 0) refuse('there are no columns', 'Give at least one feature')
  return readLists({
    ...rest,
    names,
    columns: Object.values(columns),
    rows: target.length,
    target: target.map((c) => codes.get(c) as number),
  })
}

function readLists({ rows, columns, target, names, choose, redundancy = 1, between }: BulkFeatures): Data {
  const size = columns.length
  if (rows === 0) refuse('there are no rows', 'Give at least one row')
  columns.forEach((column, i) => {
    if (column.length !== rows)
      refuse(`feature "${names?.[i] ?? i}" has ${column.length} values for ${rows} rows`, 'Give one value per row')
  })
  if (target.length !== rows) refuse(`"target" has ${target.length} classes for ${rows} rows`, 'Give one class per row')
  if (choose > size) refuse(`"choose" is ${choose} but there are ${size} features`, 'Choose fewer')
  if (names) checkNames(names, size)
  let known: Scores | undefined
  const scores = () => (known ??= measure(columns, target, { redundancy, choose, between }))
  return { size, names: names ?? null, choose, scores }
}

function checkNames(names: readonly string[], size: number): void {
  if (names.length !== size)
    refuse(`there are ${names.length} names for ${size} features`, 'Give one name per feature, or none')
  const twice = names.find((name, i) => name === '' || names.indexOf(name) !== i)
  if (twice === undefined) return
  throw new IsinglassError(
    'NAME_INVALID',
    `feature name "${twice}" is empty or appears twice`,
    'Give every feature its own name',
    'features',
  )
}

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'features')
}

interface Weighing {
  readonly redundancy: number
  readonly choose: number
  readonly between?: Likeness
}

function measure(columns: BulkFeatures['columns'], target: ArrayLike<number>, weighing: Weighing): Scores {
  const size = columns.length
  const logs = countLogarithms(target.length)
  const y = categories(target)
  const x = columns.map(discretise)
  const spreadY = spread(y, logs)
  const spreads = x.map((column) => spread(column, logs))
  const likeness =
    weighing.between === 'correlation'
      ? (i: number, j: number) => absoluteCorrelation(columns[i], columns[j])
      : (i: number, j: number) => mutualInformation(x[i], x[j], [spreads[i], spreads[j]], logs)
  return {
    size,
    relevance: Float64Array.from(x, (column, i) => mutualInformation(column, y, [spreads[i], spreadY], logs)),
    shared: sharedOf(size, likeness, weighing),
  }
}

/** What every pair costs; 0 where pairs do not count. */
function sharedOf(
  size: number,
  likeness: (i: number, j: number) => number,
  { redundancy, choose }: Weighing,
): Float64Array {
  const weight = (2 * redundancy) / Math.max(1, choose - 1)
  const shared = new Float64Array(size * size)
  if (choose === 1 || weight === 0) return shared
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) shared[i * size + j] = shared[j * size + i] = weight * likeness(i, j)
  }
  return shared
}

function build(model: Model, { size, names, choose, scores }: Data): null {
  const { relevance, shared } = scores()
  model.bits(size, (i) => names?.[i] ?? `feature ${i}`)
  for (let i = 0; i < size; i++) {
    if (relevance[i] !== 0) model.objective.addLinear(i, -relevance[i])
    for (let j = 0; j < i; j++) if (shared[i * size + j] !== 0) model.objective.addPair(j, i, shared[i * size + j])
  }
  const terms = Array.from({ length: size }, (_, i) => [1, i] as const)
  model.subjectTo(`choose ${choose}`, terms, '==', choose)
  return null
}

/** The chosen bits; too many or too few are mended by the feature that costs least or brings most. */
function decode(data: Data, point: Float64Array): Selection {
  const chosen = Uint8Array.from(point, (value) => (value > 0.5 ? 1 : 0))
  const scores = data.scores()
  let count = chosen.reduce((sum, bit) => sum + bit, 0)
  for (; count > data.choose; count--) chosen[pickBest(scores, chosen, 1, (i) => -changeOf(scores, chosen, i))] = 0
  for (; count < data.choose; count++) chosen[pickBest(scores, chosen, 0, (i) => changeOf(scores, chosen, i))] = 1
  return selectionOf(data, chosen)
}

const selectionOf = (data: Data, chosen: Uint8Array): Selection => ({ chosen: namesOf(data, chosen) })

const chosenOf = (data: Data, { chosen }: Selection): Uint8Array => bitsOf(data, chosen)

function check(data: Data, { chosen }: Selection): Violation[] {
  const { choose } = data
  const violations = namedAtMostOnce(data, chosen, {
    stranger: { rule: 'known feature', is: 'is no feature' },
    rule: 'chosen once',
    times: (item) => `feature "${item}" is chosen twice`,
  })
  const missing = Math.abs(chosen.length - choose)
  if (missing > 0)
    violations.push({ rule: 'choose', amount: missing, message: `${chosen.length} features are chosen, not ${choose}` })
  return violations
}

function tiny(random: Random): FeaturesInput {
  const names = ['age', 'size', 'mass', 'tone', 'heat', 'rank', 'wear'].slice(0, 4 + random.below(4))
  const target = Array.from({ length: 12 }, () => random.below(3))
  const column = () => target.map((c) => (random.below(3) === 0 ? random.below(4) : c + random.below(2)))
  const columns = Object.fromEntries(names.map((name) => [name, column()]))
  return { columns, target: target.map((c) => `class ${c}`), choose: 1 + random.below(3) }
}
