import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from '../../src/client/index.ts'
import { endless, ring } from './orders.ts'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const built = existsSync(fileURLToPath(new URL('../../dist/service-worker.js', import.meta.url)))
if (!built)
  console.warn('dist/service-worker.js is missing (npm run build): the tests of the built service are skipped')

let child: ChildProcess | undefined
afterEach(() => void child?.kill('SIGKILL'))

/** The command as it is built; its log, and the address that it told there. */
async function serve(...flags: string[]) {
  const lines: { msg: string; status?: string }[] = []
  child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  let rest = ''
  let listening: (url: string) => void = () => {}
  const url = new Promise<string>((resolve) => (listening = resolve))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() as string
    lines.push(...parts.map((line) => JSON.parse(line)))
    const told = lines.find(({ msg }) => msg.startsWith('listening at '))
    if (told) listening(told.msg.slice('listening at '.length))
  })
  const left = new Promise<number | null>((resolve) => child?.on('exit', resolve))
  return { lines, left, url: await url }
}

describe.skipIf(!built)('isinglass serve', () => {
  it('told to end in the middle: waits no longer than the grace time, tells everyone what there is, and leaves with 0', async () => {
    const { lines, left, url } = await serve('--threads', '1', '--grace', '100')
    const client = createClient(url, { retries: 0 })
    expect(await client.health()).toMatchObject({ status: 'ok', workers: 'threads' })
    const running = await client.submit(endless)
    for await (const event of client.events(running.id)) if (event.kind === 'incumbent') break
    const queued = await client.submit(ring)
    const waiting = Promise.all([client.wait(running.id), client.wait(queued.id)])
    const events = (async () => {
      for await (const event of client.events(running.id)) if (event.kind === 'done') return event.job.status
    })()
    await client.health()
    child?.kill('SIGTERM')
    const [first, second] = await waiting
    expect(first).toMatchObject({ status: 'cancelled', report: { feasible: true, stop: 'aborted' } })
    expect(second).toMatchObject({ status: 'cancelled', report: null, fault: { code: 'SERVICE_STOPPING' } })
    expect(await events).toBe('cancelled')
    expect(await left).toBe(0)
    expect(lines.map(({ msg }) => msg)).toEqual([
      `listening at ${url}`,
      'stopping',
      'job ended',
      'job ended',
      'stopped',
    ])
  })

  it('answers while every worker is busy, and solves with the built worker', async () => {
    const { url } = await serve('--threads', '2')
    const client = createClient(url)
    const busy = await client.submit(endless)
    const { id } = await client.submit(ring)
    expect((await client.wait(id)).report).toMatchObject({ cost: 4, status: 'optimal' })
    expect((await client.cancel(busy.id)).report?.feasible).toBe(true)
  })
})
