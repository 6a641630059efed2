import type { WorkerHandle } from './worker-handle.ts'

export const hardwareThreads: number = globalThis.navigator?.hardwareConcurrency ?? 1

/** Whether workers can be had on this page. */
export const hasWorkers = (_url?: string | URL): boolean => typeof Worker === 'function'

/** A web worker; null where none can be had or the page's policy forbids it. */
export function startWorker(url?: string | URL): WorkerHandle | null {
  try {
    return handleOf(open(url))
  } catch {
    return null
  }
}

/** Bundlers recognise this literal and nothing else. */
const open = (url?: string | URL): Worker =>
  url === undefined
    ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
    : new Worker(url, { type: 'module' })

const handleOf = (worker: Worker): WorkerHandle => ({
  post: (message) => worker.postMessage(message),
  onMessage: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
  onError: (listener) => {
    worker.addEventListener('error', (event) => listener(event.message ?? 'the worker could not be loaded'))
    worker.addEventListener('messageerror', () => listener('a message could not be read'))
  },
  ref: () => {},
  unref: () => {},
  terminate: () => worker.terminate(),
})
