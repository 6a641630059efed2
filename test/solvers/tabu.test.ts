import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tabu } from '../../solvers/tabu.ts'
import { sample } from '../../src/bare.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { createRun, lowest } from '../../src/run/index.ts'
import { randomQubo } from '../contracts/kernel.ts'

const qubo = randomQubo(40, 200, (w) => w, 9, 'tabu')

it('makes exactly the searches it was asked for', async () => {
  const set = await sample(qubo, tabu({ restarts: 3, moves: 500, tenure: 5 }), createRun())
  expect([set.reads, set.samples.length, set.stop]).toEqual([3, 3, 'finished'])
})

it('a run that its budget ended is replayed by its work', async () => {
  const set = await sample(qubo, tabu(), createRun({ work: 77_777 }))
  const again = await sample(qubo, tabu({ work: set.work }), createRun())
  expect(again.samples).toEqual(set.samples)
})

const folder = process.env.ISINGLASS_INSTANCES
const bestKnown: [number, number][] = [
  [1, -45607],
  [3, -49037],
  [5, -47961],
  [7, -46757],
  [9, -48916],
]

describe.skipIf(folder === undefined)('on bqp250 (ISINGLASS_INSTANCES)', () => {
  it.each(bestKnown)('finds the best known value of number %i: %i', async (number, known) => {
    const text = readFileSync(`${folder}/qubo/beasley/bqp250-${number}.sparse`, 'utf8')
    const [[size], ...terms] = text
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
    const value = terms.map(([i, j, q]) => (i === j ? q : 2 * q))
    const instance = quboFromCoo(
      size,
      terms.map((t) => t[0] - 1),
      terms.map((t) => t[1] - 1),
      value,
    )
    const set = await sample(instance, tabu(), createRun({ seed: 1, work: 3e7 }))
    expect(lowest(set)?.energy).toBe(known)
  })
})
