import type { StopReason } from './job.ts'

/** Main thread → worker. `stop` is only read between slices; the shared flag, where there is one, at any time. */
export type ToWorker =
  | {
      readonly type: 'job' | 'engine'
      readonly id: number
      readonly name: string
      readonly input: unknown
      readonly work: number
      readonly remainingMs: number
      /** Milliseconds since 1970: a worker that is still starting reads the message late. */
      readonly sentAt: number
      readonly flag: Int32Array | null
    }
  | { readonly type: 'stop'; readonly id: number; readonly reason: number }

/** Worker → main thread. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'find'; readonly id: number; readonly find: unknown }
  | {
      readonly type: 'done'
      readonly id: number
      readonly out: unknown
      readonly work: number
      readonly stop: StopReason
    }
  | { readonly type: 'failed'; readonly id: number; readonly error: unknown }

const reasons: readonly (StopReason | null)[] = [null, 'finished', 'time', 'budget', 'target', 'aborted', 'failed']

/** Milliseconds since 1970, of finer grain and the same on all threads. */
export const epochMs = (): number => performance.timeOrigin + performance.now()

/** Stop reasons as numbers, for the shared flag; 0 = go on. */
export const codeOf = (reason: StopReason): number => reasons.indexOf(reason)
export const reasonOf = (code: number): StopReason | null => reasons[code]

/** How many large forms a worker remembers. */
const remembered = 4

/**
 * Both ends keep this list in step: the forms a worker holds, oldest first. A top-level field of an input that
 * carries its own `hash` (a Qubo, an Ising) is sent once per worker and named by its hash from then on.
 */
export class FormMemory<Form> {
  private readonly forms = new Map<string, Form>()

  get(hash: string): Form | undefined {
    return this.forms.get(hash)
  }

  add(hash: string, form: Form): void {
    this.forms.set(hash, form)
    if (this.forms.size > remembered) this.forms.delete(this.forms.keys().next().value as string)
  }
}

interface Reference {
  readonly knownForm: string
}

/** The input as it is posted: forms the worker holds become references, others are remembered as sent. */
export function pack(input: unknown, memory: FormMemory<true>): unknown {
  if (!isRecord(input)) return input
  return mapFields(input, (value) => {
    const hash = hashOf(value)
    if (hash === null) return value
    if (memory.get(hash)) return { knownForm: hash } satisfies Reference
    memory.add(hash, true)
    return value
  })
}

/** The input as the kernel sees it: references become forms again. */
export function unpack(posted: unknown, memory: FormMemory<unknown>): unknown {
  if (!isRecord(posted)) return posted
  return mapFields(posted, (value) => {
    if (isRecord(value) && typeof value.knownForm === 'string') return memory.get(value.knownForm)
    const hash = hashOf(value)
    if (hash !== null) memory.add(hash, value)
    return value
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)

const hashOf = (value: unknown): string | null =>
  isRecord(value) && typeof value.hash === 'string' ? value.hash : null

const mapFields = (record: Record<string, unknown>, map: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
