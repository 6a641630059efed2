import { describe, expect, it } from 'vitest'
import { race } from '../../../solvers/strategy/race.ts'
import { breaks, refuses, runOf, says, taskOfTwo, watcher } from './nest.ts'

describe('race', () => {
  it('is won by the better answer, whoever stands first', async () => {
    const set = await race(says('worse', [0, 1]), says('better', [1, 0])).sample(taskOfTwo(), runOf())
    expect(set.samples[0].foundBy).toBe('better')
    expect(set.notes).toContain('better won (finished)')
  })

  it('gives a tie to the solver named first', async () => {
    const set = await race(says('one', [1, 0]), says('two', [1, 0])).sample(taskOfTwo(), runOf())
    expect(set.samples[0].foundBy).toBe('one')
  })

  it('gives every solver an equal share of the work', async () => {
    const { solver, runs } = watcher()
    await race(solver, solver, solver, solver).sample(taskOfTwo(), runOf({ work: 1000 }))
    expect(runs.map((run) => run.work)).toEqual([250, 250, 250, 250])
  })

  it('replays as its winner', async () => {
    const set = await race(says('worse', [0, 1]), says('better', [1, 0])).sample(taskOfTwo(), runOf())
    expect(set.replay).toBe('better')
  })

  it('goes on when one refuses and another breaks', async () => {
    const set = await race(refuses, breaks, says('third', [1, 0])).sample(taskOfTwo(), runOf())
    expect(set.samples[0].foundBy).toBe('third')
    expect(set.notes).toContain('refuses refused')
  })

  it('refuses when all refuse', async () => {
    await expect(race(refuses, refuses).sample(taskOfTwo(), runOf())).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  })

  it('ends with the first proof', async () => {
    const set = await race(says('plain', [1, 0]), says('prover', [1, 0], { proof: 'optimal' })).sample(
      taskOfTwo(),
      runOf(),
    )
    expect(set).toMatchObject({ proof: 'optimal', replay: 'prover' })
  })
})
