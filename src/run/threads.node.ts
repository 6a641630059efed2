import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { WorkerHandle } from './worker-handle.ts'

export const hardwareThreads: number = availableParallelism()

const besideThisFile = new URL('./worker.node.js', import.meta.url)

/** Whether workers can be had: the built entry exists (it does not when sources run). */
export const hasWorkers = (url: string | URL = besideThisFile): boolean => existsSync(fileURLToPath(url))

/** A worker thread, not keeping the process alive; null where none can be had. */
export function startWorker(url: string | URL = besideThisFile): WorkerHandle | null {
  if (!hasWorkers(url)) return null
  const worker = new Worker(new URL(url), { execArgv: [] })
  worker.unref()
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => void worker.on('message', listener),
    onError: (listener) => {
      worker.on('error', (error) => listener(String(error)))
      worker.on('exit', (code) => listener(`the worker ended with code ${code}`))
    },
    ref: () => worker.ref(),
    unref: () => worker.unref(),
    terminate: () => void worker.terminate(),
  }
}
