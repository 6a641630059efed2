import { expect, it } from 'vitest'
import { fixedPoint } from '../../src/kernel/fixed-point.ts'
import { groupState, plainLanes, startBits } from '../../src/kernel/sweep.ts'
import { unitOf, wasmLanes } from '../../src/kernel/sweep-wasm.ts'
import { seedKey } from '../../src/run/index.ts'
import { lanesPromises, weightClasses } from '../contracts/kernel.ts'

it.each(lanesPromises('wasm', (plan, _reads, state) => wasmLanes(plan, state)))('$promise', ({ check }) => check())

it.each(Object.entries(weightClasses))('every bit of every sweep is that of the reference: %s', (_name, qubo) => {
  const key = seedKey('twin', 'test')
  const plan = { ...qubo, weights: fixedPoint(qubo) }
  const reads = plan.weights.lanes
  const twins = [plainLanes(plan, reads, groupState(key, 0)), wasmLanes(plan, groupState(key, 0))]
  for (let sweep = 0; sweep < 30; sweep++) {
    for (const lanes of twins) {
      if (sweep === 0) for (let r = 0; r < reads; r++) lanes.place(r, startBits(key, r, qubo.size))
      lanes.temper((plan.weights.bound * plan.weights.scale) / (1 + sweep) ** 2)
      lanes.sweep(0, 3)
      lanes.sweep(3, qubo.size)
    }
    for (let r = 0; r < reads; r++) expect(twins[1].read(r)).toEqual(twins[0].read(r))
  }
  for (const lanes of twins) lanes.release()
})

it('couplings of one size are told apart from the rest', () => {
  expect(unitOf(fixedPoint(weightClasses['weights ±2']))).toBe(2)
  expect(unitOf(fixedPoint(weightClasses['small whole weights']))).toBe(0)
})
