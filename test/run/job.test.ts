import { describe, expect, it } from 'vitest'
import { createRun, drive, driveIn, fakeClock, type Job, mapFinds, type StopReason } from '../../src/run/index.ts'
import { adding } from './toys.ts'

const free = { work: Number.POSITIVE_INFINITY, clock: fakeClock(), stop: () => null }

/** Counts the slices it is given; every slice takes a millisecond of the fake clock. */
function* counting(clock: ReturnType<typeof fakeClock>): Job<number, number> {
  let slices = 0
  let allowance = yield { work: 0 }
  while (allowance > 0) {
    slices++
    clock.advance(1)
    allowance = yield { work: allowance, find: slices }
  }
  return slices
}

describe('drive', () => {
  it('a job that ends by itself is finished', async () => {
    expect(await drive(adding.start({ terms: 4 }), free)).toMatchObject({ out: 10, work: 4, stop: 'finished' })
  })

  it('a budget ends it exactly, however the slices fall', async () => {
    for (const sliceMs of [0.1, 1, 100]) {
      expect(await drive(adding.start({ terms: 1e6 }), { ...free, work: 3, sliceMs })).toMatchObject({
        out: 6,
        work: 3,
        stop: 'budget',
      })
    }
  })

  it('after the deadline it does no further slice: four milliseconds are four slices', async () => {
    const clock = fakeClock()
    const run = createRun({ clock, timeLimitMs: 4 })
    expect(await driveIn(run, counting(clock))).toMatchObject({ out: 4, stop: 'time' })
  })

  it('after an abort it does no further slice', async () => {
    const clock = fakeClock()
    const abort = new AbortController()
    const run = createRun({ clock, work: 1e9, signal: abort.signal })
    const result = await driveIn(run, counting(clock), (slices) => slices === 3 && abort.abort())
    expect(result).toMatchObject({ out: 3, stop: 'aborted' })
  })

  it('stopped before it began, a job gives its first result and no work', async () => {
    const reasons: StopReason[] = ['aborted', 'time', 'target']
    for (const stop of reasons)
      expect(await drive(adding.start({ terms: 9 }), { ...free, stop: () => stop })).toMatchObject({
        out: 0,
        work: 0,
        stop,
      })
  })

  it('says the last bound that was told, and null where none was', async () => {
    function* rising(): Job<string> {
      yield { work: 0, bound: 1 }
      yield { work: 1, bound: 2 }
      return 'done'
    }
    expect((await drive(rising(), free)).bound).toBe(2)
    expect((await drive(adding.start({ terms: 4 }), free)).bound).toBe(null)
  })

  it('lets other events of the thread run between slices', async () => {
    let ticks = 0
    const clock = fakeClock()
    const ticker = setInterval(() => ticks++, 0)
    while (ticks < 3) await drive(counting(clock), { ...free, work: 1e6, clock })
    clearInterval(ticker)
    expect(ticks).toBeGreaterThanOrEqual(3)
  })

  it('a job that goes on after allowance 0 is a defect', async () => {
    function* deaf(): Job<never> {
      for (;;) yield { work: 1 }
    }
    await expect(drive(deaf(), { ...free, work: 5 })).rejects.toThrow('went on after it was told to stop')
  })
})

describe('mapFinds', () => {
  function* climbing(): Job<number, number> {
    const allowance = yield { work: 0, bound: 9 }
    if (allowance > 0) yield { work: allowance, find: 3 }
    return 4
  }

  it('tells finds and result as answers, bounds as costs, and passes allowances on', () => {
    const job = mapFinds(
      climbing(),
      (find) => `${find} up`,
      (bound) => -bound,
    )
    expect([job.next(0), job.next(5), job.next(5)]).toEqual([
      { done: false, value: { work: 0, bound: -9 } },
      { done: false, value: { work: 5, find: '3 up' } },
      { done: true, value: '4 up' },
    ])
  })

  it('leaves bounds alone where nothing is said about them', () => {
    expect(mapFinds(climbing(), String).next(0).value).toEqual({ work: 0, bound: 9 })
  })
})
