import { parentPort } from 'node:worker_threads'
import { serve } from './worker.ts'

/** The worker entry under Node. */
if (parentPort !== null) {
  const port = parentPort
  serve({ post: (message) => port.postMessage(message), onMessage: (listener) => void port.on('message', listener) })
}
