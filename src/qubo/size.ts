import { magnitudes } from './couplings.ts'
import type { Ising } from './ising.ts'
import type { Milp } from './milp.ts'
import type { Qubo } from './qubo.ts'

export interface FormSize {
  readonly variables: number
  /** Pairs, each once; of a programme the entries of its rows. */
  readonly couplings: number
  /** The largest absolute coefficient over the smallest non-zero one; 1 when all are zero. */
  readonly coefficientRange: number
}

/** What a solver had to deal with. */
export function formSize(form: Qubo | Ising | Milp): FormSize {
  const { smallest, largest } = magnitudes(linearOf(form), form.value)
  return {
    variables: form.size,
    couplings: form.kind === 'milp' ? form.value.length : form.value.length / 2,
    coefficientRange: largest === 0 ? 1 : largest / smallest,
  }
}

function linearOf(form: Qubo | Ising | Milp): Float64Array {
  if (form.kind === 'qubo') return form.linear
  return form.kind === 'ising' ? form.field : form.objective
}
