import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { type Study, study } from '../../../../problems/selection/tuning/study.ts'
import { random } from '../../../../src/run/index.ts'

const parameters = { depth: [2, 4, 8], rate: [0.1, 0.01], loss: ['hinge', 'log'] } as const
const six = Object.fromEntries(Array.from({ length: 6 }, (_, p) => [`p${p}`, [0, 1, 2]]))

/** Whole scores of values and of a third of the pairs, and their least total by trying all 729. */
function planted(seed: string) {
  const dice = random(seed, 'planted')
  const own = Array.from({ length: 18 }, () => dice.below(11))
  const pair = Array.from({ length: 324 }, (_, k) =>
    k % 18 < Math.floor(k / 18) && dice.below(3) === 0 ? dice.below(21) : 0,
  )
  const score = (choice: readonly number[]) => {
    const options = choice.map((o, p) => 3 * p + o)
    return options.reduce((sum, a) => sum + own[a] + options.reduce((s, b) => s + pair[18 * a + b], 0), 0)
  }
  const all = Array.from({ length: 729 }, (_, k) => Array.from({ length: 6 }, (_, p) => Math.floor(k / 3 ** p) % 3))
  return { score, least: Math.min(...all.map(score)) }
}

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]

function trialsOfStudy(seed: string): number {
  const { score, least } = planted(seed)
  let trials: Study = study({ parameters: six, seed })
  while (trials.best?.score !== least && trials.history.length < 300) {
    const configuration = trials.ask()
    trials = trials.tell(configuration, score(Object.values(configuration) as number[]))
  }
  return trials.history.length
}

function trialsOfChance(seed: string): number {
  const { score, least } = planted(seed)
  const dice = random(seed, 'blind')
  for (let count = 1; ; count++) if (score(Array.from({ length: 6 }, () => dice.below(3))) === least) return count
}

describe('a study', () => {
  it('needs at most half the trials of blind guessing, in the median over seeds', () => {
    const seeds = Array.from({ length: 9 }, (_, k) => `seed ${k}`)
    expect(2 * median(seeds.map(trialsOfStudy))).toBeLessThan(median(seeds.map(trialsOfChance)))
  })

  it('asks for all 12 configurations before it asks for one again', () => {
    let trials = study({ parameters, seed: 3 })
    for (let k = 0; k < 12; k++) trials = trials.tell(trials.ask(), k)
    expect(new Set(trials.history.map((t) => JSON.stringify(t.configuration))).size).toBe(12)
    expect(trials.ask()).toHaveProperty('depth')
  })

  it('is a value: asking twice asks the same, telling changes nothing before', () => {
    const first = study({ parameters, seed: 1 })
    const second = first.tell(first.ask(), 5)
    expect(first.ask()).toEqual(first.ask())
    expect([first.history.length, second.history.length]).toEqual([0, 1])
    expect([first.best, second.best?.score]).toEqual([null, 5])
    expectTypeOf(first.ask().loss).toEqualTypeOf<'hinge' | 'log'>()
  })

  it('goes on from its history as if it had never stopped', () => {
    let trials = study({ parameters, seed: 'x', sense: 'max' })
    for (let k = 0; k < 8; k++) trials = trials.tell(trials.ask(), (7 * k) % 5)
    const history = JSON.parse(JSON.stringify(trials.history))
    expect(study({ parameters, seed: 'x', sense: 'max', history }).ask()).toEqual(trials.ask())
  })

  it('gives its surrogate as a problem, in its own sense', () => {
    let trials = study({ parameters, sense: 'max' })
    for (const loss of parameters.loss)
      for (const depth of parameters.depth)
        trials = trials.tell({ depth, rate: 0.1, loss }, depth + (loss === 'log' ? 1 : 0))
    const problem = trials.problem()
    const of = (depth: 2 | 8, loss: 'hinge' | 'log') => problem.cost({ configuration: { depth, rate: 0.1, loss } })
    expect(problem.sense).toBe('max')
    expect(of(8, 'hinge') - of(2, 'hinge')).toBeCloseTo(6, 0)
    expect(of(8, 'log')).toBeGreaterThan(of(8, 'hinge'))
  })

  test.each([
    [() => study({ parameters: {} }), 'there are no parameters'],
    [() => study({ parameters: { a: [1, 1] } }), 'a value of "a" repeats'],
    [() => study({ parameters }).tell({ depth: 3, rate: 0.1, loss: 'log' } as never, 1), '3 is no value of "depth"'],
    [() => study({ parameters }).tell({ depth: 2, rate: 0.1, loss: 'log', x: 1 } as never, 1), '"x" is no parameter'],
    [() => study({ parameters }).tell({ depth: 2, rate: 0.1, loss: 'log' }, Number.NaN), 'no finite number'],
  ])('refuses what it cannot use %#', (misuse, what) => {
    expect(misuse).toThrow(what)
  })
})
