import { describe, expect, it } from 'vitest'
import { createRun, fakeClock, type Job, type Kernel, runInOrder } from '../../src/run/index.ts'
import { adding } from './toys.ts'

const jobs = (...terms: number[]) => terms.map((t) => ({ input: { terms: t }, work: t }))

async function sums(run: ReturnType<typeof createRun>, terms: number[]) {
  const outs: number[] = []
  const { work, stop } = await runInOrder(adding, jobs(...terms), run, (out) => outs.push(out))
  return { outs, work, stop }
}

describe('runInOrder', () => {
  it('accepts every result in order', async () => {
    expect(await sums(createRun({ work: 100 }), [1, 2, 3])).toEqual({ outs: [1, 3, 6], work: 6, stop: 'finished' })
  })

  it('the job that meets the budget is accepted as far as it got: 4 of 1 + 2 + 3 | 3 + 1 + 2', async () => {
    expect(await sums(createRun({ work: 4 }), [3, 3])).toEqual({ outs: [6, 1], work: 4, stop: 'budget' })
  })

  it('a budget that is exactly enough is no budget stop', async () => {
    expect(await sums(createRun({ work: 6 }), [3, 3])).toEqual({ outs: [6, 6], work: 6, stop: 'finished' })
  })

  it('no jobs are finished at once', async () => {
    expect(await sums(createRun(), [])).toEqual({ outs: [], work: 0, stop: 'finished' })
  })

  it('a reached target ends the run after the result that reached it', async () => {
    let total = 0
    const run = createRun({ targetReached: () => total >= 4 })
    const { stop } = await runInOrder(adding, jobs(1, 2, 3, 4), run, (out) => {
      total += out
    })
    expect({ total, stop }).toEqual({ total: 4, stop: 'target' })
  })

  it('after the deadline nothing but the unfinished job is accepted', async () => {
    const clock = fakeClock()
    const slow: Kernel<number, number> = {
      name: 'slow',
      *start(ms): Job<number> {
        let spent = 0
        for (let allowance = yield { work: 0 }; allowance > 0 && spent < ms; allowance = yield { work: 1 }) {
          clock.advance(1)
          spent++
        }
        return spent
      },
    }
    const outs: number[] = []
    const requests = [3, 3, 3].map((ms) => ({ input: ms, work: 10 }))
    const { stop } = await runInOrder(slow, requests, createRun({ clock, timeLimitMs: 5 }), (out) => outs.push(out))
    expect({ outs, stop }).toEqual({ outs: [3, 2], stop: 'time' })
  })
})
