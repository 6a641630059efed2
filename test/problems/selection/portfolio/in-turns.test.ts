import { expect, test } from 'vitest'
import { type Incumbent, inTurns, type Stride } from '../../../../problems/selection/portfolio/in-turns.ts'
import { type Job, Ledger } from '../../../../src/run/index.ts'
import { runJob } from '../../../contracts/job.ts'

function* countdown(incumbent: Incumbent<string>, log: string[]): Generator<Stride, void> {
  for (let k = 3; k > 0; k--) {
    log.push('proof')
    yield { work: 10, bound: -k }
  }
  incumbent.best = { point: 'proven', value: -1 }
}

function* forever(log: string[]): Generator<Stride, void> {
  for (;;) {
    log.push('search')
    yield { work: 5 }
  }
}

function job(log: string[]) {
  const incumbent: Incumbent<string> = { best: null }
  const turns = { proof: countdown(incumbent, log), search: forever(log), incumbent, otherwise: () => 'nothing' }
  return (function* (): Job<string, string> {
    const ledger = new Ledger<string>()
    yield* ledger.settle()
    return yield* inTurns(turns, ledger)
  })()
}

test('a proof in steps of 10 and a search in steps of 5 get equal work, and the proof ends both', () => {
  const log: string[] = []
  const { out, bound, work } = runJob(job(log), 1e6, 1e6)
  expect([out, bound]).toEqual(['proven', -1])
  expect(log.filter((who) => who === 'proof')).toHaveLength(3)
  expect(work).toBe(10 * 3 + 5 * log.filter((who) => who === 'search').length + 1)
})

test('stopped before anything was found, it says what it has otherwise', () => {
  expect(runJob(job([]), 7, 1e6).out).toBe('nothing')
})

test('a proof that ends with nothing found says that there is no answer', () => {
  const turns = {
    proof: (function* (): Generator<Stride, void> {
      yield { work: 10 }
    })(),
    search: forever([]),
    incumbent: { best: null },
    otherwise: () => 'nothing',
  }
  const hopeless = (function* (): Job<string, string> {
    const ledger = new Ledger<string>()
    yield* ledger.settle()
    return yield* inTurns(turns, ledger)
  })()
  expect(runJob(hopeless, 1e6, 1e6)).toMatchObject({ out: 'nothing', bound: Number.POSITIVE_INFINITY })
})
