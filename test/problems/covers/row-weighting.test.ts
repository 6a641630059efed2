import { expect, test } from 'vitest'
import { RowWeighting } from '../../../problems/covers/row-weighting.ts'
import { costOf, setsSchema } from '../../../problems/covers/set-system.ts'
import { random } from '../../../src/run/index.ts'

const chance = random('rows', 'test')
const sets = Array.from({ length: 25 }, (_, j) =>
  Array.from({ length: 20 }, (_, i) => i).filter((i) => chance.below(5) === 0 || i % 25 === j),
)
const system = setsSchema.parse({ elements: 20, sets, costs: sets.map(() => 1 + chance.below(5)) })

test('counts, costs and what is open stay those of the chosen sets', () => {
  const walk = new RowWeighting(system, new Uint8Array(25).fill(1), chance)
  let limit = walk.cost + 1
  for (let k = 0; k < 400; k++) {
    walk.step(limit)
    expect(walk.isConsistent()).toBe(true)
    expect(walk.cost).toBe(costOf(system, walk.chosen))
    if (walk.uncovered === 0 && walk.cost < limit) limit = walk.cost
  }
})
