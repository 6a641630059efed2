import type { Random } from '../../src/run/index.ts'
import type { QuboInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'
import { sign } from './chance.ts'
import { pairs } from './pairs.ts'

/** Whole coefficients uniform in −100 … 100, pairs with probability `density` (Beasley 1998); maximised. */
export function beasley({ size, density = 0.1 }: { size: number; density?: number }, random: Random): QuboInput {
  atLeast(size, 1, 'size')
  const { add, from, to, weight } = pairs()
  for (let i = 0; i < size; i++) {
    add(i, i, random.below(201) - 100)
    for (let j = i + 1; j < size; j++) if (random.unit() < density) add(i, j, 2 * (random.below(201) - 100))
  }
  return { size, rows: from, columns: to, values: weight, sense: 'max' }
}

/** A ±J spin glass on a periodic square or cubic lattice (Edwards and Anderson 1975), minimised; no field. */
export function spinGlass({ side, dimension = 2 }: { side: number; dimension?: 2 | 3 }, random: Random): QuboInput {
  atLeast(side, 3, 'side')
  const { add, from, to, weight } = pairs()
  const size = side ** dimension
  for (let site = 0; site < size; site++) {
    for (let axis = 0, stride = 1; axis < dimension; axis++, stride *= side) {
      const place = Math.floor(site / stride) % side
      add(site, site + (((place + 1) % side) - place) * stride, sign(random))
    }
  }
  return { size, rows: from, columns: to, values: weight }
}
