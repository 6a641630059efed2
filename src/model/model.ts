import { IsinglassError } from '../errors.ts'
import { printModel } from './print.ts'
import { Quadratic, type Term } from './quadratic.ts'

export type Domain = 'bit' | 'spin' | 'integer'

/** Columns known to be one-hot, or a permutation matrix (row-major: item i at position p = members[i·order + p]). */
export type ModelStructure =
  | { readonly kind: 'one-hot'; readonly name: string; readonly members: Uint32Array }
  | { readonly kind: 'permutation'; readonly name: string; readonly order: number; readonly members: Uint32Array }

export type Sense = '==' | '<=' | '>='

/** Σ coefficients[k]·columns[k]  sense  bound. Hard when `weight` is Infinity, else it costs weight × violation². */
export interface Constraint {
  readonly name: string
  readonly kind: 'linear' | 'exactly-one' | 'at-most-one'
  readonly columns: Uint32Array
  readonly coefficients: Float64Array
  readonly sense: Sense
  readonly bound: number
  readonly weight: number
}

/**
 * The question: columns (bits, spins, bounded integers), a quadratic objective to minimise, constraints and structures.
 * Columns are numbered from 0 in the order they were added; a point is one number per column.
 */
export class Model {
  readonly kind = 'model' as const
  readonly domains: Domain[] = []
  readonly lower: number[] = []
  readonly upper: number[] = []
  readonly objective = new Quadratic()
  readonly constraints: Constraint[] = []
  readonly structures: ModelStructure[] = []
  private readonly names = new Map<number, string>()
  private readonly taken = new Set<string>()
  private readonly namers: { first: number; count: number; name: (k: number) => string }[] = []

  get size(): number {
    return this.domains.length
  }

  /** A column that is 0 or 1. */
  bit(name?: string): number {
    return this.column('bit', 0, 1, name)
  }

  /** A column that is −1 or +1. */
  spin(name?: string): number {
    return this.column('spin', -1, 1, name)
  }

  /** A column holding a whole number in [lower, upper]. */
  integer(lower: number, upper: number, name?: string): number {
    if (!Number.isSafeInteger(lower) || !Number.isSafeInteger(upper) || lower > upper) {
      throw new IsinglassError(
        'MODEL_INVALID',
        `integer bounds [${lower}, ${upper}] hold no whole number`,
        'Give whole bounds, lower ≤ upper',
      )
    }
    return this.column('integer', lower, upper, name)
  }

  /** `count` bits in a row; returns the first. `name(k)` names the k-th when somebody asks. */
  bits(count: number, name?: (k: number) => string): number {
    const first = this.size
    if (!Number.isSafeInteger(count) || count < 0) refuse(`${count} is no number of bits`, 'Give a whole number')
    checkColumnCount(first + count)
    for (let k = 0; k < count; k++) this.column('bit', 0, 1)
    if (name) this.namers.push({ first, count, name })
    return first
  }

  /** One of `options` is taken: a bit for each, exactly one of them 1. Returns the first bit. */
  choice(name: string, options: readonly string[]): number {
    if (!Array.isArray(options) || options.length === 0)
      refuse('there is nothing to choose from', 'Give at least one option', `choice "${name}"`)
    const first = this.bits(options.length, (k) => `${name}=${options[k]}`)
    this.structures.push({ kind: 'one-hot', name, members: Uint32Array.from(options, (_, k) => first + k) })
    return first
  }

  /** An order of `order` items: bit first + i·order + p is 1 when item i is at position p. Returns the first bit. */
  permutation(name: string, order: number): number {
    if (!Number.isSafeInteger(order) || order < 1)
      refuse(`${order} items have no order`, 'Give a whole number of at least 1', `permutation "${name}"`)
    const first = this.bits(order * order, (k) => `${name}[${Math.floor(k / order)}@${k % order}]`)
    this.structures.push({
      kind: 'permutation',
      name,
      order,
      members: Uint32Array.from({ length: order * order }, (_, k) => first + k),
    })
    return first
  }

  /** Adds terms to the objective: `[3, a]` is 3a, `[-2, a, b]` is −2ab, a bare number is a constant. */
  minimise(...terms: Term[]): this {
    for (const term of terms) {
      if (typeof term !== 'number') checkTerm(this, term)
      this.objective.add(term)
    }
    return this
  }

  /** A linear constraint from terms `[coefficient, column]`; with a finite `weight` a wish, else a rule. */
  subjectTo(
    name: string,
    terms: readonly (readonly [number, number])[],
    sense: Sense,
    bound: number,
    weight = Number.POSITIVE_INFINITY,
  ): this {
    if (!Array.isArray(terms))
      refuse('its terms are no list', 'Give terms [coefficient, column]', `constraint "${name}"`)
    for (const term of terms) checkColumn(this, term[1], `constraint "${name}"`)
    return this.constrain({
      name,
      kind: 'linear',
      sense,
      bound,
      weight,
      columns: Uint32Array.from(terms, (t) => t[1]),
      coefficients: Float64Array.from(terms, (t) => t[0]),
    })
  }

