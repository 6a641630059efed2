import { parentPort } from 'node:worker_threads'
import { serve } from './worker-serve.ts'

/** The worker entry of Node. */
if (parentPort !== null) {
  const port = parentPort
  serve({ post: (message) => port.postMessage(message), onMessage: (listener) => void port.on('message', listener) })
}
