import { ilpEngines } from '../solvers/ilp/engines.ts'
import { kernels } from './kernel/index.ts'
import type { WorkerPort } from './run/worker-handle.ts'
import { serveJobs } from './run/worker-loop.ts'

declare const WorkerGlobalScope: (new () => object) | undefined

/** The one worker entry: everything that can run elsewhere, by name. */
export const serve = (port: WorkerPort): void => serveJobs(port, { kernels, engines: ilpEngines })

/** In a browser the worker's global scope is the port; in Node `worker.node.ts` brings one. */
if (typeof WorkerGlobalScope === 'function' && globalThis instanceof WorkerGlobalScope) {
  serve({
    post: (message) => globalThis.postMessage(message),
    onMessage: (listener) => globalThis.addEventListener('message', (event) => listener((event as MessageEvent).data)),
  })
}
