import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Scores, scoreOf, selectionSearch } from '../../../../problems/selection/features/selection-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

const scores = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc
    .tuple(
      fc.array(fc.nat(9), { minLength: size, maxLength: size }),
      fc.array(fc.nat(4), { minLength: size * size, maxLength: size * size }),
    )
    .map(
      ([relevance, values]): Scores => ({
        size,
        relevance: Float64Array.from(relevance),
        shared: Float64Array.from(values, (_, k) =>
          k % size === Math.floor(k / size) ? 0 : values[Math.min(k, (k % size) * size + Math.floor(k / size))],
        ),
      }),
    ),
)

test('exactly so many are chosen, and no swap of one for another is better', () => {
  fc.assert(
    fc.property(scores, fc.nat(6), (given, k) => {
      const choose = 1 + (k % given.size)
      const { out } = runJob(
        selectionSearch(() => given, given.size, choose, random('0', 's')),
        Number.POSITIVE_INFINITY,
        50,
      )
      expect(out.reduce((sum, bit) => sum + bit, 0)).toBe(choose)
      for (let i = 0; i < given.size; i++) {
        for (let j = 0; j < given.size; j++) {
          if (!out[i] || out[j]) continue
          expect(scoreOf(given, out.with(i, 0).with(j, 1))).toBeLessThanOrEqual(scoreOf(given, out))
        }
      }
    }),
  )
})
