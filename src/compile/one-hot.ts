import { type Model, type ModelStructure, permutationLines } from '../model/index.ts'
import { type Rewrite, type Structure, unchanged } from '../qubo/index.ts'
import { withoutConstraints } from './substitution.ts'

/** Structures that are not `native` become exactly-one constraints: one for a one-hot, two for each item of a permutation. */
export const oneHot =
  (native: readonly Structure[]): Rewrite<Model, Model> =>
  (from) => {
    const kept = from.structures.filter((s) => native.includes(s.kind))
    if (kept.length === from.structures.length) return unchanged(from)
    const to = withoutConstraints(from)
    to.structures.splice(0, to.structures.length, ...kept)
    for (const constraint of from.constraints) to.constrain(constraint)
    for (const structure of from.structures) if (!kept.includes(structure)) addLines(to, structure)
    return { to, lift: (point) => point, lower: (point) => point, scale: 1, constant: 0 }
  }

function addLines(to: Model, structure: ModelStructure): void {
  if (structure.kind === 'one-hot') to.exactlyOne(structure.name, structure.members)
  else {
    for (const { name, columns } of permutationLines(structure.order, structure.members)) {
      to.exactlyOne(`${structure.name} ${name}`, columns)
    }
  }
}
