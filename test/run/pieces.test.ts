import { expect, it } from 'vitest'
import { atOnce, type Pieces, prepared } from '../../src/run/index.ts'

function* counted(to: number): Pieces<string> {
  for (let k = 0; k < to; k++) yield 10
  return 'ready'
}

it('pieces can be done at once', () => {
  expect(atOnce(counted(3))).toBe('ready')
})

it('pieces pause when the allowance is used up, and hand on what is left to report', () => {
  const job = prepared(counted(3), 20)
  expect(job.next(20)).toEqual({ done: false, value: { work: 20 } })
  expect(job.next(100)).toEqual({ done: true, value: { out: 'ready', work: 10, allowance: 100 } })
})

it('told to stop, nothing was prepared', () => {
  const job = prepared(counted(3), 5)
  job.next(5)
  expect(job.next(0)).toEqual({ done: true, value: null })
})
