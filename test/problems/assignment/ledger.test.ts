import { describe, expect, it } from 'vitest'
import { Ledger } from '../../../problems/assignment/ledger.ts'

/** Spends 3 units and finds k, five times. */
function* fives(): Generator<object, number, number> {
  const ledger = new Ledger<number>()
  yield* ledger.settle()
  for (let k = 1; k <= 5; k++) {
    ledger.found(k)
    if (ledger.spend(3)) yield* ledger.settle()
    if (ledger.stopped) return k
  }
  ledger.proved(5)
  yield* ledger.close()
  return 5
}

describe('a ledger', () => {
  it('begins with no work, settles when the allowance is spent, and tells the last find only', () => {
    const job = fives()
    expect(job.next(0).value).toEqual({ work: 0 })
    expect(job.next(7).value).toEqual({ work: 9, find: 3 })
    expect(job.next(100).value).toEqual({ work: 7, find: 5, bound: 5 })
    expect(job.next(0)).toEqual({ done: true, value: 5 })
  })

  it('knows when it is told to stop', () => {
    const job = fives()
    job.next(0)
    job.next(1)
    expect(job.next(0)).toEqual({ done: true, value: 1 })
  })
})
