import { Factor } from './factor.ts'
import type { Stride } from './in-turns.ts'
import type { PortfolioData } from './portfolio-input.ts'

/** For more assets the factorisations take longer than they save. */
const mostAssets = 120
const halvings = 12

/**
 * A risk matrix that no portfolio of at most k assets exceeds and that knows k: a part D of the diagonal, small enough to
 * leave Q − D positive semidefinite, is replaced by √d·√dᵀ/k, for Σ dᵢwᵢ² ≥ (Σ √dᵢ·wᵢ)²/k by Cauchy and Schwarz when only
 * k of the weights are not 0. D is the largest multiple of the residual variances 1/(Q⁻¹)ᵢᵢ (in the spirit of the
 * perspective relaxation of Frangioni and Gentile 2006). Null where it says nothing new.
 */
export function* sharpenedRisk({ size, most, risk }: PortfolioData): Generator<Stride, Float64Array | null> {
  if (most >= size || size > mostAssets) return null
  const factor = factorOf(size, risk, null)
  yield { work: size ** 3 / 2 }
  if (factor === null) return null
  const residual = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const column = factor.forward(new Float64Array(size).with(i, 1))
    residual[i] = 1 / column.reduce((sum, x) => sum + x * x, 0)
    yield { work: size * size }
  }
  let low = 0
  let high = 1
  for (let k = 0; k < halvings; k++) {
    const middle = (low + high) / 2
    const removed = residual.map((d) => middle * d)
    if (factorOf(size, risk, removed) === null) high = middle
    else low = middle
    yield { work: size ** 3 / 2 }
  }
  return low === 0
    ? null
    : replaced(
        risk,
        residual.map((d) => low * d),
        most,
      )
}

/** Of Q − D, if that is positive definite. */
function factorOf(size: number, risk: Float64Array, removed: Float64Array | null): Factor | null {
  const factor = new Factor((i, j) => risk[i * size + j] - (i === j && removed !== null ? removed[i] : 0))
  for (let i = 0; i < size; i++) {
    if (!factor.append(i) || factor.last ** 2 <= 1e-9 * risk[i * (size + 1)]) return null
  }
  return factor
}

function replaced(risk: Float64Array, removed: Float64Array, most: number): Float64Array {
  const size = removed.length
  const root = removed.map(Math.sqrt)
  return risk.map((value, k) => {
    const [i, j] = [Math.floor(k / size), k % size]
    return value + (root[i] * root[j]) / most - (i === j ? removed[i] : 0)
  })
}
