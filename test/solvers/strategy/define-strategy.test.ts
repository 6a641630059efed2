import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineStrategy } from '../../../solvers/strategy/define-strategy.ts'
import { createRun, sampleSet } from '../../../src/run/index.ts'
import type { Solver } from '../../../src/solver.ts'
import type { Task } from '../../../src/task.ts'

const leaf = (name: string): Solver => ({
  name,
  spec: name,
  accepts: ['qubo'],
  sample: async (_task, run) =>
    sampleSet({ replay: name, work: Math.min(run.work, 50), stop: run.work < 50 ? 'budget' : 'finished' }),
})

const lend = defineStrategy({
  name: 'lend',
  children: [1, 1],
  shape: { share: z.number().positive() },
  positional: 'share',
  call: (share: number, solver: Solver) => ({ children: [solver], options: { share } }),
  sample: async (task, run, { children: [solver], options }) => {
    const { replay: _, ...set } = await solver.sample(task, { ...run, work: Math.min(run.work, options.share) })
    return set
  },
})

const cut = defineStrategy({
  name: 'cut',
  children: [1, 1],
  childNames: ['solver'],
  shape: { size: z.number().optional() },
  call: ({ solver, ...options }: { solver: Solver; size?: number }) => ({ children: [solver], options }),
  sample: async () => ({}),
})

const task = {} as Task

describe('a strategy', () => {
  it('prints itself as it is written on the command line', () => {
    expect(lend(300, leaf('anneal')).spec).toBe('lend(300,anneal)')
    expect(cut({ size: 5, solver: leaf('anneal') }).spec).toBe('cut(size=5,solver=anneal)')
  })

  it('is made from a parsed expression, bare value and named solver included', () => {
    expect(lend.fromSpec([leaf('tabu')], {}, [300]).spec).toBe('lend(300,tabu)')
    expect(cut.fromSpec([], { size: 5, solver: leaf('tabu') }, []).spec).toBe('cut(size=5,solver=tabu)')
    expect(cut.fromSpec([leaf('tabu')], {}, []).spec).toBe('cut(solver=tabu)')
  })

  it('accepts what its solvers accept', () => {
    expect(lend(1, leaf('anneal')).accepts).toEqual(['qubo'])
  })

  it('refuses unknown options, missing solvers and superfluous bare values', () => {
    expect(() => lend.fromSpec([leaf('a')], { speed: 1 }, [300])).toThrow('OPTION_INVALID')
    expect(() => lend.fromSpec([], {}, [300])).toThrow('lend: it nests 1 solver, not 0')
    expect(() => lend.fromSpec([leaf('a')], {}, [300, 4])).toThrow('one bare value')
    expect(() => cut.fromSpec([leaf('a')], {}, [300])).toThrow('no bare value')
  })

  it('names the work it did when something stopped it', async () => {
    expect((await lend(100, leaf('a')).sample(task, createRun())).replay).toBe('lend(100,a)')
    expect((await lend(20, leaf('a')).sample(task, createRun())).replay).toBe('lend(20,a,work=20)')
  })

  it('spends at most its own work', async () => {
    expect((await lend.fromSpec([leaf('a')], { work: 10 }, [100]).sample(task, createRun())).work).toBe(10)
  })
})
