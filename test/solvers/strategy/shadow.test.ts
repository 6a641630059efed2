import { describe, expect, it } from 'vitest'
import { type Comparison, shadow } from '../../../solvers/strategy/shadow.ts'
import { createRun, systemClock } from '../../../src/run/index.ts'
import { defineSolver } from '../../../src/solver.ts'
import { breaks, refuses, runOf, says, taskOfTwo, watcher } from './nest.ts'

const good = says('good', [1, 0], { proof: 'optimal', spends: 7 })
const poor = says('poor', [0, 1])
const never = defineSolver('never', { accepts: [] }, {}, () => new Promise(() => {}))()

const compared = async (primary: typeof good, candidate: typeof good) => {
  const seen: Comparison[] = []
  const set = await shadow(primary, { candidate, observe: (c) => seen.push(c) }).sample(taskOfTwo(), runOf())
  return { set, seen }
}

describe('shadow', () => {
  it('gives the answer, proof, work and replay line of the primary alone', async () => {
    const alone = await good.sample(taskOfTwo(), runOf())
    const { set } = await compared(good, poor)
    expect({ ...set, notes: [] }).toEqual({ ...alone, notes: [] })
  })

  it('keeps the primary’s answer when the candidate is better, and says by how much', async () => {
    const { set, seen } = await compared(poor, good)
    expect(set.samples[0].foundBy).toBe('poor')
    expect(seen).toMatchObject([
      { difference: -1, better: 'candidate', primary: { cost: -1 }, candidate: { cost: -2 } },
    ])
    expect(set.notes).toContain(
      'shadow: primary poor -1 (finished), candidate good -2 (optimal), difference -1: the candidate is better',
    )
  })

  it('never offers what the candidate finds', async () => {
    const offered: string[] = []
    await shadow(poor, good).sample(taskOfTwo(), runOf({ offer: ({ foundBy }) => offered.push(foundBy) }))
    expect(new Set(offered)).toEqual(new Set(['poor']))
  })

  it.each([
    ['refuses', refuses, 'refused: it never takes anything'],
    ['breaks', breaks, 'failed: Error: a defect'],
    ['never ends', never, 'cut off'],
  ])('is not hurt by a candidate that %s', async (_, candidate, ended) => {
    const { set, seen } = await compared(good, candidate)
    expect(set).toMatchObject({ proof: 'optimal', samples: [{ foundBy: 'good' }] })
    expect(seen[0]).toMatchObject({ candidate: { ended, cost: null }, difference: null, better: 'primary' })
  })

  it('is not hurt by an observer that throws', async () => {
    const observe = () => {
      throw new Error('an observer’s defect')
    }
    const set = await shadow(good, { candidate: poor, observe }).sample(taskOfTwo(), runOf())
    expect(set.proof).toBe('optimal')
  })

  it('fails as the primary fails', async () => {
    await expect(shadow(refuses, good).sample(taskOfTwo(), runOf())).rejects.toMatchObject({ code: 'UNSUPPORTED' })
  })

  it('waits for a slow candidate only as long as it was told', async () => {
    let release = () => {}
    const slow = defineSolver('slow', { accepts: [] }, {}, async (task) => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return { samples: [task.sampleOf(Float64Array.of(1, 0))], work: 1 }
    })()
    const patient = shadow(poor, { candidate: slow, patience: 60_000 }).sample(taskOfTwo(), runOf())
    setTimeout(() => release(), 5)
    expect((await patient).notes.at(-1)).toMatch(/candidate slow -2 \(finished\)/)
  })

  it('gives the candidate the same seed and less time', async () => {
    const { solver, runs } = watcher()
    await shadow(good, solver).sample(taskOfTwo(), createRun({ clock: systemClock, timeLimitMs: 1000, seed: 9 }))
    expect(runs[0].seed).toBe('9')
    expect(runs[0].left).toBeLessThan(951)
  })
})
