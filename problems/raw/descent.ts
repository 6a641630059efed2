import type { Qubo } from '../../src/qubo/index.ts'
import type { Job } from '../../src/run/index.ts'

/**
 * Descent from all zeros: passes over the variables, flipping whatever lowers the energy, until a pass flips nothing.
 * No chance is involved and it ends by itself: the first answer of a raw form, and the floor under every other solver.
 * The find and result are `answerOf(x)`, x holding 0 and 1.
 */
export function* descentAnswers<Answer>(qubo: Qubo, answerOf: (x: Float64Array) => Answer): Job<Answer, Answer> {
  const x = new Float64Array(qubo.size)
  let allowance = yield { work: 0 }
  const gradient = Float64Array.from(qubo.linear)
  let work = 0
  for (let quiet = 0, i = 0; quiet < qubo.size && allowance > 0; i = i + 1 < qubo.size ? i + 1 : 0) {
    const lowers = (x[i] === 0 ? gradient[i] : -gradient[i]) < -1e-12 * (1 + Math.abs(qubo.linear[i]))
    quiet = lowers ? 0 : quiet + 1
    work += 1 + (lowers ? flip(qubo, gradient, x, i) : 0)
    if (work < allowance) continue
    allowance = yield { work }
    work = 0
  }
  if (work > 0) yield { work, find: answerOf(x) }
  return answerOf(x)
}

/** Flips variable i and keeps the gradients of its neighbours right; returns how many there are. */
function flip({ rowStart, column, value }: Qubo, gradient: Float64Array, x: Float64Array, i: number): number {
  const change = 1 - 2 * x[i]
  x[i] += change
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) gradient[column[k]] += change * value[k]
  return rowStart[i + 1] - rowStart[i]
}
