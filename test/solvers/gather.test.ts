import { expect, it } from 'vitest'
import { gather, onlyPoint } from '../../solvers/gather.ts'
import { taskOf } from '../../src/bare.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { createRun, fakeClock } from '../../src/run/index.ts'

const task = taskOf(quboFromCoo(1, [0], [0], [-5]), { clock: fakeClock(), memoryLimitMiB: 64 })
const found = { bits: Int8Array.of(0, 1, 0), energies: Float64Array.of(0, -5, 0) }

const gathered = (keep: 'all' | 'best') => {
  const offered: number[] = []
  const all = gather(task, createRun({ offer: (s) => offered.push(s.energy) }), task.as('qubo'), keep)
  all.accept(found)
  all.accept(found)
  return { offered, energies: all.samples.map((s) => s.energy), reads: all.reads }
}

it('keeps every read in order and offers improvements only', () => {
  expect(gathered('all')).toEqual({ offered: [0, -5], energies: [0, -5, 0, 0, -5, 0], reads: 6 })
})

it('or keeps the best of each job', () => {
  expect(gathered('best')).toEqual({ offered: [-5], energies: [-5, -5], reads: 6 })
})

it('a form without variables is its only point', async () => {
  const task = taskOf(quboFromCoo(0, [], [], [], { offset: 3 }), createRun())
  const only = onlyPoint(task, task.as('qubo'))
  expect([only?.proof, only?.bound, only?.samples?.length]).toEqual(['optimal', 3, 1])
  const one = taskOf(quboFromCoo(1, [], [], []), createRun())
  expect(onlyPoint(one, one.as('qubo'))).toBe(null)
})
