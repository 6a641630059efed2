import { expect, test } from 'vitest'
import { energyOf } from '../../../../problems/assignment/sequences/autocorrelation.ts'
import { SequenceBranch } from '../../../../problems/assignment/sequences/sequence-branch.ts'

const leastOf = (length: number) => {
  const branch = new SequenceBranch(length)
  let least = Number.POSITIVE_INFINITY
  while (!branch.done) {
    const { found } = branch.advance(least, 1000)
    if (found) least = energyOf(found)
  }
  return least
}

test.each([2, 3, 4, 5, 6, 7, 8, 9])('of length %i it ends with the least of all energies', (length) => {
  const all = Array.from({ length: 1 << length }, (_, x) =>
    energyOf(Array.from({ length }, (_, i) => ((x >> i) & 1 ? 1 : -1))),
  )
  expect(leastOf(length)).toBe(Math.min(...all))
})

test('nothing of length 13 is below the Barker sequence', () => {
  const branch = new SequenceBranch(13)
  expect(branch.advance(6, 1e9).found).toBeNull()
  expect(branch.done).toBe(true)
})
