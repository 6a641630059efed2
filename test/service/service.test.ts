import { Validator } from '@seriousme/openapi-schema-validator'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient, faultSchema, jobSchema } from '../../src/client/index.ts'
import { createService, type Service, type ServiceOptions } from '../../src/service/index.ts'
import { endless, ring } from './orders.ts'

let service: Service
const open = async (options: ServiceOptions = {}) => {
  service = await createService({ threads: 1, grace: 0, ...options })
  const url = await service.listen()
  return { url, client: createClient(url, { retries: 0 }) }
}
afterEach(() => service.stop())

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const faultOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  return faultSchema.parse(await response.json())
}

describe('a job', () => {
  it('is submitted, solved, and judged', async () => {
    const { client } = await open()
    const { id, status } = await client.submit(ring)
    expect(['queued', 'running']).toContain(status)
    const { report, ...job } = await client.wait(id)
    expect(job).toMatchObject({ id, status: 'done', problem: 'maxCut', fault: null, incumbent: null })
    expect(report).toMatchObject({ feasible: true, cost: 4, foundBy: 'exact', provenance: { seed: '0' } })
  })

  it('answers the submission itself when it is preferred to wait', async () => {
    const { url } = await open()
    const response = await post(url, ring, { prefer: 'respond-async, wait=20' })
    expect([response.status, response.headers.get('preference-applied')]).toEqual([200, 'wait=20'])
    expect(jobSchema.parse(await response.json()).report?.cost).toBe(4)
  })

  it('is told where it is when it takes longer than the preferred wait', async () => {
    const { url, client } = await open()
    const response = await post(url, endless, { prefer: 'wait=0.05' })
    const { id } = (await response.json()) as { id: string }
    expect([response.status, response.headers.get('location')]).toEqual([202, `/v1/jobs/${id}`])
    expect((await client.job(id, { waitMs: 20 })).status).toBe('running')
  })

  it('gives its incumbent when it is cancelled, and stays cancelled', async () => {
    const { client } = await open()
    const { id } = await client.submit(endless)
    for await (const event of client.events(id)) if (event.kind === 'incumbent') break
    const job = await client.cancel(id)
    expect(job).toMatchObject({ status: 'cancelled', report: { feasible: true, stop: 'aborted' } })
    expect((await client.cancel(id)).report).toEqual(job.report)
  })

  it('leaves the queue when it is cancelled before its turn', async () => {
    const { client } = await open()
    const first = await client.submit(endless)
    const { id, status } = await client.submit(ring)
    expect(status).toBe('queued')
    expect(await client.cancel(id)).toMatchObject({ status: 'cancelled', report: null, runningMs: 0 })
    await client.cancel(first.id)
  })

  it('is the same job when its key comes twice, and a conflict when the request differs', async () => {
    const { url, client } = await open()
    const [a, b] = await Promise.all([client.submit(ring, { key: 'k1' }), client.submit(ring, { key: 'k1' })])
    expect(a.id).toBe(b.id)
    const fault = await faultOf(await post(url, { ...ring, seed: 5 }, { 'idempotency-key': 'k1' }))
    expect([fault.status, fault.code]).toEqual([422, 'KEY_REUSED'])
    expect((await client.submit(ring, { key: 'k2' })).id).not.toBe(a.id)
  })
})

describe('the limits of a job', () => {
  it('are what the service allows, and it is told so', async () => {
    const { client } = await open({ timeLimit: 30 })
    const { id } = await client.submit(endless)
    const job = await client.wait(id)
    expect(job).toMatchObject({ status: 'done', timeLimitMs: 30, report: { stop: 'time', feasible: true } })
  })

  it('fails when its time from the submission is over before its turn', async () => {
    const { client } = await open()
    await client.submit(endless)
    const { id } = await client.submit({ ...ring, timeLimit: 10, timeLimitFrom: 'submission' })
    expect(await client.wait(id)).toMatchObject({ status: 'failed', fault: { code: 'DEADLINE_PASSED', status: 504 } })
  })

  it('is refused more memory than the service allows', async () => {
    const { client } = await open({ memory: 0.001 })
    const { id } = await client.submit({ ...endless, solver: 'anneal' })
    expect(await client.wait(id)).toMatchObject({ status: 'failed', fault: { code: 'MEMORY_LIMIT' } })
  })

  it('is forgotten when others ended after it', async () => {
    const { client } = await open({ keep: 1 })
    const [a, b] = [(await client.submit(ring)).id, (await client.submit(ring)).id]
    await client.wait(b)
    await expect(client.job(a)).rejects.toMatchObject({ code: 'JOB_UNKNOWN' })
    expect((await client.job(b)).status).toBe('done')
  })

  it('tells the same seed and work the same answer', async () => {
    const { client } = await open()
    const order = { ...endless, timeLimit: undefined, solver: 'anneal', work: 200_000, seed: 'x' }
    const answers = []
    for (const _ of [1, 2]) answers.push((await client.wait((await client.submit(order)).id)).report?.answer)
    expect(answers[0]).toEqual(answers[1])
  })
})

