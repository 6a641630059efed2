import type { Random } from '../../src/run/index.ts'
import type { SetCoverInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

export interface RandomCoverOptions {
  readonly elements: number
  readonly sets: number
  /** The share of sets that hold an element (default 0.05). */
  readonly density?: number
  /** Costs are uniform in 1 … this (default 100); 1 for unit costs. */
  readonly dearest?: number
}

/** Random covers after Balas and Ho 1980, as of the OR-Library: every element is in at least two sets, every set holds one. */
export function randomCover(
  { elements, sets, density = 0.05, dearest = 100 }: RandomCoverOptions,
  random: Random,
): SetCoverInput {
  atLeast(elements, 1, 'elements')
  atLeast(sets, 2, 'sets')
  atLeast(dearest, 1, 'dearest')
  const members = Array.from({ length: sets }, () => new Set<number>())
  for (let i = 0; i < elements; i++) {
    const first = random.below(sets)
    members[first].add(i)
    members[(first + 1 + random.below(sets - 1)) % sets].add(i)
    for (let j = 0; j < sets; j++) if (random.unit() < density) members[j].add(i)
  }
  for (const set of members) if (set.size === 0) set.add(random.below(elements))
  return {
    elements,
    sets: members.map((set) => [...set].sort((a, b) => a - b)),
    costs: members.map(() => 1 + random.below(dearest)),
  }
}
