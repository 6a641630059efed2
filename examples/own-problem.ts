/** A problem of one's own: pack parcels so that two vans carry as nearly the same weight as possible. */
import { anneal, defineProblem, exact, race, solve } from 'isinglass'
import { z } from 'zod'

const vans = defineProblem({
  name: 'vans',
  summary: 'share parcels between two vans of nearly equal weight',
  sense: 'min',
  schema: z.strictObject({ parcels: z.array(z.number().positive()).min(1) }),
  // One bit for each parcel: 1 = in the second van. (2·Σ wᵢxᵢ − total)² is the squared difference.
  build: (model, { parcels }) => {
    const first = model.bits(parcels.length, (k) => `parcel ${k}`)
    const total = parcels.reduce((sum, weight) => sum + weight, 0)
    model.minimise(total * total)
    parcels.forEach((weight, i) => {
      model.minimise([4 * weight * weight - 4 * total * weight, first + i])
      for (let j = 0; j < i; j++) model.minimise([8 * weight * parcels[j], first + i, first + j])
    })
    return first
  },
  decode: ({ parcels }, first, point) => parcels.map((_, i) => (point[first + i] === 1 ? 'second' : 'first')),
  encode: (_, __, answer) => Float64Array.from(answer, (van) => (van === 'second' ? 1 : 0)),
  check: ({ parcels }, answer) =>
    answer.length === parcels.length ? [] : [{ rule: 'every parcel rides', amount: 1, message: 'a parcel is missing' }],
  cost: ({ parcels }, answer) =>
    answer.reduce((sum, van, i) => sum + (van === 'second' ? parcels[i] : -parcels[i]), 0) ** 2,
  tiny: (random) => ({ parcels: Array.from({ length: 5 }, () => 1 + random.below(9)) }),
})

const report = await solve(vans({ parcels: [7, 5, 4, 4, 3, 3, 2] }), { solver: race(exact(), anneal()), work: 1e7 })
if (report.feasible) console.log(report.status, report.answer, `difference ${Math.sqrt(report.cost)}`)