describe('the event stream', () => {
  it('tells incumbents in order, each better, and at last the job', async () => {
    const { client } = await open()
    const { id } = await client.submit({ ...endless, timeLimit: 300 })
    const costs: number[] = []
    let last = ''
    for await (const event of client.events(id)) {
      last = event.kind
      if (event.kind === 'incumbent') costs.push(event.incumbent.cost)
      else expect(event.job.report?.cost).toBeLessThanOrEqual(costs.at(-1) as number)
    }
    expect([last, costs.length > 0]).toEqual(['done', true])
    expect(costs).toEqual([...costs].sort((a, b) => b - a))
  })

  it('goes on after the last event that was seen', async () => {
    const { url, client } = await open()
    const { id } = await client.submit(endless)
    for await (const event of client.events(id)) if (event.kind === 'incumbent') break
    setTimeout(() => client.cancel(id), 50)
    const text = await (await fetch(`${url}/v1/jobs/${id}/events`, { headers: { 'last-event-id': '1' } })).text()
    expect(text).not.toMatch(/^id: 1$/m)
    expect(text).toMatch(/^event: done$/m)
  })

  it('says that it lives while nothing happens', async () => {
    const { url, client } = await open({ heartbeat: 10 })
    await client.submit(endless)
    const { id } = await client.submit(ring)
    setTimeout(() => client.cancel(id), 100)
    expect(await (await fetch(`${url}/v1/jobs/${id}/events`)).text()).toContain(': alive\n\n')
  })
})

describe('what cannot be', () => {
  it.each([
    ['{}', 400, 'REQUEST_INVALID', 'body, problem'],
    ['', 400, 'REQUEST_INVALID', null],
    ['{"problem":', 400, 'REQUEST_INVALID', null],
    [{ problem: 'tsp' }, 400, 'REQUEST_INVALID', 'body, input'],
    [{ ...ring, solvr: 'anneal' }, 400, 'REQUEST_INVALID', 'body'],
    [{ problem: 'toString', input: {} }, 422, 'OPTION_INVALID', 'problem'],
    [{ problem: 'maxCut', input: { edges: 5 } }, 422, 'INPUT_INVALID', expect.stringContaining('maxCut')],
    [{ ...ring, solver: 'nope' }, 422, 'SPEC_INVALID', '"nope", character 1'],
    [
      { ...ring, solver: 'fallback(remote(x),anneal)' },
      422,
      'SPEC_INVALID',
      '"fallback(remote(x),anneal)", character 10',
    ],
    [{ ...ring, timeLimit: -1 }, 400, 'REQUEST_INVALID', 'body, timeLimit'],
  ])('%j is refused with %i %s', async (body, status, code, where) => {
    const { url } = await open()
    expect(await faultOf(await post(url, body))).toMatchObject({ status, code, where })
  })

  it('is refused when it is too large, of another type, or somewhere else', async () => {
    const { url } = await open({ bodyLimit: 200 })
    expect(await faultOf(await post(url, { ...ring, seed: 'x'.repeat(190) }))).toMatchObject({
      status: 413,
      code: 'REQUEST_TOO_LARGE',
    })
    expect((await faultOf(await post(url, 'a=b', { 'content-type': 'text/plain' }))).status).toBe(415)
    expect((await faultOf(await fetch(`${url}/nowhere`))).status).toBe(404)
    expect((await faultOf(await fetch(`${url}/v1/jobs/%zz`))).status).toBe(400)
    expect((await faultOf(await fetch(`${url}/v1/jobs/x?wait=61`))).status).toBe(400)
  })

  it('is refused for a while when the queue is full', async () => {
    const { url, client } = await open({ queue: 1 })
    await client.submit(endless)
    await client.submit(ring)
    const response = await post(url, ring)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await faultOf(response)).code).toBe('QUEUE_FULL')
  })

  it('never breaks the service: 1,000 malformed bodies', async () => {
    const { client } = await open()
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('maxCut', 'tsp', 'vrp', 'qubo', 'anneal', { edges: [['a', 'b']] }),
    )
    const record = fc.record(
      { problem: part, input: part, solver: part, seed: part, timeLimit: part },
      { requiredKeys: [] },
    )
    const body = fc.oneof(
      fc.json(),
      record.map((value) => JSON.stringify(value)),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(body, async (payload) => {
        const { statusCode } = await service.app.inject({
          method: 'POST',
          url: '/v1/jobs',
          headers: { 'content-type': 'application/json' },
          payload,
        })
        expect([202, 400, 422, 429]).toContain(statusCode)
      }),
      { numRuns: 1000, seed: 7 },
    )
    expect((await client.health()).status).toBe('ok')
  })
})

