import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { numberList, parseWith } from '../../src/parse.ts'
import { type DiscreteTable, discreteTable } from './count-table.ts'
import type { ScoreName } from './family-scores.ts'
import { topologicalOrder } from './topological-order.ts'

type Variable = string | number

/** What is asked of the network, whatever the shape of the data. */
export interface NetworkRules<Name extends Variable = Variable> {
  /** Edges `[from, to]` that must be there. */
  readonly required?: readonly (readonly [Name, Name])[]
  /** Edges `[from, to]` that must not be there. */
  readonly forbidden?: readonly (readonly [Name, Name])[]
  /** At most so many parents each; default: any number up to 20 variables, 3 above. */
  readonly parents?: number
}

interface Scoring {
  /** `bic` (the default) or `bdeu`. */
  readonly score?: ScoreName
  /** The equivalent sample size of BDeu, default 1. */
  readonly ess?: number
}

/** columns[v][r] is the state of variable v in row r, a whole number from 0; arities are the numbers of states. */
export interface BulkNetworkData extends NetworkRules, Scoring {
  readonly rows: number
  readonly columns: readonly ArrayLike<number>[]
  readonly names?: readonly string[]
  /** Default: one more than the largest state in the column. */
  readonly arities?: readonly number[]
}

/** A list of states per variable, one for each row; the states are those that occur. */
export interface NamedNetworkData<Name extends string = string> extends NetworkRules<NoInfer<Name>>, Scoring {
  readonly data: Readonly<Record<Name, readonly (string | number | boolean)[]>>
}

/** What a variable scores (log, so more is better) with these parents; what is not listed is not allowed. */
export interface LocalScore {
  readonly variable: number
  readonly parents: readonly number[]
  readonly score: number
}

/** Local scores computed elsewhere. */
export interface NetworkScores extends NetworkRules {
  readonly variables: number
  readonly scores: readonly LocalScore[]
  readonly names?: readonly string[]
}

export type BayesianNetworkInput = BulkNetworkData | NamedNetworkData | NetworkScores

/** A set of parents and what it costs (the negated log score). */
export interface Family {
  readonly cost: number
  /** Ascending. */
  readonly parents: readonly number[]
}

/** The one shape the problem works with. */
export interface NetworkData {
  readonly size: number
  readonly names: readonly string[] | null
  /** At most so many parents. */
  readonly most: number
  /** Required parents of each variable, ascending. */
  readonly required: readonly (readonly number[])[]
  /** forbidden[from · size + to] = 1. */
  readonly forbidden: Uint8Array
  readonly score: ScoreName
  readonly ess: number
  /** The counts; null where local scores are given. */
  readonly table: DiscreteTable | null
  /** The listed families of each variable, cheapest first; null where they are counted. */
  readonly listed: readonly (readonly Family[])[] | null
}

/** Up to so many variables every number of parents is allowed unless the input says otherwise. */
const mostUnbounded = 20
const mostVariables = 2000
const mostStates = 1 << 16
const parentsAbove = 3

const variable = z.union([z.string(), z.number()])
const rules = {
  required: z.array(z.tuple([variable, variable])).optional(),
  forbidden: z.array(z.tuple([variable, variable])).optional(),
  parents: z.number().int().min(0).optional(),
}
const scoring = { score: z.enum(['bic', 'bdeu']).optional(), ess: z.number().min(1e-9).max(1e9).optional() }
const names = z.array(z.string()).optional()
const bulk = z.strictObject({
  ...rules,
  ...scoring,
  rows: z.number().int().min(1),
  columns: z.array(numberList).min(1).max(mostVariables),
  names,
  arities: z.array(z.number().int().min(1).max(mostStates)).optional(),
})
const states = z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)
const named = z.strictObject({ ...rules, ...scoring, data: z.record(z.string(), states) })
const given = z.strictObject({
  ...rules,
  variables: z.number().int().min(1).max(mostVariables),
  names,
  scores: z.array(
    z.strictObject({
      variable: z.number().int().min(0),
      parents: z.array(z.number().int().min(0)),
      score: z.number().min(-1e15).max(1e15),
    }),
  ),
})

export function readNetworkData(input: BayesianNetworkInput): NetworkData {
  if ('data' in input) return readNamed(parseWith(named, input, 'bayesianNetwork'))
  if ('scores' in input) return readScores(parseWith(given, input, 'bayesianNetwork'))
  return readBulk(parseWith(bulk, input, 'bayesianNetwork'))
}

function readNamed({ data, ...rest }: z.infer<typeof named>): NetworkData {
  const names = Object.keys(data)
  if (names.length === 0) refuse('there are no variables', 'Give at least one list of states')
  const columns = Object.values(data).map((list) => {
    const code = new Map([...new Set(list)].map((state, k) => [state, k]))
    return list.map((state) => code.get(state) as number)
  })
  return readBulk(parseWith(bulk, { ...rest, names, columns, rows: columns[0].length }, 'bayesianNetwork'))
}

