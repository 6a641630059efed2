/** C_k = Σ sᵢ·sᵢ₊ₖ for k = 0 … N − 1; entry 0 is left 0, for it never varies. */
export function correlations(signs: ArrayLike<number>): Int32Array {
  const { length } = signs
  const sums = new Int32Array(length)
  for (let lag = 1; lag < length; lag++) {
    let sum = 0
    for (let i = 0; i + lag < length; i++) sum += signs[i] * signs[i + lag]
    sums[lag] = sum
  }
  return sums
}

/** Σ C_k². */
export function energyOf(signs: ArrayLike<number>): number {
  let energy = 0
  for (const sum of correlations(signs)) energy += sum * sum
  return energy
}

/** C_k has N − k odd terms, so it is odd with them and its square at least 1: no energy is below their number. */
export const leastEnergy = (length: number): number => Math.floor(length / 2)

/** The energy after turning element i, with `sums` the correlations before. O(N). */
export function energyTurned(signs: Int8Array, sums: Int32Array, i: number): number {
  const { length } = signs
  const twice = 2 * signs[i]
  let energy = 0
  const both = Math.min(i, length - 1 - i)
  let lag = 1
  for (; lag <= both; lag++) {
    const sum = sums[lag] - twice * (signs[i + lag] + signs[i - lag])
    energy += sum * sum
  }
  if (i > both)
    for (; lag <= i; lag++) {
      const sum = sums[lag] - twice * signs[i - lag]
      energy += sum * sum
    }
  else
    for (; lag < length - i; lag++) {
      const sum = sums[lag] - twice * signs[i + lag]
      energy += sum * sum
    }
  for (; lag < length; lag++) energy += sums[lag] * sums[lag]
  return energy
}

/** Turns element i and keeps `sums` right. */
export function turn(signs: Int8Array, sums: Int32Array, i: number): void {
  const { length } = signs
  const twice = 2 * signs[i]
  for (let lag = 1; lag <= i; lag++) sums[lag] -= twice * signs[i - lag]
  for (let lag = 1; lag < length - i; lag++) sums[lag] -= twice * signs[i + lag]
  signs[i] = -signs[i]
}
