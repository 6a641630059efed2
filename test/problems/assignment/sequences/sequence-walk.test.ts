import { expect, test } from 'vitest'
import { energyOf } from '../../../../problems/assignment/sequences/autocorrelation.ts'
import { SequenceWalk } from '../../../../problems/assignment/sequences/sequence-walk.ts'
import { random } from '../../../../src/run/index.ts'

test.each([false, true])('every step ends at the energy it says; skew: %s', (isSkew) => {
  const walk = new SequenceWalk(15, isSkew, random('walk', 'labs'))
  for (let k = 0; k < 300; k++) {
    walk.step()
    expect(walk.energy).toBe(energyOf(walk.signs))
  }
})

test('a skew walk keeps s(m + l) = (−1)^l·s(m − l)', () => {
  const walk = new SequenceWalk(15, true, random('skew', 'labs'))
  for (let k = 0; k < 100; k++) {
    walk.step()
    for (let l = 1; l <= 7; l++) expect(walk.signs[7 + l]).toBe(l % 2 === 0 ? walk.signs[7 - l] : -walk.signs[7 - l])
  }
})

test('a walk visits no sequence twice', () => {
  const walk = new SequenceWalk(9, false, random('once', 'labs'))
  walk.step()
  const seen = new Set([walk.signs.join()])
  for (let k = 0; k < 70; k++) {
    walk.step()
    seen.add(walk.signs.join())
  }
  expect(seen.size).toBe(71)
})
