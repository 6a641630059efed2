import { expect, test } from 'vitest'
import { ClauseLottery } from '../../../problems/clauses/clause-lottery.ts'
import { clausesSchema, lossOf, occurrencesOf } from '../../../problems/clauses/clauses.ts'
import { atOnce, random } from '../../../src/run/index.ts'

test('after every flip the cost is that of the bits', () => {
  const chance = random('lottery', 'test')
  const clause = () => Array.from({ length: 4 }, () => (1 + chance.below(12)) * (chance.below(2) ? 1 : -1))
  const clauses = clausesSchema.parse({ variables: 12, clauses: [[], ...Array.from({ length: 200 }, clause)] })
  const lottery = new ClauseLottery(clauses, occurrencesOf(clauses), chance)
  atOnce(lottery.restart(new Uint8Array(12)))
  for (let k = 0; k < 500; k++) {
    lottery.step()
    expect(lottery.cost).toBe(lossOf(clauses, lottery.bits).cost)
  }
})

test('a chain of implications is satisfied by walking', () => {
  const clauses = clausesSchema.parse({ variables: 5, clauses: [[1], [-1, 2], [-2, 3], [-3, 4], [-4, 5]] })
  const lottery = new ClauseLottery(clauses, occurrencesOf(clauses), random('chain', 'test'))
  atOnce(lottery.restart(new Uint8Array(5)))
  for (let k = 0; k < 2000 && lottery.cost > 0; k++) lottery.step()
  expect([...lottery.bits]).toEqual([1, 1, 1, 1, 1])
})
