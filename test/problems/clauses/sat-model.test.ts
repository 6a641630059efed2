import { expect, test } from 'vitest'
import { clausesSchema, lossOf } from '../../../problems/clauses/clauses.ts'
import { helpersOf, mended, minimiseClause } from '../../../problems/clauses/sat-model.ts'
import { Model } from '../../../src/model/index.ts'

const bitsOf = (number: number, count: number) => Array.from({ length: count }, (_, k) => (number >> k) & 1)

test.each([1, 2, 3, 4, 5, 6, 7])(
  'the least energy over the helpers of a clause of %i is 1 where it fails, else 0',
  (k) => {
    const literals = Array.from({ length: k }, (_, v) => 2 * v + (v % 2))
    const model = new Model()
    model.bits(k)
    minimiseClause(model, literals, 1)
    const helpers = model.size - k
    const clauses = clausesSchema.parse({
      variables: k,
      clauses: [literals.map((l) => (l & 1 ? -1 : 1) * ((l >> 1) + 1))],
    })
    for (let x = 0; x < 1 << k; x++) {
      const values = bitsOf(x, k)
      const energies = Array.from({ length: 1 << helpers }, (_, w) =>
        model.objective.at([...values, ...bitsOf(w, helpers)]),
      )
      expect(Math.min(...energies)).toBe(lossOf(clauses, values).cost)
      expect(model.objective.at([...values, ...helpersOf(clauses, values)])).toBe(Math.min(...energies))
    }
  },
)

test('a broken chain of implications is mended, and what holds is left alone', () => {
  const clauses = clausesSchema.parse({ variables: 4, clauses: [], hard: [[1], [-1, 2], [-2, 3], [-3, 4]] })
  expect([...mended(clauses, Uint8Array.of(0, 0, 0, 0))]).toEqual([1, 1, 1, 1])
  const fine = Uint8Array.of(1, 1, 1, 1)
  expect(mended(clauses, fine)).toBe(fine)
})
