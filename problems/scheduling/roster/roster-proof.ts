import type { RosterData } from './roster-data.ts'

/** No roster that keeps all rules costs more: everybody's worst options, every soft cover missed, the unfairest totals. */
export function worstCost(data: RosterData): number {
  const { people, days, shifts, options, allowed, wishCost, least, most, min, max, share, fairness } = data
  let total = 0
  for (let cell = 0; cell < people.length * days.length; cell++) {
    let worst = 0
    for (let k = cell * options; k < (cell + 1) * options; k++)
      if (allowed[k] && wishCost[k] > worst) worst = wishCost[k]
    total += worst
  }
  const soft = (weight: number, missed: number) => (weight < Number.POSITIVE_INFINITY ? weight * missed ** 2 : 0)
  for (let k = 0; k < days.length * shifts.length; k++)
    total += Math.max(soft(data.shortage, least[k]), soft(data.surplus, Math.max(0, people.length - most[k])))
  for (let p = 0; p < people.length; p++)
    total += fairness * Math.max((min[p] - share[p]) ** 2, (max[p] - share[p]) ** 2)
  return total
}

/** A bound on the cost, which above the worst cost says that there is no roster. */
export function boundWithin(bound: number, worst: number): number {
  return bound > worst + 1e-6 * (1 + worst) ? Number.POSITIVE_INFINITY : Math.min(bound, worst)
}

/** Whether totals alone say that there is no roster: cover needs more shifts than people may work, or fewer than they must. */
export function isOutOfCount(data: RosterData): boolean {
  const { people, least, most, min, max, shortage, surplus } = data
  const sum = (numbers: Int32Array) => numbers.reduce((total, n) => total + n, 0)
  const able = people.reduce<number>((total, _, p) => total + Math.min(max[p], mostDays(data, p)), 0)
  if (shortage === Number.POSITIVE_INFINITY && sum(least) > able) return true
  return surplus === Number.POSITIVE_INFINITY && sum(min) > sum(most)
}

/** On how many days somebody can work at most: on every one that skills, days off and days in a row leave. */
function mostDays({ days, options, allowed, maxInARow }: RosterData, person: number): number {
  let total = 0
  let run = 0
  for (let d = 0; d < days.length; d++) {
    const cell = (person * days.length + d) * options
    const isOff = run === maxInARow[person] || !allowed.subarray(cell + 1, cell + options).includes(1)
    run = isOff ? 0 : run + 1
    if (!isOff) total++
  }
  return total
}
