import { describe, expect, it } from 'vitest'
import { createClient } from '../../src/client/index.ts'

interface Call {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string>
}

/** A client of a service that answers so, one after the other; the last answer again and again. */
function clientOf(...answers: (() => Response | Promise<Response>)[]) {
  const calls: Call[] = []
  const fetch = (async (url: string, { method, headers }: RequestInit) => {
    calls.push({ url, method: method as string, headers: headers as Record<string, string> })
    return answers[Math.min(calls.length, answers.length) - 1]()
  }) as typeof globalThis.fetch
  return { calls, client: createClient('http://service/', { fetch, retries: 3, backoffMs: 1, mostBytes: 5000 }) }
}

const json = (value: unknown) => () => Response.json(value)
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('', { status: code, headers })
const broken = () => Promise.reject(new TypeError('fetch failed'))
const submitted = json({ id: 'j', status: 'queued' })
const order = { problem: 'tsp', input: {} }
const running = {
  id: 'j',
  status: 'running',
  problem: 'tsp',
  solver: 'auto',
  submittedAt: '2020-01-01T00:00:00Z',
  timeLimitMs: 5,
  queuedMs: 0,
  runningMs: 1,
  incumbent: null,
  report: null,
  fault: null,
}
const fault = { type: 'x', title: 'x', status: 422, detail: 'x', where: null, remedy: 'Do y' }
const stream = (text: string) => () => new Response(text, { headers: { 'content-type': 'text/event-stream' } })
const found = (number: number) =>
  `id: ${number}\nevent: incumbent\ndata: ${JSON.stringify({ number, cost: 9 - number, afterMs: 1, foundBy: 'x', answer: [] })}\n\n`
const done = `id: 3\nevent: done\ndata: ${JSON.stringify({ ...running, status: 'failed' })}\n\n`

describe('a request', () => {
  it('is sent again, with the same key, until the service can take it', async () => {
    const { calls, client } = clientOf(broken, status(503), status(429, { 'retry-after': '0' }), submitted)
    expect(await client.submit(order)).toEqual({ id: 'j', status: 'queued' })
    const keys = calls.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    await client.submit(order)
    expect(calls[4].headers['idempotency-key']).not.toBe(keys[0])
  })

  it('is given up after so many times', async () => {
    const { calls, client } = clientOf(broken)
    await expect(client.health()).rejects.toMatchObject({ code: 'REMOTE_FAILED', what: 'no answer: fetch failed' })
    expect(calls).toHaveLength(4)
  })

  it('says so when fetch never asks such a port', async () => {
    const client = createClient('http://127.0.0.1:6666', { retries: 0 })
    await expect(client.health()).rejects.toMatchObject({
      code: 'REMOTE_FAILED',
      what: 'no answer: fetch refuses this port, so nothing was asked: let the service use another',
      where: 'http://127.0.0.1:6666',
    })
  })

  it('is not sent again when it is at fault itself, and fails with the words of the service', async () => {
    const { calls, client } = clientOf(() =>
      Response.json({ ...fault, code: 'INPUT_INVALID', what: 'bad' }, { status: 422 }),
    )
    await expect(client.submit(order)).rejects.toMatchObject({ code: 'INPUT_INVALID', what: 'bad', remedy: 'Do y' })
    expect(calls).toHaveLength(1)
  })

  it('fails with REMOTE_FAILED for a code that nobody knows', async () => {
    const { client } = clientOf(() => Response.json({ ...fault, code: 'toString', what: 'bad' }, { status: 400 }))
    await expect(client.submit(order)).rejects.toMatchObject({ code: 'REMOTE_FAILED' })
  })

  it.each([
    ['no JSON', () => new Response('{', { headers: { 'content-type': 'application/json' } }), 'it is no JSON'],
    ['another type', () => new Response('{}', { headers: { 'content-type': 'text/html' } }), 'text/html instead'],
    ['another shape', json({ id: 7, status: 'queued' }), 'id: Invalid input'],
    ['a status that nobody knows', json({ id: 'j', status: 'odd' }), 'status: Invalid option'],
    ['too much', json({ id: 'j', status: 'x'.repeat(6000) }), 'more than 5000 bytes'],
    ['an empty refusal', status(400), 'status 400'],
  ])('answered with %s fails clearly', async (_, answer, what) => {
    const { calls, client } = clientOf(answer)
    await expect(client.submit(order)).rejects.toMatchObject({
      code: 'REMOTE_FAILED',
      what: expect.stringContaining(what),
    })
    expect(calls).toHaveLength(1)
  })

  it('ends at an abort, also between two attempts', async () => {
    const controller = new AbortController()
    const { client } = clientOf(status(503, { 'retry-after': '20' }))
    const waiting = client.health({ signal: controller.signal })
    setTimeout(() => controller.abort(new Error('enough')), 5)
    await expect(waiting).rejects.toThrow('enough')
  })
})

describe('a job', () => {
  it('is asked for until it is final, the service holding the answer back', async () => {
    const { calls, client } = clientOf(json(running), json({ ...running, status: 'failed' }))
    expect((await client.wait('j')).status).toBe('failed')
    expect(calls.map(({ url }) => url)).toEqual(new Array(2).fill('http://service/v1/jobs/j?wait=25'))
  })

  it('is solved as a function, failing with the reason that the service gives', async () => {
    const failedJob = { ...running, status: 'failed', fault: { ...fault, code: 'MEMORY_LIMIT', what: 'too big' } }
    const { client } = clientOf(submitted, json(failedJob))
    await expect(client.solve({ name: 'tsp', input: {} })).rejects.toMatchObject({ code: 'MEMORY_LIMIT' })
    await expect(client.solve({ name: 'qubo', input: null })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})

describe('events', () => {
  it('go on after the last one when the stream breaks', async () => {
    const { calls, client } = clientOf(stream(found(1)), broken, stream(found(2) + done))
    const seen: string[] = []
    for await (const event of client.events('j'))
      seen.push(event.kind === 'incumbent' ? `cost ${event.incumbent.cost}` : event.job.status)
    expect(seen).toEqual(['cost 8', 'cost 7', 'failed'])
    expect(calls.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '1', '1'])
  })

  it('fail when they are no events', async () => {
    const lies = clientOf(stream('event: incumbent\ndata: {"cost":"x"}\n\n')).client
    await expect(lies.events('j').next()).rejects.toMatchObject({ code: 'REMOTE_FAILED' })
    const page = clientOf(() => new Response('<html>', { headers: { 'content-type': 'text/html' } })).client
    await expect(page.events('j').next()).rejects.toMatchObject({ code: 'REMOTE_FAILED' })
  })
})

describe('an address', () => {
  it.each(['ftp://x', 'http://', 'http://x?y', 'a b'])('%s is none', (url) => {
    expect(() => createClient(url)).toThrow('is no address of a service')
  })

  it('may be a word, and holds no password', () => {
    expect(() => createClient('word')).not.toThrow()
    expect(() => createClient('http://me:secret@x')).toThrow('credentials')
  })
})
