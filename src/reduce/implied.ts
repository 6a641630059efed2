import { after, type Qubo, unchanged } from '../qubo/index.ts'
import { nativeMembers, type Reduction, type Substitution, substitute } from './substitute.ts'

/** Rounds beyond which chains of implications are left to the solver: each costs O(couplings). */
const mostRounds = 16

/**
 * Variables whose best value one neighbour alone decides become that neighbour, or its complement: a coupling that
 * outweighs the linear coefficient and all other couplings together (Glover, Lewis and Kochenberger 2018, rules for
 * pairs). Members of native groups are left alone. O(couplings) a round.
 */
export function contractImplied(qubo: Qubo): Reduction {
  let reduction: Reduction = { ...unchanged(qubo), notes: [] }
  for (let round = 0; round < mostRounds; round++) {
    const step = impliedEqualities(reduction.to)
    if (step.kept.length === step.image.length) break
    const next = substitute(reduction.to, step)
    reduction = { ...after<Qubo, Qubo, Qubo>(reduction, next), notes: [...reduction.notes, ...next.notes] }
  }
  return reduction
}

/** One round: no variable that another leans on is itself replaced, so all replacements hold together. */
function impliedEqualities(qubo: Qubo): Substitution {
  const { size } = qubo
  const native = nativeMembers(qubo)
  const leaning = new Int32Array(size).fill(-1)
  const flip = new Uint8Array(size)
  const isLeanedOn = new Uint8Array(size)
  for (let i = 0; i < size; i++) {
    if (native[i] || isLeanedOn[i]) continue
    const decided = decidingCoupling(qubo, i, leaning)
    if (decided < 0) continue
    leaning[i] = qubo.column[decided]
    flip[i] = qubo.value[decided] > 0 ? 1 : 0
    isLeanedOn[leaning[i]] = 1
  }
  const image = new Int32Array(size)
  const kept: number[] = []
  for (let i = 0; i < size; i++) if (leaning[i] < 0) image[i] = kept.push(i) - 1
  for (let i = 0; i < size; i++) if (leaning[i] >= 0) image[i] = image[leaning[i]]
  return { image, flip, kept: Uint32Array.from(kept) }
}

/** The place of a coupling i–j such that x[j] alone decides the best x[i], j not replaced itself; −1 when there is none. */
function decidingCoupling({ rowStart, column, value, linear }: Qubo, i: number, leaning: Int32Array): number {
  let least = linear[i]
  let most = linear[i]
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    if (value[k] < 0) least += value[k]
    else most += value[k]
  }
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const q = value[k]
    if (leaning[column[k]] >= 0) continue
    // Attraction: x[j] = 1 makes 1 best and x[j] = 0 makes 0 best; repulsion: the other way round.
    if (q < 0 ? most + q <= 0 && least - q >= 0 : least + q >= 0 && most - q <= 0) return k
  }
  return -1
}
