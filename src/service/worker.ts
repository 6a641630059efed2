import { parentPort } from 'node:worker_threads'
import { perform } from './perform.ts'
import type { FromWorker, ToWorker } from './thread-runner.ts'

/** The entry of a worker of the service: one job at a time, told to end by a message between two slices. */
let controller = new AbortController()
const tell = (message: FromWorker) => parentPort?.postMessage(message)

parentPort?.on('message', async (message: ToWorker) => {
  if (message.type === 'cancel') return controller.abort()
  controller = new AbortController()
  const { signal } = controller
  const ending = await perform(message.order, { signal, onIncumbent: (json) => tell({ type: 'incumbent', json }) })
  tell({ type: 'ended', ending })
})

tell({ type: 'ready' })