  /** Exactly one of these bits is 1. */
  exactlyOne(name: string, columns: ArrayLike<number>, weight = Number.POSITIVE_INFINITY): this {
    return this.constrain({ name, kind: 'exactly-one', sense: '==', bound: 1, weight, ...ones(columns) })
  }

  /** At most one of these bits is 1. */
  atMostOne(name: string, columns: ArrayLike<number>, weight = Number.POSITIVE_INFINITY): this {
    return this.constrain({ name, kind: 'at-most-one', sense: '<=', bound: 1, weight, ...ones(columns) })
  }

  /** The bulk way in: typed arrays as they are. */
  constrain(constraint: Constraint): this {
    checkConstraint(this, constraint)
    this.constraints.push(constraint)
    return this
  }

  /** The name of a column: its own, its family's, or x₍ₖ₎. */
  nameOf(column: number): string {
    const own = this.names.get(column)
    if (own !== undefined) return own
    const family = this.namers.find((n) => column >= n.first && column < n.first + n.count)
    return family ? family.name(column - family.first) : `x${column}`
  }

  /** The model as formulas; large models are cut. */
  toString(): string {
    return printModel(this)
  }

  private column(domain: Domain, lower: number, upper: number, name?: string): number {
    if (this.size === mostColumns) checkColumnCount(this.size + 1)
    this.domains.push(domain)
    this.lower.push(lower)
    this.upper.push(upper)
    const column = this.size - 1
    if (name !== undefined) this.call(column, name)
    return column
  }

  private call(column: number, name: string): void {
    if (name === '' || this.taken.has(name)) {
      const what = name === '' ? `the name of column ${column} is empty` : `two columns are called "${name}"`
      throw new IsinglassError('NAME_INVALID', what, 'Give every column its own name, or none', 'model')
    }
    this.taken.add(name)
    this.names.set(column, name)
  }
}

/** More columns than this, or pairs than `mostPairs`, would not fit into an engine's memory. */
const mostColumns = 1e7

function refuse(what: string, remedy: string, where?: string): never {
  throw new IsinglassError('MODEL_INVALID', what, remedy, where)
}

/** @throws MEMORY_LIMIT when a model may not have so many. */
export function checkColumnCount(columns: number): void {
  if (columns <= mostColumns) return
  const what = `the model would have ${columns} columns and may have ${mostColumns}`
  throw new IsinglassError(
    'MEMORY_LIMIT',
    what,
    'Use a solver that needs no model, such as heuristic, or split the problem',
  )
}

function checkTerm(model: Model, term: readonly number[]): void {
  if (term.length !== 2 && term.length !== 3) {
    const what = `a term has ${term.length} entries`
    refuse(what, 'Give a number, [coefficient, column] or [coefficient, column, column]', 'objective')
  }
  for (const column of term.slice(1)) checkColumn(model, column, 'objective')
}

function checkColumn({ size }: Model, column: number, where: string): void {
  if (Number.isInteger(column) && column >= 0 && column < size) return
  refuse(`column ${column} does not exist`, 'Add the column to the model first', where)
}

const ones = (columns: ArrayLike<number>) => ({
  columns: Uint32Array.from(columns),
  coefficients: new Float64Array(columns.length).fill(1),
})

function checkConstraint(model: Model, { name, columns, coefficients, bound, weight, kind, sense }: Constraint): void {
  const bad = (what: string, remedy: string) => {
    throw new IsinglassError('MODEL_INVALID', what, remedy, `constraint "${name}"`)
  }
  if (!Number.isFinite(bound) || coefficients.some((c) => !Number.isFinite(c)))
    bad('a number is not finite', 'Give finite coefficients and bound')
  if (!['==', '<=', '>='].includes(sense)) bad(`"${sense}" is no relation`, 'Use ==, <= or >=')
  if (!(weight > 0)) bad(`weight ${weight} is not positive`, 'Give a positive weight, or none for a hard constraint')
  const outside = columns.find((c) => c >= model.size)
  if (outside !== undefined) bad(`column ${outside} does not exist`, 'Add the column to the model first')
  if (new Set(columns).size !== columns.length) bad('a column appears twice', 'Add up its coefficients')
  if (kind !== 'linear' && columns.some((c) => model.domains[c] !== 'bit'))
    bad('a column is not a bit', 'Use a linear constraint')
}
