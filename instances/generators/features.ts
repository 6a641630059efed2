import type { Random } from '../../src/run/index.ts'
import type { FeaturesInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'
import { bell, rounded } from './chance.ts'

export interface FeatureTableOptions {
  readonly rows: number
  /** Features that tell the class, each a different half of the truth. */
  readonly informative: number
  /** Noisy copies of informative ones. */
  readonly redundant: number
  /** Features that tell nothing. */
  readonly noise: number
  readonly choose: number
}

/**
 * Two classes; informative features are normal around ±1 by class, redundant ones are informative ones plus noise, the
 * rest is noise (after Guyon 2003, "Design of experiments for the NIPS 2003 variable selection benchmark").
 */
export function plantedFeatures(
  { rows, informative, redundant, noise, choose }: FeatureTableOptions,
  random: Random,
): FeaturesInput {
  atLeast(rows, 2, 'rows')
  atLeast(informative, 1, 'informative')
  const target = Array.from({ length: rows }, (_, r) => r % 2)
  const telling = Array.from({ length: informative }, () => target.map((y) => rounded(2 * y - 1 + bell(random))))
  const copies = Array.from({ length: redundant }, (_, k) =>
    telling[k % informative].map((x) => rounded(x + bell(random) / 4)),
  )
  const idle = Array.from({ length: noise }, () => target.map(() => rounded(bell(random))))
  const named = (word: string, list: readonly unknown[]) => list.map((_, k) => `${word} ${k + 1}`)
  const names = [...named('informative', telling), ...named('redundant', copies), ...named('noise', idle)]
  return { rows, columns: [...telling, ...copies, ...idle], target, names, choose }
}
