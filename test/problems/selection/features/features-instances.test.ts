import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readInstance } from '../../../../instances/index.ts'
import { type BulkFeatures, features } from '../../../../problems/selection/features/features.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

const folder = process.env.ISINGLASS_INSTANCES
const read = (file: string, choose: number) =>
  features(
    readInstance(readFileSync(`${folder}/features/${file}`, 'utf8'), {
      fileName: file,
      as: 'features',
      set: { choose: String(choose) },
    }).input as BulkFeatures,
  )

/** The highest score of `choose` out of all features, by trying every set. */
function bestOfAll(problem: ReturnType<typeof read>, choose: number): number {
  const { objective, size } = problem.build().model
  const shared = new Float64Array(size * size)
  objective.rows.forEach((i, k) => {
    shared[objective.columns[k] * size + i] = shared[i * size + objective.columns[k]] = objective.values[k]
  })
  const relevance = new Float64Array(size)
  objective.linearColumns.forEach((i, k) => {
    relevance[i] = -objective.linearValues[k]
  })
  const from = (first: number, chosen: readonly number[], score: number): number => {
    if (chosen.length === choose) return score
    let best = Number.NEGATIVE_INFINITY
    for (let i = first; i < size; i++) {
      const added = chosen.reduce((sum, j) => sum - shared[i * size + j], relevance[i])
      best = Math.max(best, from(i + 1, [...chosen, i], score + added))
    }
    return best
  }
  return from(0, [], 0)
}

describe.skipIf(folder === undefined)('published tables (set ISINGLASS_INSTANCES to the folder of instances)', () => {
  test.each([
    ['german.csv', 8],
    ['wine.csv', 5],
    ['breast-cancer-wisconsin.csv', 4],
  ])('in %s the heuristic finds the best %i of all features', (file, choose) => {
    const problem = read(file, choose)
    const { out } = runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e6)
    expect(problem.check(out)).toEqual([])
    expect(problem.cost(out)).toBeCloseTo(bestOfAll(problem, choose), 9)
  })

  test('of the 279 features of a table with gaps and constants, ten are chosen', () => {
    const problem = read('arrhythmia.data', 10)
    expect(problem.check(runJob(problem.heuristic!(random('0', 'h')), Number.POSITIVE_INFINITY, 1e6).out)).toEqual([])
  })
})
