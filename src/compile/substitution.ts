import { type Constraint, type Domain, Model, type ModelStructure, type Quadratic } from '../model/index.ts'

/** How one column is written with bits: shift + Σ factors[k]·bit k. */
export interface Encoding {
  readonly shift: number
  readonly factors: ArrayLike<number>
  readonly name: (k: number) => string
}

/** Every old column c as shift[c] + Σ factor[k]·column[k] for start[c] ≤ k < start[c + 1]. */
export interface Substitution {
  readonly shift: Float64Array
  readonly start: Uint32Array
  readonly column: Uint32Array
  readonly factor: Float64Array
}

/** A copy of the model in which every column with an encoding is replaced by bits; the others keep their domain. */
export function substitute(
  from: Model,
  encode: (column: number) => Encoding | null,
): { to: Model; substitution: Substitution } {
  const to = new Model()
  const substitution = replaceColumns(from, to, encode)
  substituteObjective(from.objective, to.objective, substitution)
  for (const constraint of from.constraints) to.constrain(substituteConstraint(constraint, substitution))
  for (const structure of from.structures) to.structures.push(substituteStructure(structure, substitution))
  return { to, substitution }
}

/** The same columns, objective and structures, no constraints; more columns may be added behind. */
export function withoutConstraints(from: Model): Model {
  const to = new Model()
  addColumns(
    from,
    to,
    from.domains.map(() => null),
  )
  addObjective(from.objective, to.objective)
  to.structures.push(...from.structures)
  return to
}

function addObjective(from: Quadratic, into: Quadratic): void {
  into.addConstant(from.constant)
  for (let k = 0; k < from.linearColumns.length; k++) into.addLinear(from.linearColumns[k], from.linearValues[k])
  for (let k = 0; k < from.rows.length; k++) into.addPair(from.rows[k], from.columns[k], from.values[k])
}

function replaceColumns(from: Model, to: Model, encode: (column: number) => Encoding | null): Substitution {
  const encodings = from.domains.map((_, c) => encode(c))
  const start = new Uint32Array(from.size + 1)
  encodings.forEach((encoding, c) => {
    start[c + 1] = start[c] + (encoding ? encoding.factors.length : 1)
  })
  const shift = Float64Array.from(encodings, (encoding) => encoding?.shift ?? 0)
  const factor = new Float64Array(start[from.size]).fill(1)
  encodings.forEach((encoding, c) => {
    if (encoding) factor.set(encoding.factors, start[c])
  })
  addColumns(from, to, encodings)
  return { shift, start, factor, column: Uint32Array.from(factor, (_, k) => k) }
}

/** Runs of columns that stay bits are added in one call, so that large models stay cheap. */
function addColumns(from: Model, to: Model, encodings: readonly (Encoding | null)[]): void {
  for (let c = 0; c < from.size; c++) {
    const encoding = encodings[c]
    if (encoding) {
      to.bits(encoding.factors.length, encoding.name)
      continue
    }
    const first = c
    while (c + 1 < from.size && from.domains[first] === 'bit' && from.domains[c + 1] === 'bit' && !encodings[c + 1]) c++
    keepColumns(from, to, from.domains[first], first, c - first + 1)
  }
}

function keepColumns(from: Model, to: Model, domain: Domain, first: number, count: number): void {
  if (domain === 'bit') to.bits(count, (k) => from.nameOf(first + k))
  else if (domain === 'spin') to.spin(from.nameOf(first))
  else to.integer(from.lower[first], from.upper[first], from.nameOf(first))
}

function substituteObjective(from: Quadratic, into: Quadratic, s: Substitution): void {
  const linear = new Float64Array(s.column.length)
  let constant = from.constant
  for (let k = 0; k < from.linearColumns.length; k++) {
    const c = from.linearColumns[k]
    constant += from.linearValues[k] * s.shift[c]
    addScaled(linear, s, c, from.linearValues[k])
  }
  for (let k = 0; k < from.rows.length; k++) constant += expandPair(from, k, into, linear, s)
  into.addConstant(constant)
  for (let c = 0; c < linear.length; c++) if (linear[c] !== 0) into.addLinear(c, linear[c])
}

function addScaled(linear: Float64Array, { start, factor }: Substitution, column: number, value: number): void {
  if (value === 0) return
  for (let k = start[column]; k < start[column + 1]; k++) linear[k] += value * factor[k]
}

/** Multiplies out value·(shift_i + Σ…)·(shift_j + Σ…); answers the constant part. */
function expandPair(from: Quadratic, k: number, into: Quadratic, linear: Float64Array, s: Substitution): number {
  const { rows, columns, values } = from
  const [i, j, value] = [rows[k], columns[k], values[k]]
  addScaled(linear, s, i, value * s.shift[j])
  addScaled(linear, s, j, value * s.shift[i])
  for (let a = s.start[i]; a < s.start[i + 1]; a++) {
    for (let b = s.start[j]; b < s.start[j + 1]; b++) into.addPair(a, b, value * s.factor[a] * s.factor[b])
  }
  return value * s.shift[i] * s.shift[j]
}

function substituteConstraint(constraint: Constraint, s: Substitution): Constraint {
  const { columns, coefficients } = constraint
  let width = 0
  for (const c of columns) width += s.start[c + 1] - s.start[c]
  const outColumns = new Uint32Array(width)
  const outCoefficients = new Float64Array(width)
  let bound = constraint.bound
  let end = 0
  for (let k = 0; k < columns.length; k++) {
    const c = columns[k]
    bound -= coefficients[k] * s.shift[c]
    for (let a = s.start[c]; a < s.start[c + 1]; a++) {
      outColumns[end] = a
      outCoefficients[end++] = coefficients[k] * s.factor[a]
    }
  }
  return { ...constraint, bound, columns: outColumns, coefficients: outCoefficients }
}

/** Structures hold bits only, and a bit keeps exactly one column. */
const substituteStructure = (structure: ModelStructure, s: Substitution): ModelStructure => ({
  ...structure,
  members: structure.members.map((c) => s.start[c]),
})

/** The old point that a new point stands for. */
export function liftThrough({ shift, start, factor }: Substitution, point: ArrayLike<number>): Float64Array {
  return shift.map((base, c) => {
    let value = base
    for (let k = start[c]; k < start[c + 1]; k++) value += factor[k] * point[k]
    return value
  })
}

/** The new point of an old one: `write` fills in the bits of an encoded column, or answers false when it cannot. */
export function lowerThrough(
  { start, column }: Substitution,
  point: ArrayLike<number>,
  write: (c: number, value: number, bits: Float64Array) => boolean,
  encoded: (c: number) => boolean,
): Float64Array | null {
  const out = new Float64Array(column.length)
  for (let c = 0; c < point.length; c++) {
    if (!encoded(c)) out[start[c]] = point[c]
    else if (!write(c, point[c], out.subarray(start[c], start[c + 1]))) return null
  }
  return out
}
