import { expect, test } from 'vitest'
import { ClauseWalk } from '../../../problems/clauses/clause-walk.ts'
import { clausesSchema, lossOf, occurrencesOf } from '../../../problems/clauses/clauses.ts'
import { atOnce, random } from '../../../src/run/index.ts'

test('after every flip the cost and the broken rules are those of the bits', () => {
  const chance = random('walk', 'test')
  const clause = () => Array.from({ length: 3 }, () => (1 + chance.below(12)) * (chance.below(2) ? 1 : -1))
  const clauses = clausesSchema.parse({
    variables: 12,
    clauses: Array.from({ length: 90 }, clause),
    weights: Array.from({ length: 90 }, () => 1 + chance.below(9)),
    hard: Array.from({ length: 10 }, clause),
  })
  const walk = new ClauseWalk(clauses, occurrencesOf(clauses), chance)
  atOnce(walk.restart(new Uint8Array(12)))
  for (let k = 0; k < 500; k++) {
    walk.step()
    const { cost, broken } = lossOf(clauses, walk.bits)
    expect([walk.cost, walk.brokenRules]).toEqual([cost, broken.length])
  }
})
