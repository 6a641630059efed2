import { expect, it } from 'vitest'
import { askInTurn } from '../../../solvers/strategy/stages.ts'
import { refuses, runOf, says, taskOfTwo, watcher } from './nest.ts'

it('a stage gets its share of what is left, the last one the rest', async () => {
  const { solver, runs } = watcher()
  const stage = (share: number) => ({ solver, share, why: 'it was asked' })
  await askInTurn(taskOfTwo(), runOf({ work: 1000, timeLimitMs: 100 }), [stage(0.5), stage(1)])
  expect(runs).toEqual([
    { seed: '0', work: 500, left: 50 },
    { seed: '0', work: 990, left: 100 },
  ])
})

it('a proof ends it', async () => {
  const { solver, runs } = watcher()
  const proven = { solver: says('prover', [1, 0], { proof: 'optimal' }), share: 1, why: 'it proves' }
  const set = await askInTurn(taskOfTwo(), runOf(), [proven, { solver, share: 1, why: 'later' }])
  expect(set).toMatchObject({ proof: 'optimal', stop: 'finished', notes: ['prover (it proves): optimal'] })
  expect(runs).toEqual([])
})

it('who refuses is named with the reason', async () => {
  const stages = [refuses, says('last', [1, 0])].map((solver) => ({ solver, share: 1, why: 'in turn' }))
  const set = await askInTurn(taskOfTwo(), runOf(), stages)
  expect(set.notes).toEqual(['refuses not used: it never takes anything', 'last (in turn): finished'])
})
