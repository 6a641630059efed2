import { type Constraint, type Model, permutationLines } from '../model/index.ts'
import { couplingsFromCoo, type Milp, type Rewrite } from '../qubo/index.ts'
import type { CompiledModel, CompileOptions } from './index.ts'
import { integerBinaryWhere } from './integer-binary.ts'
import { checkMemory, milpBytes } from './memory.ts'
import { linearisedProducts, type Product } from './products.ts'
import { Rows } from './rows.ts'
import { spinToBit } from './spin-to-bit.ts'
import { type Wish, wishesOf } from './wishes.ts'

/**
 * The question as a mixed-integer linear programme. Constraints stay rows and structures become rows. Products of bits get a
 * column each, bounded on the side that the minimum pulls to; integers that occur in products are written in bits first.
 * A wish gets one column per unit of violation at prices 1, 3, 5 …, which add up to its square.
 */
export function compileMilp(model: Model, { memoryLimitMiB }: CompileOptions): CompiledModel<'milp'> {
  const spinless = spinToBit(model)
  const multiplied = new Set([...spinless.to.objective.rows, ...spinless.to.objective.columns])
  const bits = integerBinaryWhere((c) => multiplied.has(c))
  checkMemory('milp', estimate(spinless.to), memoryLimitMiB)
  const linear = bits(spinless.to)
  const { form, products, wishes } = assemble(linear.to)
  return {
    form,
    lift: (point) => spinless.lift(linear.lift(point.slice(0, linear.to.size).map(Math.round))),
    lower: (point) => {
      const spun = spinless.lower(point)
      const base = spun && linear.lower(spun)
      return (
        base &&
        Float64Array.from([
          ...base,
          ...products.map((p) => base[p.row] * base[p.column]),
          ...wishes.flatMap((w) => w.fill(base)),
        ])
      )
    },
    certificates: [],
  }
}

/** The same, as a plain rewrite. */
export const toMilp =
  (options: CompileOptions): Rewrite<Model, Milp> =>
  (model) => {
    const { form, lift, lower } = compileMilp(model, options)
    return { to: form, lift, lower, scale: 1, constant: 0 }
  }

function estimate(model: Model): number {
  const width = (c: number) =>
    model.domains[c] === 'bit' ? 1 : Math.ceil(Math.log2(model.upper[c] - model.lower[c] + 1))
  const { rows, columns } = model.objective
  const products = rows.reduce((sum, i, k) => sum + width(i) * width(columns[k]), 0)
  const nonzeros = model.constraints.reduce((sum, c) => sum + c.columns.length, 0)
  const steps = wishesOf(model).reduce((sum, wish) => sum + wish.steps, 0)
  return milpBytes(products, nonzeros, model.size, steps)
}

function assemble(model: Model): { form: Milp; products: Product[]; wishes: Wish[] } {
  const { size, objective } = model
  const costs = new Float64Array(size)
  const couplings = couplingsFromCoo(size, objective.rows, objective.columns, objective.values, costs)
  for (let k = 0; k < objective.linearColumns.length; k++)
    costs[objective.linearColumns[k]] += objective.linearValues[k]
  const rows = new Rows()
  const products = linearisedProducts(couplings, size, rows)
  addConstraints(model, rows)
  const wishes = wishesOf(model)
  const prices = wishes.map((wish, w) => wish.addTo(rows, size + products.length + stepsBefore(wishes, w)))
  const extra = products.length + stepsBefore(wishes, wishes.length)
  const form: Milp = {
    kind: 'milp',
    size: size + extra,
    constant: objective.constant,
    objective: Float64Array.from([...costs, ...products.map((p) => p.value), ...prices.flat()]),
    lower: Float64Array.from([...model.lower, ...new Float64Array(extra)]),
    upper: Float64Array.from([...model.upper, ...new Float64Array(extra).fill(1)]),
    integer: Uint8Array.from({ length: size + extra }, (_, j) => Number(j < size)),
    ...rows.frozen(),
  }
  return { form, products, wishes }
}

const stepsBefore = (wishes: readonly Wish[], end: number): number =>
  wishes.slice(0, end).reduce((sum, wish) => sum + wish.steps, 0)

function addConstraints(model: Model, rows: Rows): void {
  for (const constraint of model.constraints) {
    if (constraint.weight === Number.POSITIVE_INFINITY) addRow(rows, constraint)
  }
  for (const structure of model.structures) {
    if (structure.kind === 'one-hot') rows.add(structure.members, ones(structure.members.length), 1, 1)
    else
      for (const { columns } of permutationLines(structure.order, structure.members))
        rows.add(columns, ones(columns.length), 1, 1)
  }
}

const ones = (count: number): Float64Array => new Float64Array(count).fill(1)

function addRow(rows: Rows, { columns, coefficients, sense, bound }: Constraint): void {
  const lower = sense === '<=' ? Number.NEGATIVE_INFINITY : bound
  const upper = sense === '>=' ? Number.POSITIVE_INFINITY : bound
  rows.add(columns, coefficients, lower, upper)
}