function readBulk({
  rows,
  columns,
  names = undefined,
  arities,
  score = 'bic',
  ess = 1,
  ...rest
}: z.infer<typeof bulk>): NetworkData {
  if (arities && arities.length !== columns.length)
    refuse(`there are ${arities.length} arities for ${columns.length} columns`, 'Give one arity per column, or none')
  const own = columns.map((column, v) => arityOf(column, rows, names?.[v] ?? String(v), arities?.[v]))
  const table = discreteTable(columns, own)
  return { ...rulesOf(columns.length, names, rest), score, ess, table, listed: null }
}

/** Counts the states and refuses what is none. */
function arityOf(column: ArrayLike<number>, rows: number, name: string, arity: number | undefined): number {
  if (column.length !== rows)
    refuse(`variable "${name}" has ${column.length} values for ${rows} rows`, 'Give one value per row')
  let largest = 0
  for (let r = 0; r < rows; r++) {
    const state = column[r]
    if (!Number.isInteger(state) || state < 0 || state >= (arity ?? mostStates))
      refuse(`row ${r} of variable "${name}" is ${state}`, `Give states 0…${(arity ?? mostStates) - 1}, whole numbers`)
    if (state > largest) largest = state
  }
  return arity ?? largest + 1
}

function readScores({ variables, scores, names = undefined, ...rest }: z.infer<typeof given>): NetworkData {
  const rules = rulesOf(variables, names, rest)
  const listed = Array.from({ length: variables }, (): Family[] => [])
  const seen = new Set<string>()
  scores.forEach(({ variable: v, parents, score }, k) => {
    const ascending = [...parents].sort((a, b) => a - b)
    const odd = [v, ...ascending].find((i) => i >= variables)
    if (odd !== undefined) refuse(`entry ${k} of "scores" speaks of variable ${odd}`, `Use 0…${variables - 1}`)
    if (ascending.some((p, i) => p === v || p === ascending[i - 1]))
      refuse(`entry ${k} of "scores" has a parent twice, or the variable itself`, 'Give each parent once')
    const key = `${v}:${ascending}`
    if (seen.has(key))
      refuse(`entry ${k} of "scores" repeats the parents of variable ${v}`, 'Give each set of parents once')
    seen.add(key)
    if (isAllowed(rules, v, ascending)) listed[v].push({ cost: -score, parents: ascending })
  })
  const without = listed.findIndex((families) => families.length === 0)
  if (without >= 0)
    refuse(
      `variable "${names?.[without] ?? without}" has no score for parents that the rules allow`,
      'List one, or ease the rules',
    )
  for (const families of listed) families.sort((a, b) => a.cost - b.cost || a.parents.length - b.parents.length)
  return { ...rules, score: 'bic', ess: 1, table: null, listed }
}

type Rules = Pick<NetworkData, 'size' | 'names' | 'most' | 'required' | 'forbidden'>

/** Whether these parents keep the rules of the input for one variable. */
export function isAllowed({ size, most, required, forbidden }: Rules, v: number, parents: readonly number[]): boolean {
  return (
    parents.length <= most &&
    required[v].every((p) => parents.includes(p)) &&
    parents.every((p) => forbidden[p * size + v] === 0)
  )
}

function rulesOf(
  size: number,
  names: readonly string[] | undefined,
  { required = [], forbidden = [], parents }: NetworkRules,
): Rules {
  if (names) checkNames(names, size)
  const index = new Map<Variable, number>(Array.from({ length: size }, (_, i) => [i, i]))
  names?.forEach((name, i) => void index.set(name, i))
  const pairs = (list: readonly (readonly [Variable, Variable])[], what: string) =>
    list.map(([from, to]) => {
      const [a, b] = [from, to].map(
        (v) => index.get(v) ?? refuse(`"${what}" speaks of "${v}"`, 'Use the variables of the data'),
      )
      if (a === b) refuse(`"${what}" has an edge from "${from}" to itself`, 'Remove it')
      return [a, b] as const
    })
  const table = new Uint8Array(size * size)
  for (const [a, b] of pairs(forbidden, 'forbidden')) table[a * size + b] = 1
  const must = Array.from({ length: size }, () => new Set<number>())
  for (const [a, b] of pairs(required, 'required')) {
    if (table[a * size + b]) refuse(`the edge from ${a} to ${b} is both required and forbidden`, 'Choose one')
    must[b].add(a)
  }
  const most = Math.min(size - 1, parents ?? (size <= mostUnbounded ? size - 1 : parentsAbove))
  const sets = must.map((set) => [...set].sort((a, b) => a - b))
  const full = sets.findIndex((set) => set.length > most)
  if (full >= 0)
    refuse(
      `${sets[full].length} parents of "${names?.[full] ?? full}" are required but ${most} are allowed`,
      'Raise "parents"',
    )
  if (topologicalOrder(sets) === null) refuse('the required edges form a cycle', 'Remove one of them')
  return { size, names: names ?? null, most, required: sets, forbidden: table }
}

function checkNames(names: readonly string[], size: number): void {
  if (names.length !== size)
    refuse(`there are ${names.length} names for ${size} variables`, 'Give one name per variable, or none')
  const twice = names.find((name, i) => name === '' || names.indexOf(name) !== i)
  if (twice === undefined) return
  throw new IsinglassError(
    'NAME_INVALID',
    `variable name "${twice}" is empty or appears twice`,
    'Give every variable its own name',
    'bayesianNetwork',
  )
}

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'bayesianNetwork')
}
