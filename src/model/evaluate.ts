import type { Constraint, Model } from './model.ts'

/** What a point is worth: objective with soft constraints, and what each broken hard constraint misses. */
export interface Evaluation {
  readonly energy: number
  readonly violation: number
  readonly broken: readonly { readonly name: string; readonly amount: number }[]
}

/** Recomputes everything from the model; the amount of a broken domain or structure counts as well. */
export function evaluate(model: Model, point: ArrayLike<number>): Evaluation {
  const broken: { name: string; amount: number }[] = []
  let energy = model.objective.at(point)
  for (const constraint of model.constraints) {
    const amount = violationOf(constraint, point)
    if (amount === 0) continue
    if (constraint.weight === Number.POSITIVE_INFINITY) broken.push({ name: constraint.name, amount })
    else energy += constraint.weight * amount * amount
  }
  broken.push(...brokenStructures(model, point), ...brokenDomains(model, point))
  return { energy, violation: broken.reduce((sum, b) => sum + b.amount, 0), broken }
}

/** How far the left side is on the wrong side of the bound; 0 within rounding (1e-9 of the terms' size). */
export function violationOf({ columns, coefficients, sense, bound }: Constraint, point: ArrayLike<number>): number {
  let activity = 0
  let size = Math.abs(bound)
  for (let k = 0; k < columns.length; k++) {
    activity += coefficients[k] * point[columns[k]]
    size += Math.abs(coefficients[k] * point[columns[k]])
  }
  const gap = activity - bound
  const amount = sense === '==' ? Math.abs(gap) : sense === '<=' ? gap : -gap
  return amount > 1e-9 * size ? amount : 0
}

function brokenStructures(model: Model, point: ArrayLike<number>): { name: string; amount: number }[] {
  const broken: { name: string; amount: number }[] = []
  const count = (name: string, columns: number[]) => {
    const amount = Math.abs(columns.reduce((sum, c) => sum + point[c], 0) - 1)
    if (amount > 0) broken.push({ name, amount })
  }
  for (const s of model.structures) {
    if (s.kind === 'one-hot') count(s.name, [...s.members])
    else for (const line of permutationLines(s.order, s.members)) count(`${s.name} ${line.name}`, line.columns)
  }
  return broken
}

/** The 2·order exactly-one lines of a permutation matrix, rows (items) first. */
export function permutationLines(order: number, members: ArrayLike<number>): { name: string; columns: number[] }[] {
  const range = Array.from({ length: order }, (_, k) => k)
  return [
    ...range.map((i) => ({ name: `item ${i}`, columns: range.map((p) => members[i * order + p]) })),
    ...range.map((p) => ({ name: `position ${p}`, columns: range.map((i) => members[i * order + p]) })),
  ]
}

function brokenDomains(model: Model, point: ArrayLike<number>): { name: string; amount: number }[] {
  const broken: { name: string; amount: number }[] = []
  for (let c = 0; c < model.size; c++) {
    const value = point[c]
    const outside = Math.max(0, model.lower[c] - value, value - model.upper[c], Math.abs(value - Math.round(value)))
    const notSpin = model.domains[c] === 'spin' && Math.abs(value) !== 1 ? 1 : 0
    if (outside + notSpin > 0) broken.push({ name: `domain of ${model.nameOf(c)}`, amount: outside + notSpin })
  }
  return broken
}
