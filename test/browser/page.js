import { fixedWork, timed } from './scenario.js'

/** Everything in turn; the result goes back to the server that served the page. */
async function main() {
  const first = await fixedWork(1)
  const second = await fixedWork(2)
  return {
    isolated: globalThis.crossOriginIsolated,
    sharedMemory: typeof SharedArrayBuffer === 'function',
    agent: navigator.userAgent,
    fixedWork: { oneThread: first, twoThreads: second },
    timed: { oneThread: await timed(1), twoThreads: await timed(2) },
  }
}

const post = (body) => fetch('/result', { method: 'POST', body: JSON.stringify(body) })
main().then(post, (error) => post({ error: `${error?.stack ?? error}` }))
