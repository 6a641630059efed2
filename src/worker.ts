import { serve } from './worker-serve.ts'

/** The worker entry of browsers, Deno and Bun: there the global scope is the port. Node has `worker.node.ts`. */
if (typeof globalThis.postMessage === 'function') {
  serve({
    post: (message) => globalThis.postMessage(message),
    onMessage: (listener) => globalThis.addEventListener('message', (event) => listener(event.data)),
  })
}
