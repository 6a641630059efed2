import { expect, test } from 'vitest'
import { BestValues } from '../../../problems/clauses/best-values.ts'

test('the best stays what it was while the walk goes on', () => {
  const best = new BestValues(3)
  const bits = Uint8Array.from([1, 0, 0])
  best.standAt(bits)
  for (const v of [0, 2, 0, 1]) {
    bits[v] ^= 1
    best.flipped(bits, v)
  }
  expect([...bits]).toEqual([1, 1, 1])
  expect([...best.read()]).toEqual([1, 0, 0])
})

test('a long way back is copied out, and flips of other walks do not count', () => {
  const best = new BestValues(2)
  const [own, other] = [Uint8Array.from([0, 1]), Uint8Array.from([1, 1])]
  best.standAt(own)
  best.flipped(other, 1)
  for (let k = 0; k < 10_001; k++) {
    own[0] ^= 1
    best.flipped(own, 0)
  }
  expect([...own]).toEqual([1, 1])
  expect([...best.read()]).toEqual([0, 1])
})

test('values that nobody walks from are copied at once', () => {
  const best = new BestValues(2)
  const given = Uint8Array.from([1, 1])
  best.set(given)
  given[0] = 0
  expect([...best.read()]).toEqual([1, 1])
})
