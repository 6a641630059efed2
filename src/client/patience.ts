/** Waits so many milliseconds; rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const leave = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }, ms)
    signal?.addEventListener('abort', leave, { once: true })
  })
}

/** The longest that a Retry-After is obeyed. */
const longestMs = 30_000

/** Milliseconds before attempt k+1: doubling with jitter, or what the service asked for if that is more. */
export function backoffMs(attempt: number, firstMs: number, retryAfter: string | null): number {
  const asked = retryAfterMs(retryAfter)
  const own = firstMs * 2 ** attempt * (0.5 + unitChance())
  return Math.min(longestMs, Math.max(asked, own))
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryAfterMs(text: string | null): number {
  if (text === null) return 0
  const seconds = Number(text)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}

/** Many clients that were refused at once should not come back at once. */
const unitChance = (): number => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32

/** A key that no other request has. */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
