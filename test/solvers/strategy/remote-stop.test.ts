import { describe, expect, it } from 'vitest'
import { watchFor } from '../../../solvers/strategy/remote-stop.ts'
import { createRun, fakeClock } from '../../../src/run/index.ts'

const never = new Promise<never>(() => {})

describe('waiting for others', () => {
  it('gives what they give', async () => {
    const stopping = watchFor(createRun(), 1000)
    expect(await stopping.unless(Promise.resolve(5))).toBe(5)
    await stopping.sleep(1)
    stopping.end()
    expect(stopping.signal.aborted).toBe(false)
  })

  it('ends when the clock of the run says so', async () => {
    const clock = fakeClock()
    const stopping = watchFor(createRun({ clock, timeLimitMs: 10 }), 1e6)
    const waiting = stopping.unless(never)
    clock.advance(10)
    await expect(waiting).rejects.toThrow('the run ended: time')
    expect([stopping.signal.aborted, stopping.why]).toEqual([true, 'time'])
    stopping.end()
  })

  it('ends at an abort at once', async () => {
    const controller = new AbortController()
    const stopping = watchFor(createRun({ signal: controller.signal }), 1e6)
    controller.abort()
    await expect(stopping.sleep(1e6)).rejects.toThrow('aborted')
    stopping.end()
  })

  it('ends when patience does, if there is no deadline', async () => {
    const stopping = watchFor(createRun(), 10)
    await expect(stopping.unless(never)).rejects.toThrow('failed')
    stopping.end()
  })
})
