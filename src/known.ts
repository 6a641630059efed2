import { Unsupported } from './errors.ts'
import { evaluate, Model, permutationLines } from './model/index.ts'
import type { Violation } from './problem.ts'
import {
  type FormKind,
  type Group,
  type Ising,
  isingEnergy,
  isingFromQubo,
  type Milp,
  milpObjective,
  milpViolation,
  type Qubo,
  quboEnergy,
  quboFromIsing,
  type Structure,
} from './qubo/index.ts'
import type { Compiled, Known } from './task.ts'

/** A form that can be solved as it is; the answer is the plain point. */
export type BareForm = Qubo | Ising | Milp | Model

/** What the four kinds of form each know about themselves. */
export interface Facets {
  readonly model: () => Model
  readonly energy: (point: ArrayLike<number>) => number
  readonly violations: (point: ArrayLike<number>) => Violation[]
  readonly as: (kind: FormKind, native: readonly Structure[]) => Compiled<FormKind> | null
}

/** What a task needs to know of a form to go past the compiler. */
export function knownOf(form: BareForm): Known {
  const facets = facetsOf(form)
  return {
    as: <K extends FormKind>(kind: K, native: readonly Structure[]) => facets.as(kind, native) as Compiled<K> | null,
    evaluate: (point) => ({
      energy: facets.energy(point),
      violation: facets.violations(point).reduce((sum, v) => sum + v.amount, 0),
    }),
  }
}

export const isDiscrete = (form: BareForm): boolean => form.kind === 'qubo' || form.kind === 'ising'

export function facetsOf(form: BareForm): Facets {
  if (form.kind === 'qubo') return quboFacets(form)
  if (form.kind === 'ising') return isingFacets(form)
  return form.kind === 'milp' ? milpFacets(form) : modelFacets(form)
}

/** The kinds are told apart by `kind`; a caller asking for K gets K's points. */
const shortcut = (
  form: BareForm,
  lift: (point: ArrayLike<number>) => Float64Array,
  lower: (point: ArrayLike<number>) => ArrayLike<number>,
) => ({ form, lift, lower, certificates: [] }) as unknown as Compiled<FormKind>
const itself = (form: BareForm) => shortcut(form, widen, isDiscrete(form) ? narrow : widen)
const widen = (point: ArrayLike<number>) => Float64Array.from(point)
const narrow = (point: ArrayLike<number>) => Int8Array.from(point)
const bitsToSpins = (point: ArrayLike<number>) => Int8Array.from(point, (x) => 2 * x - 1)
const spinsToBits = (point: ArrayLike<number>) => Int8Array.from(point, (s) => (s + 1) / 2)

function quboFacets(qubo: Qubo): Facets {
  return {
    model: () => modelOfQubo(qubo),
    energy: (point) => quboEnergy(qubo, point),
    violations: (point) => [...outsideDomain(point, [0, 1]), ...brokenGroups(qubo, point)],
    as: (kind, native) => {
      if (kind === 'qubo') return qubo.native.every((n) => native.includes(n)) ? itself(qubo) : null
      if (kind !== 'ising' || qubo.native.length > 0) return null
      const lift = (s: ArrayLike<number>) => Float64Array.from(spinsToBits(s))
      return shortcut(isingFromQubo(qubo), lift, bitsToSpins)
    },
  }
}

function isingFacets(ising: Ising): Facets {
  return {
    model: () => modelOfIsing(ising),
    energy: (point) => isingEnergy(ising, point),
    violations: (point) => outsideDomain(point, [-1, 1]),
    as: (kind) => {
      if (kind === 'ising') return itself(ising)
      if (kind !== 'qubo') return null
      const lift = (x: ArrayLike<number>) => Float64Array.from(bitsToSpins(x))
      return shortcut(quboFromIsing(ising), lift, spinsToBits)
    },
  }
}

