import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from '../../src/client/index.ts'
import { createService, type Service } from '../../src/service/index.ts'

let service: Service
const open = async (threads: number) => {
  service = await createService({ threads, grace: 0, workerUrl: new URL('./odd-worker.mjs', import.meta.url) })
  return createClient(await service.listen(), { retries: 0 })
}
afterEach(() => service.stop())

/** `a` says what the worker does: 1 leaves, 2 throws, 3 never ends, else all is well; with `c` it shows something first. */
const order = (a: number, timeLimit = 1000, c = 0) => ({ problem: 'qubo', input: { a, c }, timeLimit })

describe('a worker', () => {
  it.each([
    [1, 'the worker of this job was lost: it left'],
    [2, 'the worker of this job was lost: boom'],
  ])('that is lost (%i) fails its own job, and the next one gets another worker', async (a, what) => {
    const client = await open(1)
    const ids = [a, 0, a, 0].map(async (each) => (await client.submit(order(each))).id)
    const jobs = await Promise.all(ids.map(async (id) => client.wait(await id)))
    expect(jobs.map(({ status, fault }) => [status, fault?.what])).toEqual([
      ['failed', what],
      ['failed', 'ended well'],
      ['failed', what],
      ['failed', 'ended well'],
    ])
  })

  it('that hears nothing is ended after a cancel, and what it showed is kept, while others go on', async () => {
    const client = await open(2)
    const { id } = await client.submit(order(3, 50_000, 1))
    for await (const event of client.events(id)) if (event.kind === 'incumbent') break
    expect((await client.wait((await client.submit(order(0))).id)).fault?.what).toBe('ended well')
    const job = await client.cancel(id)
    expect(job).toMatchObject({ status: 'cancelled', report: null, incumbent: { cost: 7 } })
    expect(job.fault?.what).toContain('did not hear that it was cancelled')
  })

  it('that hears nothing is ended some time after its deadline', async () => {
    const client = await open(1)
    const { id } = await client.submit(order(3, 10))
    const { fault } = await client.wait(id)
    expect(fault?.what).toContain('did not hear its deadline')
  })
})
