import { parentPort } from 'node:worker_threads'
import { serveJobs } from '../../src/run/worker-loop.ts'
import { engines, kernels } from './toys.ts'

Object.assign(globalThis, { toyWorker: true })
serveJobs(
  {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (listener) => void parentPort?.on('message', listener),
  },
  { kernels, engines },
)
