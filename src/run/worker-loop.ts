import { systemClock } from './clock.ts'
import type { Engine } from './engine.ts'
import { drive, type Kernel, type StopReason } from './job.ts'
import type { WorkerPort } from './worker-handle.ts'
import { epochMs, FormMemory, type FromWorker, reasonOf, type ToWorker, unpack } from './worker-protocol.ts'

type Order = Extract<ToWorker, { name: string }>
type Find = { find: unknown }

/** What a worker can do, by name. */
export interface Repertoire {
  readonly kernels: readonly Kernel<never, unknown>[]
  readonly engines: readonly Engine<never, unknown, never>[]
}

/** A worker's whole life: one order at a time, each answered by `done` or `failed`. */
export function serveJobs(port: WorkerPort, repertoire: Repertoire): void {
  const memory = new FormMemory<unknown>()
  const told = new Map<number, number>()
  const post = (message: FromWorker) => port.post(message)
  port.onMessage((received) => {
    const message = received as ToWorker
    if (message.type === 'stop') told.set(message.id, message.reason)
    else void obey({ ...message, input: unpack(message.input, memory) }, repertoire, told, post)
  })
  post({ type: 'ready' })
}

async function obey(
  order: Order,
  repertoire: Repertoire,
  told: Map<number, number>,
  post: (message: FromWorker) => void,
): Promise<void> {
  const { id } = order
  const deadline = systemClock.now() + order.remainingMs - Math.max(0, epochMs() - order.sentAt)
  const stop = () => reasonOf(flagOf(order) || (told.get(id) ?? 0)) ?? (systemClock.now() >= deadline ? 'time' : null)
  try {
    const result =
      order.type === 'job'
        ? await runJob(order, repertoire, stop)
        : await runEngine(order, repertoire, stop, deadline, post)
    post({ type: 'done', id, ...result })
  } catch (error) {
    post({ type: 'failed', id, error: error instanceof Error ? error : String(error) })
  }
  told.delete(id)
}

const flagOf = ({ flag }: Order): number => (flag === null ? 0 : Atomics.load(flag, 0))

function runJob(order: Order, { kernels }: Repertoire, stop: () => StopReason | null) {
  const kernel = named(kernels, order.name) as unknown as Kernel<unknown, unknown>
  return drive(kernel.start(order.input), { work: order.work, clock: systemClock, stop })
}

async function runEngine(
  order: Order,
  { engines }: Repertoire,
  stop: () => StopReason | null,
  deadline: number,
  post: (message: FromWorker) => void,
) {
  const engine = named(engines, order.name) as unknown as Engine<unknown, unknown, Find>
  const out = await engine.solve(order.input, {
    stop,
    remainingMs: () => Math.max(0, deadline - systemClock.now()),
    onFind: (find) => post({ type: 'find', id: order.id, find }),
  })
  return { out, work: 0, stop: stop() ?? ('finished' as const) }
}

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const found = items.find((item) => item.name === name)
  if (found === undefined) throw new Error(`the worker knows no "${name}"`)
  return found
}
