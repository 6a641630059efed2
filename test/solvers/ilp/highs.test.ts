import { expect, it } from 'vitest'
import type { Incumbent } from '../../../solvers/ilp/engine.ts'
import { highs } from '../../../solvers/ilp/highs.ts'
import { covering, programme } from './programme.ts'

const free = { stop: () => null, remainingMs: () => Number.POSITIVE_INFINITY, onFind: () => {} }
const ask = (milp: ReturnType<typeof covering>, work = Number.POSITIVE_INFINITY, watch = {}) =>
  highs.solve({ milp, gap: 0, work }, { ...free, ...watch })

it('proves the least of x + 2y with x + y ≥ 1, and its bound holds the constant: 10 + 1', async () => {
  const said = await ask(programme([1, 2], [{ terms: [1, 1], min: 1 }], { constant: 10 }))
  expect(said).toMatchObject({ status: 'optimal', point: Float64Array.of(1, 0), bound: 11 })
})

it('two columns pulling down without end are unbounded, against a contradiction infeasible', async () => {
  const open = { upper: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] }
  expect((await ask(programme([-1, -1], [{ terms: [1, -1], min: 0, max: 0 }], open))).status).toBe('unbounded')
  expect((await ask(programme([-1, -1], [{ terms: [1, 1], max: -1 }], open))).status).toBe('infeasible')
})

it('stops at the first event after its work, and what it shows is what it found by then', async () => {
  const found: Incumbent[] = []
  const said = await ask(covering('highs', 60, 30), 1e6, { onFind: (incumbent: Incumbent) => found.push(incumbent) })
  expect(said.status).toBe('stopped')
  expect(said.work).toBeGreaterThanOrEqual(1e6)
  expect(said.point).toEqual(found.at(-1)?.point ?? null)
})

it('does not begin when no time is left', async () => {
  expect(await ask(programme([1], []), 1e9, { remainingMs: () => 1 })).toMatchObject({ status: 'stopped', point: null })
})
