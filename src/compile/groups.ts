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

/** Collects disjoint groups, each where its bits are still free: structures, then "exactly one", then "exactly k" rules. */
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
  const counts = model.constraints.map((constraint) => exactCount(model, constraint))
  const promoted = new Set<Constraint>()
  const promote = (groupOf: (members: Uint32Array, count: number) => Group | null) =>
    model.constraints.forEach((constraint, k) => {
      const group = counts[k] === null ? null : groupOf(constraint.columns, counts[k])
      if (group === null || promoted.has(constraint) || !claim(constraint.columns)) return
      promoted.add(constraint)
      groups.push({ name: constraint.name, group })
    })
  promote((members, count) => (count === 1 ? { kind: 'one-hot', members } : null))
  promote((members, count) => (count > 1 && count < members.length ? { kind: 'subset', count, members } : null))
  return { groups, constraints: model.constraints.filter((c) => !promoted.has(c)), overlapping }
}

const groupOf = (structure: ModelStructure): Group =>
  structure.kind === 'one-hot'
    ? { kind: 'one-hot', members: structure.members }
    : { kind: 'permutation', order: structure.order, members: structure.members }

/** How many of its bits a constraint wants to be 1: it is hard and Σ x = count up to a factor. Null for any other. */
function exactCount(model: Model, constraint: Constraint): number | null {
  const { kind, sense, weight, columns, coefficients } = constraint
  if (sense !== '==' || weight !== Number.POSITIVE_INFINITY) return null
  if (kind === 'exactly-one') return 1
  const [factor] = coefficients
  if (!factor || coefficients.some((a) => a !== factor)) return null
  if (!columns.every((c) => model.domains[c] === 'bit')) return null
  const whole = inWholeNumbers(constraint)
  const count = whole.bound / whole.coefficients[0]
  return Number.isInteger(count) ? count : null
}
