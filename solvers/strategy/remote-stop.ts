import { type Run, remainingMs, type StopReason, stopReason, systemClock } from '../../src/run/index.ts'

/** Waiting for others that ends when the run must. */
export interface Stopping {
  /** Aborted when the run must end. */
  readonly signal: AbortSignal
  /** Why it was. */
  readonly why: StopReason
  /** The promise, or a rejection as soon as the run must end; what becomes of it then is nobody's concern. */
  unless<Out>(promise: Promise<Out>): Promise<Out>
  sleep(ms: number): Promise<void>
  end(): void
}

/** How often clock and target are asked. */
const lookMs = 5

/** Watches clock, signal and target of a run while it waits for something outside; without a deadline so many milliseconds at most. */
export function watchFor(run: Run, patienceMs: number): Stopping {
  const controller = new AbortController()
  const { signal } = controller
  let why: StopReason = 'failed'
  let refuse: (reason: Error) => void = () => {}
  const stopped = new Promise<never>((_, reject) => (refuse = reject))
  stopped.catch(() => {})
  const stop = (reason: StopReason) => {
    if (signal.aborted) return
    why = reason
    refuse(new Error(`the run ended: ${reason}`))
    controller.abort()
  }
  const look = () => {
    const reason = stopReason(run)
    if (reason !== null) stop(reason)
  }
  const looks = setInterval(look, lookMs)
  const last = setTimeout(
    run.deadline === Number.POSITIVE_INFINITY ? () => stop('failed') : look,
    timerMs(run, patienceMs),
  )
  run.signal.addEventListener('abort', look)
  const unless = <Out>(promise: Promise<Out>): Promise<Out> => {
    promise.catch(() => {})
    look()
    return Promise.race([stopped, promise])
  }
  return {
    signal,
    get why() {
      return why
    },
    unless,
    sleep: (ms) => (ms > 0 ? slept(ms, unless) : unless(Promise.resolve())),
    end: () => {
      clearInterval(looks)
      clearTimeout(last)
      run.signal.removeEventListener('abort', look)
    },
  }
}

/** The deadline itself is not waited for in steps; a clock that is none is asked in steps only. */
function timerMs(run: Run, patienceMs: number): number {
  const left = remainingMs(run)
  if (left === Number.POSITIVE_INFINITY) return patienceMs
  return run.clock === systemClock ? Math.min(left, 2 ** 31 - 1) : patienceMs
}

async function slept(ms: number, unless: Stopping['unless']): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    await unless(new Promise<void>((resolve) => (timer = setTimeout(resolve, ms))))
  } finally {
    clearTimeout(timer)
  }
}
