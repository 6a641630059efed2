import { after, type Qubo, unchanged } from '../qubo/index.ts'
import { fixPersistent } from './fixed.ts'
import { contractImplied } from './implied.ts'
import { pruneLeaves } from './leaves.ts'
import type { Reduction } from './substitute.ts'

export { type Components, components, type Part } from './components.ts'
export { fixPersistent, persistentValues } from './fixed.ts'
export { contractImplied } from './implied.ts'
export { pruneLeaves } from './leaves.ts'
export type { Reduction } from './substitute.ts'

/** The exact reductions that keep a Qubo a Qubo, in the order they are tried. */
export const reductions = { fixPersistent, pruneLeaves, contractImplied } satisfies Record<
  string,
  (qubo: Qubo) => Reduction
>

/** Passes beyond which the little that is still to gain is left to the solver. */
const mostPasses = 8

/** All reductions in turn, until none removes a variable. Keeps the optimum; energies stay equal. */
export function reduceQubo(qubo: Qubo): Reduction {
  let whole: Reduction = { ...unchanged(qubo), notes: [] }
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = whole.to.size
    for (const reduce of Object.values(reductions)) {
      const step = reduce(whole.to)
      if (step.to.size < whole.to.size)
        whole = { ...after<Qubo, Qubo, Qubo>(whole, step), notes: [...whole.notes, ...step.notes] }
    }
    if (whole.to.size === before) break
  }
  return whole
}
