import type { Qubo } from '../../src/qubo/index.ts'

/** γ₁ … γ_p, β₁ … β_p, and how far the optimiser's first steps go. */
export interface Angles {
  readonly angles: Float64Array
  readonly step: Float64Array
}

/**
 * A straight ramp to start from: with t = (l − ½)/p, γ_l = (0.55 + 1.34 t)/Δ and β_l = −(0.72 − 0.56 t), where Δ is the
 * root mean square energy change of one flip over variables and states.
 *
 * A line through the optimal angles of high-girth 3-regular graphs at p = 1, 2, 3 (Farhi et al., arXiv 2503.12789), carried
 * to other weights by the rescaling of Sureshbabu et al., "Parameter setting in quantum approximate optimization of
 * weighted problems" (Quantum 8, 2024). β is negative because the energy is minimised.
 */
export function ramp(qubo: Qubo, depth: number): Angles {
  const change = flipChange(qubo)
  const angles = new Float64Array(2 * depth)
  const step = new Float64Array(2 * depth)
  for (let l = 0; l < depth; l++) {
    const t = (l + 0.5) / depth
    angles[l] = (0.55 + 1.34 * t) / change
    angles[depth + l] = 0.56 * t - 0.72
    step[l] = 0.2 / change
    step[depth + l] = 0.1
  }
  return { angles, step }
}

/** √mean over i of E[(E(x with xᵢ flipped) − E(x))²] for uniform x; 1 when nothing ever changes. */
export function flipChange(qubo: Qubo): number {
  let total = 0
  for (let i = 0; i < qubo.size; i++) {
    let mean = qubo.linear[i]
    let variance = 0
    for (let k = qubo.rowStart[i]; k < qubo.rowStart[i + 1]; k++) {
      mean += qubo.value[k] / 2
      variance += (qubo.value[k] * qubo.value[k]) / 4
    }
    total += mean * mean + variance
  }
  return total > 0 ? Math.sqrt(total / qubo.size) : 1
}
