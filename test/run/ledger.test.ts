import { describe, expect, it } from 'vitest'
import { type Job, Ledger, type Pieces } from '../../src/run/index.ts'

/** Spends 3 units and finds k, five times. */
function* fives(): Job<number, number> {
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

describe('following a search', () => {
  /** Counts up by pieces of 4 units; done at 3. */
  function* threes(): Job<number, number> {
    const ledger = new Ledger<number>()
    yield* ledger.settle()
    const search = {
      done: false,
      count: 0,
      advance: () => {
        ledger.found(++search.count)
        search.done = search.count === 3
        return 4
      },
    }
    yield* ledger.follow(search)
    return search.count
  }

  it('does pieces until the allowance is spent, and settles once more when the search is done', () => {
    const job = threes()
    expect(job.next(0).value).toEqual({ work: 0 })
    expect(job.next(5).value).toEqual({ work: 8, find: 2 })
    expect(job.next(100).value).toEqual({ work: 4, find: 3 })
    expect(job.next(100)).toEqual({ done: true, value: 3 })
  })

  it('does no piece more when it is told to stop', () => {
    const job = threes()
    job.next(0)
    job.next(1)
    expect(job.next(0)).toEqual({ done: true, value: 1 })
  })
})

describe('a computation in pieces', () => {
  function* tens(to: number): Pieces<string> {
    for (let k = 0; k < to; k++) yield 10
    return 'ready'
  }
  function* job(to: number): Job<string | null> {
    const ledger = new Ledger<never>()
    yield* ledger.settle()
    return yield* ledger.through(tens(to))
  }

  it('settles between its pieces, and gives what was computed', () => {
    const going = job(3)
    going.next(0)
    expect(going.next(20).value).toEqual({ work: 20 })
    expect(going.next(20)).toEqual({ done: true, value: 'ready' })
  })

  it('gives null when it is told to stop on the way', () => {
    const going = job(3)
    going.next(0)
    going.next(5)
    expect(going.next(0)).toEqual({ done: true, value: null })
  })
})
