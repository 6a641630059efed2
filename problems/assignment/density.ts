/** The indices 0 … n − 1 by falling value per weight, weightless ones first, equals in their order. */
export function byDensity(value: ArrayLike<number>, weight: ArrayLike<number>): number[] {
  return Array.from(value, (_, k) => k).sort((a, b) => value[b] * weight[a] - value[a] * weight[b] || a - b)
}
