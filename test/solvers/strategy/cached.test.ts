import { describe, expect, it } from 'vitest'
import { maxCut } from '../../../problems/index.ts'
import { type AnswerStore, cached, memoryStore } from '../../../solvers/strategy/cached.ts'
import { createRun, fakeClock, type RunOptions, type SampleSet } from '../../../src/run/index.ts'
import { defineSolver } from '../../../src/solver.ts'
import { createTask, type Task } from '../../../src/task.ts'

const clock = fakeClock()

/** Counts how often it is asked. */
function counting(parts: Partial<SampleSet> = {}) {
  const asked = { times: 0 }
  const solver = defineSolver('counting', { accepts: ['qubo'] }, {}, async (task) => {
    asked.times++
    return { samples: [task.sampleOf(Float64Array.of(1, 0))], work: 3, ...parts }
  })()
  return { asked, solver }
}

const question = (weight: number): Task =>
  createTask(maxCut({ edges: [['a', 'b', weight]] }), { clock, memoryLimitMiB: 64 }) as Task
const run = (options: RunOptions = {}) => createRun({ clock, ...options })

describe('cached', () => {
  it('asks once for the same question, seed and work', async () => {
    const { asked, solver } = counting()
    const remembering = cached(solver, { store: memoryStore() })
    const first = await remembering.sample(question(1), run())
    const second = await remembering.sample(question(1), run())
    expect(asked.times).toBe(1)
    expect(second.samples).toEqual(first.samples)
    expect([first, second].map((set) => set.notes.at(-1))).toEqual(['cached: asked anew', 'cached: remembered'])
  })

  it.each<[string, number, RunOptions]>([
    ['input', 2, {}],
    ['seed', 1, { seed: 4 }],
    ['work budget', 1, { work: 50 }],
  ])('asks anew for another %s', async (_, weight, options) => {
    const { asked, solver } = counting()
    const remembering = cached(solver, { store: memoryStore() })
    await remembering.sample(question(1), run())
    await remembering.sample(question(weight), run(options))
    expect(asked.times).toBe(2)
  })

  it('does not take a hurried answer for a longer run, but the other way round', async () => {
    const { asked, solver } = counting({ stop: 'time' })
    const remembering = cached(solver, { store: memoryStore() })
    for (const timeLimitMs of [10, 1000, 500]) await remembering.sample(question(1), run({ timeLimitMs }))
    expect(asked.times).toBe(2)
  })

  it('remembers neither what was aborted nor what found nothing', async () => {
    for (const parts of [{ stop: 'aborted' }, { samples: [] }] as const) {
      const { asked, solver } = counting(parts)
      const remembering = cached(solver, { store: memoryStore() })
      for (let k = 0; k < 2; k++) await remembering.sample(question(1), run())
      expect(asked.times).toBe(2)
    }
  })

  it('works without its store when that fails', async () => {
    const broken: AnswerStore = {
      get: () => Promise.reject(new Error('gone')),
      set: () => {
        throw new Error('full')
      },
    }
    const set = await cached(counting().solver, { store: broken }).sample(question(1), run())
    expect(set.samples.length).toBe(1)
  })

  it('offers what it remembers', async () => {
    const remembering = cached(counting().solver, { store: memoryStore() })
    const offered: string[] = []
    await remembering.sample(question(1), run())
    await remembering.sample(question(1), run({ offer: ({ foundBy }) => offered.push(foundBy) }))
    expect(offered).toEqual(['counting'])
  })
})

describe('memoryStore', () => {
  it('forgets the oldest first', () => {
    const store = memoryStore(2)
    for (const key of ['a', 'b', 'c']) store.set(key, key as never)
    expect(['a', 'b', 'c'].map((key) => store.get(key))).toEqual([undefined, 'b', 'c'])
  })
})
