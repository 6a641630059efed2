import { describe, expect, it } from 'vitest'
import { maxCut } from '../../../problems/index.ts'
import { serviceBackend } from '../../../solvers/strategy/remote-service.ts'
import { createTask } from '../../../src/task.ts'

const task = createTask(maxCut({ edges: [['a', 'b', 2]] }), { clock: { now: () => 0 }, memoryLimitMiB: 64 })
const { signal } = new AbortController()

/** A service that always answers with this. */
const answers = (value: unknown, calls: [string, RequestInit][] = []) =>
  serviceBackend('http://service', {
    fetch: (async (url: string, init: RequestInit) => {
      if (url.endsWith('/health')) return Response.json({ status: 'ok', running: 0, queued: 0, workers: 'none' })
      calls.push([url, init])
      return Response.json(value)
    }) as typeof fetch,
  })

const job = {
  id: 'j',
  status: 'running',
  problem: 'maxCut',
  solver: 'auto',
  submittedAt: '2020-01-01T00:00:00Z',
  timeLimitMs: 5,
  queuedMs: 0,
  runningMs: 1,
  incumbent: null,
  report: null,
  fault: null,
}
const incumbent = { number: 1, cost: 2, afterMs: 1, foundBy: 'tabu', answer: { left: ['a'], right: ['b'] } }

describe('the way to a service', () => {
  it('sends name, input, seed and limits, the time counted from now', async () => {
    const calls: [string, RequestInit][] = []
    const backend = answers({ id: 'j', status: 'queued' }, calls)
    const order = { task, solver: 'tabu', seed: '7', timeLeftMs: () => 90, work: undefined }
    expect(await backend.submit(order as never, signal)).toBe('j')
    expect(calls[0][0]).toBe('http://service/v1/jobs')
    expect(JSON.parse(calls[0][1].body as string)).toEqual({
      problem: 'maxCut',
      input: { edges: [['a', 'b', 2]] },
      solver: 'tabu',
      seed: '7',
      timeLimit: 90,
      timeLimitFrom: 'submission',
    })
  })

  it('shows the incumbent of a job that runs', async () => {
    const progress = await answers({ ...job, incumbent }).poll('j', 0, signal)
    expect(progress).toEqual({ isOver: false, finds: [{ answer: incumbent.answer, cost: 2 }] })
  })

  it('fails when the job failed with nothing to show, and keeps what there is otherwise', async () => {
    await expect(answers({ ...job, status: 'failed' }).poll('j', 0, signal)).rejects.toMatchObject({
      code: 'REMOTE_FAILED',
      what: 'its job is failed and has no report',
    })
    expect(await answers({ ...job, status: 'failed', incumbent }).poll('j', 0, signal)).toMatchObject({
      isOver: true,
      stop: 'failed',
      finds: [{ cost: 2 }],
    })
  })
})
