import type { Model } from '../model/index.ts'
import { type Ising, isingFromCoo, isingFromQubo, isingOf, type Rewrite } from '../qubo/index.ts'
import type { CompiledModel, CompileOptions } from './index.ts'
import { compileQubo } from './to-qubo.ts'

/** The question as an Ising form: pure spin models as they are, all others by way of the Qubo, s = 2x − 1. */
export function compileIsing(model: Model, options: CompileOptions): CompiledModel<'ising'> {
  return isPureSpins(model) ? spinsAsTheyAre(model) : throughQubo(model, options)
}

/** The same, as a plain rewrite. */
export const toIsing =
  (options: CompileOptions): Rewrite<Model, Ising> =>
  (model) => {
    const { form, lift, lower } = compileIsing(model, options)
    return { to: form, lift, lower, scale: 1, constant: 0 }
  }

const isPureSpins = ({ domains, constraints, structures }: Model): boolean =>
  constraints.length === 0 && structures.length === 0 && domains.every((domain) => domain === 'spin')

/** A squared spin is 1, so the diagonal goes to the offset. */
function spinsAsTheyAre(model: Model): CompiledModel<'ising'> {
  const { constant, linearColumns, linearValues, rows, columns, values } = model.objective
  const pairs = isingFromCoo(model.size, rows, columns, values)
  const field = new Float64Array(model.size)
  for (let k = 0; k < linearColumns.length; k++) field[linearColumns[k]] += linearValues[k]
  const offset = pairs.field.reduce((sum, square) => sum + square, constant)
  return {
    form: isingOf(pairs, field, offset),
    lift: (point) => Float64Array.from(point),
    lower: (point) => (point.every((s) => Math.abs(s) === 1) ? Int8Array.from(point) : null),
    certificates: [],
  }
}

/** No structure is native to an Ising solver: all of them are penalised. */
function throughQubo(model: Model, options: CompileOptions): CompiledModel<'ising'> {
  const { form, lift, lower, certificates } = compileQubo(model, { ...options, native: [] })
  return {
    form: isingFromQubo(form),
    lift: (point) => lift(point.map((s) => (s + 1) / 2)),
    lower: (point) => lower(point)?.map((x) => 2 * x - 1) ?? null,
    certificates,
  }
}
