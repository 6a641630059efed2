import { atOnce, type Pieces, sorted } from '../../../src/run/index.ts'

/** The indices 0 … n − 1 by falling value per weight, weightless ones first, equals in their order. */
export const byDensity = (value: ArrayLike<number>, weight: ArrayLike<number>): number[] =>
  Array.from(atOnce(rankingByDensity(value, weight)))

/** The same in pieces. */
export const rankingByDensity = (value: ArrayLike<number>, weight: ArrayLike<number>): Pieces<Uint32Array> =>
  sorted(value.length, (a, b) => value[b] * weight[a] - value[a] * weight[b])
