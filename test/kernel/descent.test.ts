import { expect, it } from 'vitest'
import { Descent, fieldsAt, hurried } from '../../src/kernel/descent.ts'
import { quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'
import { randomQubo } from '../contracts/kernel.ts'

it('the field of a bit is what raising it would add', () => {
  const pair = quboFromCoo(2, [0, 0], [0, 1], [5, -3])
  expect([...fieldsAt(pair, Int8Array.of(0, 0))]).toEqual([5, 0])
  expect([...fieldsAt(pair, Int8Array.of(1, 1))]).toEqual([2, -3])
})

it('ends where no single flip lowers the energy', () => {
  const qubo = randomQubo(40, 200, (w) => w)
  const x = hurried(qubo, new Int8Array(40))
  for (let i = 0; i < 40; i++) {
    const flipped = x.map((bit, k) => (k === i ? 1 - bit : bit))
    expect(quboEnergy(qubo, flipped)).toBeGreaterThanOrEqual(quboEnergy(qubo, x))
  }
})

it('comes to the same point in any pieces', () => {
  const qubo = randomQubo(40, 200, (w) => w)
  const x = new Int8Array(40)
  const run = new Descent(qubo, x)
  while (!run.done) run.advance(3)
  expect(x).toEqual(hurried(qubo, new Int8Array(40)))
})
