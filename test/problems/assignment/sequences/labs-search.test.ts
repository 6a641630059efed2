import { expect, test } from 'vitest'
import { energyOf } from '../../../../problems/assignment/sequences/autocorrelation.ts'
import { labsSearch } from '../../../../problems/assignment/sequences/labs-search.ts'
import { random } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

test.each([
  [7, 3],
  [11, 5],
  [13, 6],
  [14, 19],
  [16, 24],
])('length %i: energy %i, proven', (length, energy) => {
  const { out, bound } = runJob(labsSearch(length, random('0', 's')), Number.POSITIVE_INFINITY, 1e6)
  expect([energyOf(out), bound]).toEqual([energy, energy])
})
