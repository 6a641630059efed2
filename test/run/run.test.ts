import { describe, expect, it } from 'vitest'
import { createRun, defaultWork, endingWithin, fakeClock, remainingMs, stopReason } from '../../src/run/index.ts'

describe('a run', () => {
  it('without any limit has the default work, with a time limit only that', () => {
    expect(createRun().work).toBe(defaultWork)
    expect(createRun({ timeLimitMs: 10 }).work).toBe(Number.POSITIVE_INFINITY)
    expect(createRun({ timeLimitMs: 10, work: 5 }).work).toBe(5)
  })

  it('ends at its deadline, not before', () => {
    const clock = fakeClock(100)
    const run = createRun({ clock, timeLimitMs: 10 })
    clock.advance(9)
    expect([remainingMs(run), stopReason(run)]).toEqual([1, null])
    clock.advance(1)
    expect([remainingMs(run), stopReason(run)]).toEqual([0, 'time'])
    clock.advance(1)
    expect(remainingMs(run)).toBe(0)
  })

  it('names an abort before the time, and the time before the target', () => {
    const clock = fakeClock()
    const late = createRun({ clock, timeLimitMs: 0, targetReached: () => true })
    expect(stopReason(late)).toBe('time')
    expect(stopReason({ ...late, signal: AbortSignal.abort() })).toBe('aborted')
    expect(stopReason(createRun({ targetReached: () => true }))).toBe('target')
  })

  it('may be shortened, never lengthened', () => {
    const clock = fakeClock()
    const run = createRun({ clock, timeLimitMs: 10 })
    expect(endingWithin(run, 4).deadline).toBe(4)
    expect(endingWithin(run, 40).deadline).toBe(10)
  })

  it('takes numbers and words as seeds', () => {
    expect([createRun({ seed: 7 }).seed, createRun({ seed: '7' }).seed, createRun().seed]).toEqual(['7', '7', '0'])
  })
})

it.each([
  [{ timeLimitMs: -3 }, /OPTION_INVALID: createRun: timeLimitMs -3 is no limit/],
  [{ work: Number.NaN }, /OPTION_INVALID: createRun: work NaN is no limit/],
  [{ timelimit: 5 }, /OPTION_INVALID: createRun: "timelimit" is no option/],
])('a run is not made of %o', (options, said) => {
  expect(() => createRun(options as never)).toThrow(said)
})
