import { z } from 'zod'
import { baseUrlOf } from '../../src/client/index.ts'
import { IsinglassError, isRefusal } from '../../src/errors.ts'
import {
  type Run,
  remainingMs,
  type Sample,
  type SampleSet,
  type StopReason,
  stopReason,
  systemClock,
} from '../../src/run/index.ts'
import { type Solver, Unsupported } from '../../src/solver.ts'
import { compareJudged, type Task } from '../../src/task.ts'
import { defineStrategy } from './define-strategy.ts'
import { serviceBackend } from './remote-service.ts'
import { type Stopping, watchFor } from './remote-stop.ts'

/** What a service is asked. `task` holds the problem and its input, and for machines that take forms, its forms. */
export interface RemoteOrder {
  readonly task: Task
  /** A solver expression for the service; its own choice when undefined. */
  readonly solver: string | undefined
  readonly seed: string
  /** Milliseconds left when it is called, with the way back taken off; undefined without a deadline. */
  timeLeftMs(): number | undefined
  readonly work: number | undefined
}

/** A find: an answer with the cost that the service claims (null: it does not claim that it is feasible), or a point of the model. */
export type RemoteFind = { readonly answer: unknown; readonly cost: number | null } | { readonly point: Float64Array }

export interface RemoteProgress {
  readonly isOver: boolean
  /** New or repeated; each is judged here. */
  readonly finds: readonly RemoteFind[]
  /** What the last word of a job says besides. */
  readonly stop?: StopReason
  readonly work?: number
  /** A solver expression that gives the same answer again there. */
  readonly replay?: string
  readonly notes?: readonly string[]
}

/** The way to a service, a cloud annealer or a quantum processor. Whatever it does, nothing it says is believed unseen. */
export interface Backend {
  /** Starts a job and returns its name there. */
  submit(order: RemoteOrder, signal: AbortSignal): Promise<string>
  /** How the job stands; may hold the answer back for `waitMs` while it is not over. */
  poll(id: string, waitMs: number, signal: AbortSignal): Promise<RemoteProgress>
  cancel(id: string): Promise<unknown>
}

export interface RemoteOptions {
  /** For the service: a solver, or its expression as text. */
  solver?: Solver | string
  /** Another way to solve than `isinglass serve`. */
  backend?: Backend
  /** Milliseconds that a run without a deadline waits for a service that never ends (600,000). */
  patience?: number
  work?: number
}

/**
 * Asks a service (`isinglass serve`, or any `backend`) and offers what it finds. The job gets what is left of the run
 * and is cancelled when the run ends first; the run ends on time whatever the service does. Every answer is judged here
 * from the input: one that is not what the service says is dropped, and the notes say so. Proofs and bounds are told in
 * the notes only, since they cannot be checked here.
 * @throws REMOTE_FAILED or UNSUPPORTED, both of which strategies catch, when the service gives nothing.
 */
export const remote = defineStrategy({
  name: 'remote',
  summary: 'remote(URL,solver=SOLVER): asks a service, judges its answers here',
  children: [0, 1],
  childNames: ['solver'],
  accepts: [],
  positional: 'url',
  shape: {
    url: z
      .string()
      .regex(/^[^\s(),=]+$/, 'blanks, commas, parentheses and = have no place in it')
      .transform((text) => baseUrlOf(text)),
    patience: z.number().positive().default(600_000),
    backend: z
      .custom<Backend>((value) => typeof (value as Backend | null)?.submit === 'function', {
        error: 'expected submit, poll and cancel',
      })
      .optional(),
  },
  call: (url: string, { solver, ...options }: RemoteOptions = {}) => ({
    children: solver === undefined ? [] : [typeof solver === 'string' ? onlyThere(solver) : solver],
    options: { ...options, url },
  }),
  sample: async (task, run, { children: [solver], options }) => {
    const already = stopReason(run) ?? (run.work <= 0 ? 'budget' : null)
    if (already !== null) return { stop: already }
    const { url, patience, backend = serviceBackend(url) } = options
    const stopping = watchFor(run, patience)
    const finds = new Finds(task, run, url)
    try {
      const last = await follow(backend, orderOf(task, run, solver?.spec), finds, stopping)
      return outcomeOf(finds, run, last, stopping.why, { url, work: options.work })
    } finally {
      stopping.end()
    }
  },
})

/** A solver that only the service knows, or that is written as text. */
const onlyThere = (spec: string): Solver => ({
  name: 'text',
  spec,
  accepts: [],
  sample: () => Promise.reject(new Unsupported(`${spec} is a solver of the service`)),
})

/** The way back takes some of the time: this part of it, but not less or more. */
const wayBackMs = { share: 0.08, least: 15, most: 250 } as const

