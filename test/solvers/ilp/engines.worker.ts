import { parentPort } from 'node:worker_threads'
import { ilpEngines } from '../../../solvers/ilp/engines.ts'
import { serveJobs } from '../../../src/run/worker-loop.ts'

serveJobs(
  {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (listener) => void parentPort?.on('message', listener),
  },
  { kernels: [], engines: ilpEngines },
)
