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

/** Both ends keep this list in step: the forms a worker holds by number, oldest first. */
export class FormMemory<Form> {
  private readonly forms = new Map<number, Form>()

  get(id: number): Form | undefined {
    return this.forms.get(id)
  }

  add(id: number, form: Form): void {
    this.forms.set(id, form)
    if (this.forms.size > remembered) this.forms.delete(this.forms.keys().next().value as number)
  }
}

/** A form on its way: `value` only the first time. */
interface Parcel {
  readonly parcel: number
  readonly value: unknown
}

const numbers = new WeakMap<object, number>()
let lastNumber = 0

function numberOf(form: object): number {
  const number = numbers.get(form) ?? ++lastNumber
  numbers.set(form, number)
  return number
}

/**
 * The input as it is posted: a top-level field that is a record of arrays (a Qubo) is sent once per worker and named by
 * a number from then on. Inputs are values that nobody changes, so the same object is the same data.
 */
export function pack(input: unknown, memory: FormMemory<true>): unknown {
  if (!isRecord(input)) return input
  return mapFields(input, (value) => {
    if (!isForm(value)) return value
    const number = numberOf(value)
    if (memory.get(number)) return { parcel: number, value: null } satisfies Parcel
    memory.add(number, true)
    return { parcel: number, value } satisfies Parcel
  })
}

/** The input as the kernel sees it: numbers become forms again. */
export function unpack(posted: unknown, memory: FormMemory<unknown>): unknown {
  if (!isRecord(posted)) return posted
  return mapFields(posted, (value) => {
    if (!isParcel(value)) return value
    if (value.value !== null) memory.add(value.parcel, value.value)
    return memory.get(value.parcel)
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)

const isParcel = (value: unknown): value is Parcel => isRecord(value) && typeof value.parcel === 'number'

const isForm = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && Object.values(value).some((part) => ArrayBuffer.isView(part))

const mapFields = (record: Record<string, unknown>, map: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