function orderOf(task: Task, run: Run, solver: string | undefined): RemoteOrder {
  const wayBack = Math.min(wayBackMs.most, Math.max(wayBackMs.least, remainingMs(run) * wayBackMs.share))
  return {
    task,
    solver,
    seed: run.seed,
    timeLeftMs: () => (Number.isFinite(run.deadline) ? Math.max(1, remainingMs(run) - wayBack) : undefined),
    work: Number.isFinite(run.work) ? run.work : undefined,
  }
}

/** Milliseconds between two looks: the first ones soon, for a first answer early is worth most. */
const lookMs = { first: 40, most: 1000 } as const

/** The last word of the job; null when the run had to end first, or the service was lost after it showed something. */
async function follow(
  backend: Backend,
  order: RemoteOrder,
  finds: Finds,
  { signal, unless, sleep }: Stopping,
): Promise<RemoteProgress | null> {
  let id: string | undefined
  let isOver = false
  try {
    id = await unless(backend.submit(order, signal))
    for (let waitMs: number = lookMs.first; ; waitMs = Math.min(lookMs.most, 2 * waitMs)) {
      const until = systemClock.now() + waitMs
      const progress = await unless(backend.poll(id, waitMs, signal))
      for (const find of progress.finds) finds.take(find)
      isOver = progress.isOver
      if (isOver) return progress
      await sleep(until - systemClock.now())
    }
  } catch (error) {
    if (signal.aborted) return null
    if (finds.best === null) throw refusalOf(error)
    finds.notes.push(`${finds.url} was lost: ${refusalOf(error).what}`)
    return { isOver: true, finds: [], stop: 'failed' }
  } finally {
    if (id !== undefined && !isOver) backend.cancel(id).catch(() => {})
  }
}

/** In a way that strategies catch. */
function refusalOf(error: unknown): IsinglassError {
  if (isRefusal(error)) return error
  if (error instanceof IsinglassError) return new Unsupported(`the service refused: ${error.what}`)
  const said = error instanceof Error ? error.message : String(error)
  return new IsinglassError('REMOTE_FAILED', `the backend failed: ${said}`, 'Put a fallback behind it')
}

/** What the service showed, as far as it is true. */
class Finds {
  best: Sample | null = null
  readonly notes: string[] = []
  readonly url: string
  private readonly task: Task
  private readonly run: Run

  constructor(task: Task, run: Run, url: string) {
    this.task = task
    this.run = run
    this.url = url
  }

  take(find: RemoteFind): void {
    const lie = this.judge(find)
    if (lie === null) return
    const note = `dropped: ${this.url} ${lie}`.slice(0, 300)
    if (this.notes.length < mostNotes && !this.notes.includes(note)) this.notes.push(note)
  }

  /** Null when it is what it is said to be. */
  private judge(find: RemoteFind): string | null {
    const { task, run, best } = this
    try {
      const plain = 'point' in find ? task.sampleOf(find.point) : task.sampleOfAnswer(find.answer)
      const sample = { ...plain, foundBy: 'remote' }
      const judged = task.judge(sample)
      const claimed = 'point' in find ? null : find.cost
      if (claimed !== null && !judged.feasible) return `called an answer feasible, but ${judged.violations[0]?.message}`
      if (judged.feasible && Number.isNaN(judged.cost)) return 'gave an answer that has no cost'
      if (claimed !== null && !close(claimed, judged.cost))
        return `said that an answer costs ${claimed}, but it costs ${judged.cost}`
      if (best !== null && compareJudged(task.problem.sense)(judged, task.judge(best)) >= 0) return null
      this.best = sample
      if (judged.feasible) run.offer(sample)
      return null
    } catch (error) {
      return `gave something that is no answer (${error instanceof Error ? error.message : String(error)})`
    }
  }
}

const mostNotes = 20

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

function outcomeOf(
  { best, notes, url }: Finds,
  run: Run,
  last: RemoteProgress | null,
  why: StopReason,
  given: { readonly url: string; readonly work: number | undefined },
): Partial<SampleSet> {
  const samples = best === null ? [] : [best]
  if (last === null)
    return { samples, reads: samples.length, stop: why, notes: [...notes, `${url} had not ended: no replay`] }
  const work = Math.min(run.work, last.work ?? 0)
  const isSame = last.replay !== undefined && /^[\w.,:+/=()-]{1,2000}$/.test(last.replay)
  return {
    samples,
    work,
    reads: samples.length,
    stop: run.targetReached() ? 'target' : (last.stop ?? 'finished'),
    notes: [...notes, ...(last.notes ?? []).map(tidy)].slice(0, 2 * mostNotes),
    ...(isSame && best !== null ? { replay: `remote(${given.url},solver=${last.replay})` } : {}),
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
const tidy = (note: string): string => note.slice(0, 300).replace(/[\u0000-\u001f\u007f]+/g, ' ')
