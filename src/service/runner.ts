import { type Ending, perform, type WorkOrder } from './perform.ts'

/** A job on its way. `ended` never rejects. */
export interface Attempt {
  readonly ended: Promise<Ending>
  /** Asks it to end with what it has; one that does not listen is ended. */
  cancel(): void
}

/** Where jobs run. */
export interface Runner {
  readonly workers: 'threads' | 'none'
  /** Once jobs can start at once. */
  readonly ready: Promise<void>
  start(order: WorkOrder, onIncumbent: (json: string) => void): Attempt
  close(): Promise<void>
}

/** Jobs on the thread that answers requests, in slices: where there is no built worker, as when sources run. */
export const hereRunner = (): Runner => ({
  workers: 'none',
  ready: Promise.resolve(),
  start: (order, onIncumbent) => {
    const controller = new AbortController()
    // The request that started it is answered first.
    const begun = new Promise((resolve) => setImmediate(resolve))
    return {
      ended: begun.then(() => perform(order, { signal: controller.signal, onIncumbent })),
      cancel: () => controller.abort(),
    }
  },
  close: async () => {},
})
