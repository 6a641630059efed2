import type { Wish } from '../../problems/types.ts'
import type { Random } from '../../src/run/index.ts'
import type { RosterInput } from '../shapes.ts'
import { atLeast } from './at-least.ts'

/**
 * Early, late and night shifts with 11 hours of rest and at most five days in a row. Cover is what a hidden roster gives, in
 * which everybody goes through early, late, night and two days off from a start of their own: so some roster keeps all rules.
 * A wish per person for about every fourth day, weights 1 … 4 (as the preferences of NSPLib: Vanhoucke and Maenhout 2009).
 */
export function plantedRoster(
  { people, days }: { readonly people: number; readonly days: number },
  random: Random,
): RosterInput {
  atLeast(people, 1, 'people')
  atLeast(days, 1, 'days')
  const turn = [0, 0, 1, 1, 2, -1, -1]
  const cover = Array.from({ length: days }, () => [0, 0, 0])
  const persons = Array.from({ length: people }, () => {
    const start = random.below(turn.length)
    for (let d = 0; d < days; d++) {
      const shift = turn[(start + d) % turn.length]
      if (shift >= 0) cover[d][shift]++
    }
    return { wishes: wishesFor(days, random), max: Math.ceil((days * 5) / 7) + 1 }
  })
  return {
    days,
    shifts: [
      { start: 6, end: 14 },
      { start: 14, end: 22 },
      { start: 22, end: 30 },
    ],
    people: persons,
    cover,
    rest: 11,
    maxInARow: 5,
  }
}

function wishesFor(days: number, random: Random): Wish<number, number>[] {
  const wishes: Wish<number, number>[] = []
  for (let day = 0; day < days; day++) {
    if (random.below(4) > 0) continue
    const about = ([0, 1, 2, 'off'] as const)[random.below(4)]
    const weight = 1 + random.below(4)
    wishes.push(random.below(2) === 0 ? { day, want: about, weight } : { day, avoid: about, weight })
  }
  return wishes
}
