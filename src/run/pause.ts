declare const setImmediate: ((callback: () => void) => unknown) | undefined

/** Lets the other events of this thread run (a macrotask), in a few microseconds. */
export const pause: () => Promise<void> =
  typeof setImmediate === 'function' ? () => new Promise((resolve) => setImmediate(resolve)) : pauseByMessage()

function pauseByMessage(): () => Promise<void> {
  const waiting: (() => void)[] = []
  const channel = new MessageChannel()
  channel.port1.onmessage = () => waiting.shift()?.()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      channel.port2.postMessage(0)
    })
}
