import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'
import { type Coarse, coarsen } from '../../src/split/coarsen.ts'

const stream = random('0', 'coarsen')
const unit = () => stream.unit()

function coarse(qubo: ReturnType<typeof quboFromCoo>, nodes: number, cap: number): Coarse {
  const steps = coarsen(qubo, { nodes, edges: 1e9, cap }, unit)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A path 0–1–2–3 with couplings 9, 1 and −9. */
const path = quboFromCoo(4, [0, 1, 2], [1, 2, 3], [9, 1, -9])

it('contracts the heavy ends of a path, and 1 is left between them', () => {
  const { size, held, nodeOf, column, weight } = coarse(path, 2, 2)
  expect({ size, held: [...held], nodeOf: [...nodeOf] }).toEqual({ size: 2, held: [2, 2], nodeOf: [0, 0, 1, 1] })
  expect([[...column], [...weight]]).toEqual([
    [1, 0],
    [1, 1],
  ])
})

it('leaves alone what is small enough', () => {
  expect(coarse(path, 4, 2).size).toBe(4)
})

it('no node outgrows the cap: a ring of 64 in nodes of at most 4', () => {
  const ring = Array.from({ length: 64 }, (_, i) => i)
  const qubo = quboFromCoo(64, ring, [...ring.slice(1), 0], new Float64Array(64).fill(1))
  const { held, size } = coarse(qubo, 1, 4)
  expect(held.reduce((a, b) => a + b)).toBe(64)
  expect(Math.max(...held)).toBeLessThanOrEqual(4)
  expect(size).toBeLessThan(40)
})
