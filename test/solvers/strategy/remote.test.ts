import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { maxCut, vrp } from '../../../problems/index.ts'
import { descend } from '../../../solvers/descend.ts'
import * as registry from '../../../solvers/index.ts'
import { fallback } from '../../../solvers/strategy/fallback.ts'
import { type Backend, type RemoteProgress, remote } from '../../../solvers/strategy/remote.ts'
import { problemOf } from '../../../src/bare.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { createRun, type RunOptions } from '../../../src/run/index.ts'
import { createService } from '../../../src/service/index.ts'
import { type SolverRegistry, solverFromSpec } from '../../../src/spec.ts'
import { createTask } from '../../../src/task.ts'

/** Two edges: {a} against {b, c} cuts both, 3 + 5. */
const problem = maxCut({
  edges: [
    ['a', 'b', 3],
    ['a', 'c', 5],
  ],
})
const best = { left: ['a'], right: ['b', 'c'] }
const half = { left: ['a', 'b'], right: ['c'] }

const sampled = (solver: ReturnType<typeof remote>, options: RunOptions = {}, asked: unknown = problem) => {
  const run = createRun({ timeLimitMs: 5000, ...options })
  const task = createTask(asked as typeof problem, { clock: run.clock, memoryLimitMiB: 64 })
  return solver.sample(task as never, run)
}

/** A backend that says these things, one after the other, and then nothing new. */
function says(...words: (RemoteProgress | Error)[]): Backend & { cancelled: string[] } {
  let k = 0
  const cancelled: string[] = []
  return {
    cancelled,
    submit: async () => 'job 1',
    poll: async () => {
      const word = words[k++] ?? { isOver: false, finds: [] }
      if (word instanceof Error) throw word
      return word
    },
    cancel: async (id) => cancelled.push(id),
  }
}

const over = (answer: unknown, cost: number | null): RemoteProgress => ({ isOver: true, finds: [{ answer, cost }] })

describe('what a backend says', () => {
  it('is offered and returned when it is true', async () => {
    const offers: unknown[] = []
    const backend = says(
      { isOver: false, finds: [{ answer: half, cost: 5 }] },
      { ...over(best, 8), work: 12, stop: 'budget' },
    )
    const set = await sampled(remote('x', { backend }), { offer: ({ answer }) => offers.push(answer) })
    expect(offers).toEqual([half, best])
    expect(set).toMatchObject({ stop: 'budget', work: 12, proof: null, bound: null, replay: 'remote(x,work=12)' })
    expect(set.samples.map(({ answer, foundBy }) => [answer, foundBy])).toEqual([[best, 'remote']])
    expect(backend.cancelled).toEqual([])
  })

  it.each([
    ['an answer that breaks a rule', { left: ['a'], right: ['b'] }, 8, /dropped: .*called an answer feasible, but/],
    ['a wrong cost', best, 9, /said that an answer costs 9, but it costs 8/],
    ['a cost that is none', best, Number.NaN, /costs NaN/],
    ['nothing at all', null, 8, /something that is no answer/],
    ['a number', 7, 8, /dropped/],
    ['another shape', { left: 7 }, 8, /dropped/],
  ])('is dropped and told when it is a lie: %s', async (_, answer, cost, note) => {
    const offers: unknown[] = []
    const set = await sampled(remote('x', { backend: says(over(answer, cost)) }), { offer: (s) => offers.push(s) })
    expect([set.samples, offers]).toEqual([[], []])
    expect(set.notes.join('\n')).toMatch(note)
  })

  it('does not hide the truth that came before it', async () => {
    const set = await sampled(
      remote('x', { backend: says({ isOver: false, finds: [{ answer: half, cost: 5 }] }, over(best, 99)) }),
    )
    expect(set.samples.map(({ answer }) => answer)).toEqual([half])
  })

  it('may be a point of the model', async () => {
    const form = problemOf(quboFromCoo(2, [0, 1], [0, 1], [-1, 2]))
    const backend = says({ isOver: true, finds: [{ point: Float64Array.of(1, 0) }] })
    const set = await sampled(remote('qpu', { backend }), {}, form)
    expect(set.samples[0]).toMatchObject({ energy: -1, violation: 0, foundBy: 'remote' })
  })

  it('is lost when it fails: a refusal without finds, else what it showed', async () => {
    const nothing = sampled(remote('x', { backend: says(new Error('boom')) }))
    await expect(nothing).rejects.toMatchObject({ code: 'REMOTE_FAILED', what: 'the backend failed: boom' })
    const backend = says({ isOver: false, finds: [{ answer: half, cost: 5 }] }, new Error('boom'))
    const set = await sampled(remote('x', { backend }))
    expect(set).toMatchObject({ stop: 'failed', samples: [{ answer: half }] })
    expect(set.notes.join()).toContain('boom')
  })

  it('ends with the run, and the job is cancelled, when it never ends', async () => {
    const backend = says({ isOver: false, finds: [{ answer: half, cost: 5 }] })
    const set = await sampled(remote('x', { backend }), { timeLimitMs: 60 })
    expect(set).toMatchObject({ stop: 'time', samples: [{ answer: half }] })
    expect(backend.cancelled).toEqual(['job 1'])
  })

  it('ends when patience does, without a deadline', async () => {
    const endless = remote('x', { backend: says(), patience: 30 })
    expect(await sampled(endless, { timeLimitMs: undefined })).toMatchObject({ stop: 'failed', samples: [] })
  })

  it('ends at the target and at an abort', async () => {
    const backend = says({ isOver: false, finds: [{ answer: best, cost: 8 }] })
    let found = false
    const options = { offer: () => void (found = true), targetReached: () => found }
    expect((await sampled(remote('x', { backend }), options)).stop).toBe('target')
    const controller = new AbortController()
    const aborted = sampled(remote('x', { backend: says() }), { signal: controller.signal })
    controller.abort()
    expect((await aborted).stop).toBe('aborted')
  })
})

