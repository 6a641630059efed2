import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../src/run/create-pool.ts'
import { createRun, type JobRequest, type Pool, runInOrder } from '../../src/run/index.ts'
import { toyWorkerUrl } from './toy-pool.ts'
import { adding, crashing, endless, stubborn, throwing } from './toys.ts'

let workerUrl: string
let pool: Pool

beforeAll(async () => {
  workerUrl = await toyWorkerUrl()
  pool = createPool({ threads: 2, workerUrl }) as Pool
})
afterAll(() => pool.close())

const free = { work: Number.POSITIVE_INFINITY, remainingMs: Number.POSITIVE_INFINITY, stop: () => null }

it('without a built worker entry there is no pool, and callers stay on their thread', () => {
  expect(createPool({ workerUrl: 'file:///no/such/worker.js' })).toBe(null)
})

it('the pool of so many threads is one and the same for everybody', () => {
  expect(createPool({ threads: 2, workerUrl })).toBe(pool)
  expect(createPool({ threads: 3, workerUrl })).not.toBe(pool)
})

it('1 + 2 + … + 100 is 5050 in a worker too', async () => {
  expect(await pool.run(adding, { terms: 100 }, free)).toMatchObject({ out: 5050, work: 100, stop: 'finished' })
})

it('a job stops after exactly its work: 1 + … + 10 is 55', async () => {
  expect(await pool.run(adding, { terms: 100 }, { ...free, work: 10 })).toMatchObject({
    out: 55,
    work: 10,
    stop: 'budget',
  })
})

it('more jobs than workers wait for their turn', async () => {
  const results = await Promise.all([1, 2, 3, 4, 5].map((terms) => pool.run(adding, { terms }, free)))
  expect(results.map((r) => r.out)).toEqual([1, 3, 6, 10, 15])
})

it('a form is sent once per worker, and is itself the second time and after it was forgotten', async () => {
  const single = createPool({ threads: 1, workerUrl }) as Pool
  const from = { first: Float64Array.of(1000) }
  const sums = []
  for (const terms of [1, 2]) sums.push((await single.run(adding, { terms, from }, free)).out)
  for (let k = 0; k < 5; k++) await single.run(adding, { terms: 1, from: { first: Float64Array.of(k) } }, free)
  sums.push((await single.run(adding, { terms: 3, from }, free)).out)
  single.close()
  expect(sums).toEqual([1001, 1003, 1006])
})

it('a stop reaches a running job, which gives what it has', async () => {
  let asked = 0
  const result = await pool.run(endless, null, { ...free, stop: () => (++asked > 5 ? 'aborted' : null) })
  expect(result.stop).toBe('aborted')
  expect(result.out).toBe(result.work)
})

it('a worker keeps the deadline by its own clock', async () => {
  await pool.run(adding, { terms: 1 }, free)
  const result = await pool.run(endless, null, { ...free, remainingMs: 30 })
  expect(result.stop).toBe('time')
  expect(result.out).toBeGreaterThan(0)
})

it('a crashed worker costs nothing but a note, and the next job has a new one', async () => {
  const result = await pool.run(crashing, { here: process.pid }, free)
  expect(result).toMatchObject({ out: 'survived', stop: 'finished', note: expect.stringContaining('code 7') })
  expect((await pool.run(adding, { terms: 4 }, free)).out).toBe(10)
})

it("an error of the kernel itself is the caller's to see", async () => {
  await expect(pool.run(throwing, null, free)).rejects.toThrow('a defect of the kernel')
})

it('an unknown kernel is refused by name', async () => {
  await expect(pool.run({ ...adding, name: 'unheard' }, { terms: 1 }, free)).rejects.toThrow(
    'the worker knows no "unheard"',
  )
})

describe('engines', () => {
  const stopSoon = () => {
    let asked = 0
    return { remainingMs: Number.POSITIVE_INFINITY, stop: () => (++asked > 20 ? ('aborted' as const) : null) }
  }

  it('one that does not heed the stop is ended, and its finds remain', async () => {
    const finds: string[] = []
    await pool.run(adding, { terms: 1 }, free)
    const result = await pool.call(stubborn, { heedful: false }, stopSoon(), (find) => finds.push(find))
    expect(result).toEqual({ out: null, stop: 'aborted', failure: null })
    expect(finds).toEqual(['first find'])
  })

  it('one that heeds it answers', async () => {
    const result = await pool.call(stubborn, { heedful: true }, stopSoon(), () => {})
    expect(result).toMatchObject({ stop: 'aborted', failure: null })
  })
})

describe('runInOrder', () => {
  const requests = (): JobRequest<{ terms: number }>[] =>
    [9, 1, 7, 3, 5, 8].map((terms) => ({ input: { terms }, work: terms }))
  const accepted = async (threads: number, work: number) => {
    const outs: number[] = []
    const here = threads === 0 ? null : createPool({ threads, workerUrl })
    const { notes: _, ...end } = await runInOrder(adding, requests(), createRun({ work, pool: here }), (out) =>
      outs.push(out),
    )
    return { outs, ...end }
  }

  it.each([1, 9, 12, 17, 20, 100])(
    'accepts the same on the calling thread and on 1, 2 and 3 threads under a budget of %i',
    async (work) => {
      const alone = await accepted(0, work)
      for (const threads of [1, 2, 3]) expect(await accepted(threads, work)).toEqual(alone)
    },
  )

  it('throws what a kernel throws, after the others were stopped', async () => {
    const jobs = [
      { input: null, work: 1 },
      { input: null, work: 1 },
    ]
    await expect(runInOrder(throwing, jobs, createRun({ pool }), () => {})).rejects.toThrow('a defect of the kernel')
  })
})
