import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Incumbent } from '../../../../problems/selection/portfolio/in-turns.ts'
import { choiceSearch, choiceTree } from '../../../../problems/selection/tuning/choice-search.ts'
import { choiceTables, costOfChoice } from '../../../../problems/selection/tuning/choice-tables.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

const score = fc.integer({ min: -9, max: 9 })
const tablesOf = (own: number[], scores: number[]) => {
  const pairs: [number, number, number][] = []
  for (let a = 0; a < 9; a++)
    for (let b = 0; b < a; b++) if (Math.floor(a / 3) !== Math.floor(b / 3)) pairs.push([a, b, scores[a * 9 + b]])
  return choiceTables([3, 3, 3], Float64Array.from(own), pairs)
}
const networks = fc
  .tuple(fc.array(score, { minLength: 9, maxLength: 9 }), fc.array(score, { minLength: 81, maxLength: 81 }))
  .map(([own, scores]) => tablesOf(own, scores))

const all = Array.from({ length: 27 }, (_, k) => [k % 3, Math.floor(k / 3) % 3, Math.floor(k / 9)])

test('branch and bound ends with the least of all 27 choices, and its bound is not above it', () => {
  fc.assert(
    fc.property(networks, (tables) => {
      const incumbent: Incumbent<Int32Array> = { best: null }
      const bounds = [...choiceTree(tables, incumbent)].flatMap(({ bound }) => (bound === undefined ? [] : [bound]))
      const least = Math.min(...all.map((choice) => costOfChoice(tables, choice)))
      expect(incumbent.best?.value).toBe(least)
      expect(Math.max(...bounds)).toBeLessThanOrEqual(least)
    }),
  )
})

test('the search ends with the same, proven', () => {
  fc.assert(
    fc.property(networks, (tables) => {
      const { out, bound } = runJob(choiceSearch(tables, random('0', 'c')), 1e7, 1000)
      expect(bound).toBe(Math.min(...all.map((choice) => costOfChoice(tables, choice))))
      expect(costOfChoice(tables, out)).toBe(bound)
    }),
  )
})