function milpFacets(milp: Milp): Facets {
  const broken = (amount: number): Violation[] =>
    amount > 1e-6
      ? [
          {
            rule: 'rows, bounds and whole numbers',
            amount,
            message: `a row, bound or whole number is missed by ${amount}`,
          },
        ]
      : []
  return {
    model: () => modelOfMilp(milp),
    energy: (point) => milpObjective(milp, point),
    violations: (point) => broken(milpViolation(milp, point)),
    as: (kind) => (kind === 'milp' ? itself(milp) : null),
  }
}

function modelFacets(model: Model): Facets {
  return {
    model: () => model,
    energy: (point) => evaluate(model, point).energy,
    violations: (point) =>
      evaluate(model, point).broken.map(({ name, amount }) => ({
        rule: name,
        amount,
        message: `"${name}" is missed by ${amount}`,
      })),
    as: (kind) => (kind === 'model' ? itself(model) : null),
  }
}

function outsideDomain(point: ArrayLike<number>, [low, high]: readonly [number, number]): Violation[] {
  const broken: Violation[] = []
  for (let i = 0; i < point.length; i++) {
    const value = point[i]
    if (value !== low && value !== high) {
      broken.push({ rule: 'domain', item: i, amount: 1, message: `variable ${i} is ${value}, not ${low} or ${high}` })
    }
  }
  return broken
}

/** Only native groups can be broken without being paid for in energy. */
function brokenGroups(qubo: Qubo, point: ArrayLike<number>): Violation[] {
  const lines = qubo.groups.filter((g) => qubo.native.includes(g.kind)).flatMap(countedLines)
  return lines.flatMap(({ name, columns, count }) => {
    const ones = columns.reduce((sum, c) => sum + point[c], 0)
    const amount = Math.abs(ones - count)
    return amount === 0 ? [] : [{ rule: name, amount, message: `${name} has ${ones} ones, not ${count}` }]
  })
}

/** What a group asks, as sets of columns and how many of each are 1. */
function countedLines(group: Group, k: number): { name: string; columns: number[]; count: number }[] {
  if (group.kind === 'permutation')
    return permutationLines(group.order, group.members).map((line) => ({ ...line, count: 1 }))
  return [{ name: `group ${k}`, columns: [...group.members], count: group.kind === 'subset' ? group.count : 1 }]
}

function modelOfQubo(qubo: Qubo): Model {
  const model = new Model()
  model.bits(qubo.size)
  model.objective.addForm(qubo.linear, qubo, qubo.offset)
  qubo.groups.forEach((group, k) => {
    if (!qubo.native.includes(group.kind)) return
    const name = `group ${k}`
    if (group.kind !== 'subset') model.structures.push({ ...group, name })
    else
      model.subjectTo(
        name,
        Array.from(group.members, (c) => [1, c] as const),
        '==',
        group.count,
      )
  })
  return model
}

function modelOfIsing(ising: Ising): Model {
  const model = new Model()
  for (let i = 0; i < ising.size; i++) model.spin()
  model.objective.addForm(ising.field, ising, ising.offset)
  return model
}

function modelOfMilp(milp: Milp): Model {
  const model = new Model()
  for (let j = 0; j < milp.size; j++) {
    if (!milp.integer[j])
      throw new Unsupported(`column ${j} of the programme is real, and a model holds whole numbers only`)
    if (milp.lower[j] === 0 && milp.upper[j] === 1) model.bit()
    else model.integer(milp.lower[j], milp.upper[j])
    if (milp.objective[j] !== 0) model.objective.addLinear(j, milp.objective[j])
  }
  model.objective.addConstant(milp.constant)
  for (let r = 0; r < milp.rows; r++) addRow(model, milp, r)
  return model
}

function addRow(model: Model, milp: Milp, r: number): void {
  const terms: [number, number][] = []
  for (let k = milp.rowStart[r]; k < milp.rowStart[r + 1]; k++) terms.push([milp.value[k], milp.column[k]])
  const { [r]: low } = milp.rowLower
  const { [r]: high } = milp.rowUpper
  if (low === high) model.subjectTo(`row ${r}`, terms, '==', low)
  else {
    if (Number.isFinite(low)) model.subjectTo(`row ${r} from below`, terms, '>=', low)
    if (Number.isFinite(high)) model.subjectTo(`row ${r} from above`, terms, '<=', high)
  }
}
