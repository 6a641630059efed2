import { describe, expect, it } from 'vitest'
import { fallback } from '../../../solvers/strategy/fallback.ts'
import { breaks, findsNothing, refuses, runOf, says, taskOfTwo, watcher } from './nest.ts'

describe('fallback', () => {
  it('asks the next solver when one refuses, breaks or finds nothing', async () => {
    const set = await fallback(refuses, breaks, findsNothing, says('last', [1, 0])).sample(taskOfTwo(), runOf())
    expect(set.samples[0].foundBy).toBe('last')
    expect(set.notes.join('\n')).toMatch(
      /refuses refused.*\n.*\nbreaks failed.*\n.*\nfindsNothing gave no feasible answer/,
    )
  })

  it('does not ask the second solver when the first answers', async () => {
    const { solver, runs } = watcher()
    const set = await fallback(says('first', [1, 0]), solver).sample(taskOfTwo(), runOf())
    expect(set.samples[0].foundBy).toBe('first')
    expect(runs).toEqual([])
  })

  it('keeps a fifth of the work and time for the solver behind', async () => {
    const { solver, runs } = watcher()
    await fallback(solver, says('last', [1, 0])).sample(taskOfTwo(), runOf({ work: 1000, timeLimitMs: 500 }))
    expect(runs).toEqual([{ seed: '0', work: 800, left: 400 }])
  })

  it('replays as the one that answered', async () => {
    const set = await fallback(findsNothing, says('last', [1, 0])).sample(taskOfTwo(), runOf())
    expect(set).toMatchObject({ replay: 'last', work: 6 })
  })
})