describe('under load', () => {
  it('loses none of 300 jobs that come at once', async () => {
    const { client } = await open({ threads: 2 })
    const jobs = await Promise.all(
      Array.from({ length: 300 }, async (_, seed) => client.wait((await client.submit({ ...ring, seed })).id)),
    )
    expect(jobs.filter(({ report }) => report?.cost === 4)).toHaveLength(300)
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(300)
  })
})

describe('when it is told to end', () => {
  it('takes nothing more, and everyone who waits gets what there is', async () => {
    const { url, client } = await open()
    const running = await client.submit(endless)
    for await (const event of client.events(running.id)) if (event.kind === 'incumbent') break
    const queued = await client.submit(ring)
    const waiting = Promise.all([client.wait(running.id), client.wait(queued.id)])
    const stream = fetch(`${url}/v1/jobs/${running.id}/events`).then((response) => response.text())
    await client.health()
    const stopped = service.stop()
    const late = await service.app.inject({ method: 'POST', url: '/v1/jobs', payload: ring })
    expect([late.statusCode, late.headers['retry-after'], late.json().code]).toEqual([503, '5', 'SERVICE_STOPPING'])
    expect((await service.app.inject('/v1/health')).statusCode).toBe(503)
    const [first, second] = await waiting
    expect(first).toMatchObject({
      status: 'cancelled',
      report: { feasible: true },
      fault: { code: 'SERVICE_STOPPING' },
    })
    expect(second).toMatchObject({ status: 'cancelled', report: null, fault: { code: 'SERVICE_STOPPING' } })
    expect(await stream).toMatch(/event: done/)
    await stopped
  })
})

describe('what it says of itself', () => {
  it('is a valid OpenAPI 3.1 document with an answer for every route', async () => {
    const { url } = await open()
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
      openapi: string
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    }
    const { valid, errors } = await new Validator().validate(document)
    expect(errors).toBeUndefined()
    expect([valid, document.openapi]).toEqual([true, '3.1.0'])
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => [`${method} ${path}`, responses['200'] !== undefined]),
    )
    expect(Object.fromEntries(routes)).toEqual({
      'post /v1/jobs': true,
      'get /v1/jobs/{id}': true,
      'delete /v1/jobs/{id}': true,
      'get /v1/jobs/{id}/events': true,
      'get /v1/health': true,
      'get /v1/solvers': true,
      'get /metrics': true,
      'get /openapi.json': true,
    })
  })

  it('names solvers, problems and limits, but no solver that calls others', async () => {
    const { client } = await open({ queue: 7 })
    const { solvers, problems, limits } = await client.about()
    expect(solvers.map(({ name }) => name)).toContain('anneal')
    expect(solvers.map(({ name }) => name)).not.toContain('remote')
    expect(problems.map(({ name }) => name)).toContain('tsp')
    expect(limits).toMatchObject({ queued: 7, running: 1 })
  })

  it('counts jobs and requests', async () => {
    const { url, client } = await open()
    await client.wait((await client.submit(ring)).id)
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).toContain('isinglass_jobs_total{problem="maxCut",status="done"} 1')
    expect(text).toContain('isinglass_requests_total{method="POST",route="/v1/jobs",status="202"} 1')
  })

  it('is refused options that nobody knows', async () => {
    await open()
    await expect(createService({ thread: 1 } as never)).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  })
})
