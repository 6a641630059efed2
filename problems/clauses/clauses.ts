import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { numberList, parseWith, readBy } from '../../src/parse.ts'
import { atOnce, type Pieces } from '../../src/run/index.ts'

/** Variables 1 … variables as in DIMACS: literal k says that variable k is true, −k that it is false. */
export interface BulkClauses {
  readonly variables: number
  readonly clauses: readonly ArrayLike<number>[]
  /** What it costs to leave each clause unsatisfied, at least 0 (1 without the list). */
  readonly weights?: ArrayLike<number>
  /** Clauses that must be satisfied. */
  readonly hard?: readonly ArrayLike<number>[]
}

/** Literals by name: `'a'` or `'!a'`. */
export interface NamedClauses<Literal extends string = string, Hard extends string = string> {
  readonly clauses: readonly (readonly Literal[])[]
  readonly weights?: ArrayLike<number>
  readonly hard?: readonly (readonly Hard[])[]
}

export type ClausesInput = BulkClauses | NamedClauses

/** The variable of a literal. */
export type VariableOf<Literal extends string> = Literal extends `!${infer Name}` ? Name : Literal

/**
 * The one shape inside: clause c holds literal[start[c]] … literal[start[c + 1] − 1], no variable twice; literal 2v means
 * that variable v is true, 2v + 1 that it is false. A weight of Infinity marks a rule.
 */
export interface Clauses {
  readonly size: number
  /** Null when variables are numbers. */
  readonly names: readonly string[] | null
  readonly start: Uint32Array
  readonly literal: Uint32Array
  readonly weight: Float64Array
  /** What empty clauses cost: nothing can satisfy them. */
  readonly constant: number
}

const mostVariables = 10_000_000

const bulk = z.strictObject({
  variables: z.int().min(1).max(mostVariables),
  clauses: z.array(numberList),
  weights: numberList.optional(),
  hard: z.array(numberList).optional(),
})
const named = z.strictObject({
  clauses: z.array(z.array(z.string())),
  weights: numberList.optional(),
  hard: z.array(z.array(z.string())).optional(),
})

export const clausesSchema = readBy('expected an object with "clauses"', (input: ClausesInput): Clauses => {
  if ('variables' in input) return fromNumbers(parseWith(bulk, input, 'sat'))
  return fromNames(parseWith(named, input, 'sat'))
})

function fromNumbers({ variables, clauses, weights, hard = [] }: BulkClauses): Clauses {
  const literals = (list: readonly ArrayLike<number>[], where: string) =>
    list.map((clause, c) => Array.from(clause, (k) => literalOf(k, variables, `${where}.${c}`)))
  return packed(variables, null, literals(clauses, 'clauses'), weights, literals(hard, 'hard'))
}

function literalOf(k: number, variables: number, where: string): number {
  if (Number.isInteger(k) && k !== 0 && Math.abs(k) <= variables) return k > 0 ? 2 * (k - 1) : -2 * (k + 1) + 1
  return refuse(`${k} is no literal`, `Use whole numbers ±1 … ±${variables}`, `sat, ${where}`)
}

function fromNames({ clauses, weights, hard = [] }: NamedClauses): Clauses {
  const index = new Map<string, number>()
  const literals = (list: readonly (readonly string[])[]) =>
    list.map((clause) =>
      clause.map((literal) => {
        const name = literal.replace(/^!/, '')
        if (name === '' || name.startsWith('!')) throw badName(literal)
        if (!index.has(name)) index.set(name, index.size)
        return 2 * (index.get(name) as number) + (literal === name ? 0 : 1)
      }),
    )
  const soft = literals(clauses)
  const rules = literals(hard)
  if (index.size === 0) refuse('there are no variables', 'Give at least one clause with a literal')
  return packed(index.size, [...index.keys()], soft, weights, rules)
}

const badName = (literal: string) =>
  new IsinglassError('NAME_INVALID', `"${literal}" is no literal`, 'Write "a" or "!a" with a name a', 'sat')

