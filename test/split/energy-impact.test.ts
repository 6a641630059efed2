import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'
import { energyImpactWindows, positionAt } from '../../src/split/index.ts'

const chance = (seed: string) => {
  const stream = random(seed, 'windows')
  return () => stream.unit()
}

it('starts where a flip costs least and grows along the couplings', () => {
  // A path 0–1–2–3–4–5; flipping 3 at all zeros saves 9, everything else costs.
  const path = quboFromCoo(
    6,
    [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5],
    [1, 1, 1, 1, 1, 5, 6, 7, -9, 8, 9],
  )
  const windows = [...energyImpactWindows(path, positionAt(path, new Int8Array(6)), 3, chance('0'))]
  expect([...windows[0]]).toEqual([3, 2, 4])
  // Then 0 is cheapest, its only neighbour is 1, and 5 is the next one that nobody had.
  expect([...windows[1]].slice(0, 2)).toEqual([0, 1])
})

it('covers every variable, with no variable twice in a window', () => {
  const term = fc.tuple(fc.nat(19), fc.nat(19), fc.integer({ min: -3, max: 3 }))
  fc.assert(
    fc.property(fc.array(term), fc.integer({ min: 1, max: 25 }), (terms, size) => {
      const qubo = quboFromCoo(
        20,
        terms.map((t) => t[0]),
        terms.map((t) => t[1]),
        terms.map((t) => t[2]),
      )
      const windows = [...energyImpactWindows(qubo, positionAt(qubo, new Int8Array(20)), size, chance('1'))]
      expect(new Set(windows.flatMap((w) => [...w])).size).toBe(20)
      for (const window of windows) expect(new Set(window).size).toBe(Math.min(size, 20))
    }),
  )
})
