import { describe, expect, test } from 'vitest'
import { fitSurrogate, type Surrogate, type Trials } from '../../../../problems/selection/tuning/surrogate.ts'
import { random } from '../../../../src/run/index.ts'

/** x + 3·y + 5·x·y over two bits. */
const trials: Trials = {
  sizes: [2, 2],
  choices: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  costs: [0, 3, 1, 9],
}

const at = ({ own, pairs }: Surrogate, [x, y]: readonly number[]) =>
  own[x] + own[2 + y] + pairs.reduce((sum, [a, b, cost]) => sum + (a === x && b === 2 + y ? cost : 0), 0)

describe('the surrogate', () => {
  test('puts what was tried in its order, 0 < 1 < 3 < 9, and the widest gap widest', () => {
    const mean = fitSurrogate(trials, null)
    const [a, b, c, d] = [0, 2, 1, 3].map((n) => at(mean, trials.choices[n]))
    expect(a < b && b < c && c < d).toBe(true)
    expect(d - c).toBeGreaterThan(c - b)
  })

  test('drawn at random agrees where something was tried, and varies where nothing was', () => {
    const few: Trials = { ...trials, choices: trials.choices.slice(0, 2), costs: trials.costs.slice(0, 2) }
    const draws = Array.from({ length: 40 }, (_, k) => fitSurrogate(few, random(String(k), 'draw')))
    const spread = (f: (s: Surrogate) => number) => Math.max(...draws.map(f)) - Math.min(...draws.map(f))
    expect(spread((s) => at(s, [0, 1]) - at(s, [0, 0]))).toBeLessThan(spread((s) => at(s, [1, 1]) - at(s, [1, 0])))
  })

  test('of nothing is nothing', () => {
    const { own, pairs } = fitSurrogate({ sizes: [2, 3], choices: [], costs: [] }, null)
    expect([...own]).toEqual([0, 0, 0, 0, 0])
    expect(pairs).toEqual([])
  })
})
