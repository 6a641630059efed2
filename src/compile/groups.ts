import type { Constraint, Model, ModelStructure } from '../model/index.ts'
import type { Group } from '../qubo/index.ts'
import { inWholeNumbers } from './whole-numbers.ts'

export interface NamedGroup {
  readonly name: string
  readonly group: Group
}

/** What a solver may keep by itself, and what is left to penalties. */
export interface Grouping {
  /** No bit is in two of them. */
  readonly groups: readonly NamedGroup[]
  readonly constraints: readonly Constraint[]
  /** Structures that share a bit with an earlier one. */
  readonly overlapping: readonly ModelStructure[]
}

/** Collects disjoint groups: the structures first, then hard exactly-one constraints, each where its bits are still free. */
export function grouped(model: Model): Grouping {
  const taken = new Uint8Array(model.size)
  const groups: NamedGroup[] = []
  const claim = (members: Uint32Array): boolean => {
    const isFree = members.length > 0 && members.every((c) => taken[c] === 0)
    if (isFree) for (const c of members) taken[c] = 1
    return isFree
  }
  const overlapping = model.structures.filter((structure) => {
    const isGroup = claim(structure.members)
    if (isGroup) groups.push({ name: structure.name, group: groupOf(structure) })
    return !isGroup
  })
  const constraints = model.constraints.filter((constraint) => {
    const isGroup = isExactlyOne(model, constraint) && claim(constraint.columns)
    if (isGroup) groups.push({ name: constraint.name, group: { kind: 'one-hot', members: constraint.columns } })
    return !isGroup
  })
  return { groups, constraints, overlapping }
}

const groupOf = (structure: ModelStructure): Group =>
  structure.kind === 'one-hot'
    ? { kind: 'one-hot', members: structure.members }
    : { kind: 'permutation', order: structure.order, members: structure.members }

/** Hard, over bits, and Σ x = 1 up to a factor. */
function isExactlyOne(model: Model, constraint: Constraint): boolean {
  const { kind, sense, weight, columns, coefficients, bound } = constraint
  if (sense !== '==' || weight !== Number.POSITIVE_INFINITY) return false
  if (kind === 'exactly-one') return true
  if (!columns.every((c) => model.domains[c] === 'bit') || coefficients.some((a) => a !== coefficients[0])) return false
  return bound === coefficients[0] && inWholeNumbers(constraint).columns.length === columns.length
}