let server: Server | undefined
const listening = async (handler: RequestListener): Promise<string> => {
  server = createServer(handler)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

describe('a server that is', () => {
  const behaviours: Readonly<Record<string, RequestListener>> = {
    hanging: () => {},
    slow: (_, response) => void setTimeout(() => response.end('{}'), 3000).unref(),
    dying: (request) => request.socket.destroy(),
    garbled: (_, response) => response.end('<html>'),
    'of another kind': (_, response) => response.setHeader('content-type', 'text/html').end('{}'),
    'of another shape': (_, response) => response.setHeader('content-type', 'application/json').end('{"id":5}'),
    busy: (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
    redirecting: (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    endless: (_, response) => {
      response.setHeader('content-type', 'application/json')
      const flood = setInterval(() => response.write(' '.repeat(65_536)), 1)
      response.on('close', () => clearInterval(flood))
    },
  }
  it.each(Object.keys(behaviours))('%s leaves the answer to the next solver', async (kind) => {
    const url = await listening(behaviours[kind])
    const set = await sampled(fallback(remote(url), descend({ reads: 4 })), { timeLimitMs: 400 })
    expect(set.samples[0].foundBy).toBe('descend')
    expect(set.notes.join('\n')).toContain('descend(reads=4) answered')
  })
})

describe('with a service', () => {
  const routes = vrp({
    at: Array.from({ length: 12 }, (_, k) => [(k * k) % 31, (k * 17) % 29] as const),
    demand: Array.from({ length: 12 }, (_, k) => (k === 0 ? 0 : 1)),
    capacity: 4,
  })

  it('finds, replays by the line that the service gave, and refuses bare forms', async () => {
    const service = await createService({ threads: 2 })
    try {
      const url = await service.listen()
      const first = await sampled(
        remote(url, { solver: 'anneal' }),
        { timeLimitMs: undefined, work: 300_000, seed: 5 },
        routes,
      )
      expect(first.samples).toHaveLength(1)
      expect(first.replay).toMatch(new RegExp(`^remote\\(${url},solver=anneal\\(work=\\d+\\)\\)$`))
      const again = solverFromSpec(first.replay, registry as unknown as SolverRegistry)
      const second = await sampled(again, { timeLimitMs: undefined, work: 1e9, seed: 5 }, routes)
      expect(second.samples).toEqual(first.samples)
      const bare = problemOf(quboFromCoo(1, [0], [0], [-1]))
      await expect(sampled(remote(url), {}, bare)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
      await expect(sampled(remote(url, { solver: 'nope' }))).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    } finally {
      await service.stop()
    }
  })
})

describe('its expression', () => {
  const parse = (spec: string) => solverFromSpec(spec, registry as unknown as SolverRegistry)

  it.each([
    'remote(dead)',
    'remote(http://127.0.0.1:8080,solver=within(300,anneal(reads=4)))',
    'remote(h:1,patience=5)',
  ])('%s reads back', (spec) => expect(parse(spec).spec).toBe(spec))

  it.each([
    ['remote', 'it is missing'],
    ['remote(ftp://x)', 'is no address'],
    ['remote("http://x")', 'is no address'],
    ['remote(http://u:p@x)', 'a name or a password'],
    ['remote(5)', '5 is not a text'],
    ['remote(x,solver=nope)', 'is no solver'],
    ['remote(x,speed=3)', '"speed" is not known'],
  ])('%s is refused: %s', (spec, what) => expect(() => parse(spec)).toThrow(what))
})