/** Drops repeated literals, clauses that hold always and clauses that cost nothing. */
function packed(
  size: number,
  names: readonly string[] | null,
  soft: readonly number[][],
  weights: ArrayLike<number> | undefined,
  hard: readonly number[][],
): Clauses {
  checkWeights(weights, soft.length)
  const weightOf = (c: number) => (c < soft.length ? (weights?.[c] ?? 1) : Number.POSITIVE_INFINITY)
  const start = [0]
  const literal: number[] = []
  const weight: number[] = []
  let constant = 0
  const mark = new Int32Array(2 * size).fill(-1)
  ;[...soft, ...hard].forEach((clause, c) => {
    if (clause.length === 0) constant += weightOf(c)
    const distinct = clause.filter((l) => mark[l] !== c && (mark[l] = c) === c)
    if (distinct.length === 0 || weightOf(c) === 0 || distinct.some((l) => mark[l ^ 1] === c)) return
    for (const l of distinct) literal.push(l)
    start.push(literal.length)
    weight.push(weightOf(c))
  })
  if (constant === Number.POSITIVE_INFINITY) refuse('a hard clause is empty, and nothing satisfies it', 'Remove it')
  return {
    size,
    names,
    start: Uint32Array.from(start),
    literal: Uint32Array.from(literal),
    weight: Float64Array.from(weight),
    constant,
  }
}

function checkWeights(weights: ArrayLike<number> | undefined, count: number): void {
  if (weights === undefined) return
  if (weights.length !== count)
    refuse(`there are ${weights.length} weights for ${count} clauses`, 'Give one weight per clause, or none')
  let total = 0
  for (let c = 0; c < count; c++) {
    if (weights[c] < 0) refuse(`weight ${weights[c]} is negative`, 'Negate the clause, or give 0', `sat, weights.${c}`)
    total += weights[c]
  }
  if (total > Number.MAX_SAFE_INTEGER)
    refuse(`the weights add up to ${total}, beyond 2⁵³`, 'Divide them by a common factor')
}

function refuse(what: string, remedy: string, where = 'sat'): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, where)
}

/** Literal l holds when the bit of its variable differs from l's lowest bit. */
export const isSatisfied = ({ start, literal }: Clauses, c: number, bits: ArrayLike<number>): boolean => {
  for (let k = start[c]; k < start[c + 1]; k++) if (bits[literal[k] >> 1] !== (literal[k] & 1)) return true
  return false
}

/** The weight of the soft clauses left unsatisfied, added in their order, and how many rules are broken. */
export function lossOf(clauses: Clauses, bits: ArrayLike<number>): { cost: number; broken: number[] } {
  const { weight, constant } = clauses
  const broken: number[] = []
  let cost = constant
  for (let c = 0; c < weight.length; c++) {
    if (isSatisfied(clauses, c, bits)) continue
    if (weight[c] === Number.POSITIVE_INFINITY) broken.push(c)
    else cost += weight[c]
  }
  return { cost, broken }
}

/** A clause in words: `a or !b`. */
export function clauseText({ start, literal, names }: Clauses, c: number): string {
  const text = (l: number) => `${l & 1 ? '!' : ''}${names?.[l >> 1] ?? (l >> 1) + 1}`
  return Array.from(literal.subarray(start[c], start[c + 1]), text).join(' or ')
}

/** The clauses that hold each literal: those of l are clause[start[l]] … clause[start[l + 1] − 1]. */
export interface Occurrences {
  readonly start: Uint32Array
  readonly clause: Uint32Array
}

export const occurrencesOf = (clauses: Clauses): Occurrences => atOnce(occurring(clauses))

/** Literals between two pieces. */
const together = 8192

/** The same in pieces. */
export function* occurring({ size, start, literal }: Clauses): Pieces<Occurrences> {
  const first = new Uint32Array(2 * size + 1)
  for (let k = 0; k < literal.length; k++) {
    first[literal[k] + 1]++
    if (k % together === together - 1) yield together
  }
  for (let l = 0; l < 2 * size; l++) first[l + 1] += first[l]
  yield 2 * size
  const next = first.slice()
  const clause = new Uint32Array(literal.length)
  for (let c = 0, told = 0; c + 1 < start.length; c++) {
    for (let k = start[c]; k < start[c + 1]; k++) clause[next[literal[k]]++] = c
    if (start[c + 1] - told < together) continue
    yield 2 * (start[c + 1] - told)
    told = start[c + 1]
  }
  return { start: first, clause }
}
