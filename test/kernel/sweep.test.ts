import { expect, it } from 'vitest'
import { advance, type Lanes, plainLanes, startBits } from '../../src/kernel/sweep.ts'
import { randomFrom, seedKey } from '../../src/run/index.ts'
import { lanesPromises } from '../contracts/kernel.ts'

it.each(lanesPromises('plain', plainLanes))('$promise', ({ check }) => check())

const verdicts = (change: (lanes: Lanes) => Partial<Lanes>) =>
  lanesPromises('broken', (plan, reads, state) => {
    const lanes = plainLanes(plan, reads, state)
    return { ...lanes, ...change(lanes) }
  }).map(({ check }) => check)

it('the contract convicts replicas at a wrong temperature', () => {
  for (const check of verdicts((lanes) => ({ temper: (t) => lanes.temper(1.2 * t) }))) expect(check).toThrow('χ²')
})

it('the contract convicts replicas that forget the last variable', () => {
  for (const check of verdicts((lanes) => ({ sweep: (from, to) => lanes.sweep(from, to - 1) })))
    expect(check).toThrow('χ²')
})

it('open-state sfc32 walks as the generator of the house does', () => {
  const state = Uint32Array.of(1, 2, 3, 4)
  const random = randomFrom(state)
  for (let k = 0; k < 12; k++) advance(state)
  expect([advance(state), advance(state)]).toEqual([random.uint32(), random.uint32()])
})

it('start bits depend on the read and are about half ones', () => {
  const key = seedKey('a', 'b')
  const ones = startBits(key, 7, 10_000).reduce((a, b) => a + b, 0)
  expect(Math.abs(ones - 5000)).toBeLessThan(200)
  expect(startBits(key, 7, 64)).toEqual(startBits(key, 7, 10_000).slice(0, 64))
  expect(startBits(key, 8, 64)).not.toEqual(startBits(key, 7, 64))
})
