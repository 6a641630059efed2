import type { Kernel, StopReason } from './job.ts'
import type { PooledResult } from './pool.ts'
import { driveIn, type Run, remainingMs, stopReason } from './run.ts'

/** One job to run, with the work it takes when nothing stops it. */
export interface JobRequest<Input> {
  readonly input: Input
  readonly work: number
}

/**
 * Runs jobs one after the other, or side by side on a pool, and accepts their results strictly in order, so that the
 * outcome depends on the work spent and nothing else: when the clock stops the run, everything after the first
 * unfinished job is dropped, whoever ran it. The first job is always started, so there is something to show even
 * when no work is allowed.
 */
export async function runInOrder<Input, Out>(
  kernel: Kernel<Input, Out>,
  requests: Iterable<JobRequest<Input>>,
  run: Run,
  accept: (out: Out, index: number) => void,
): Promise<InOrderResult> {
  const iterator = requests[Symbol.iterator]()
  const width = run.pool?.threads ?? 1
  const flying: Promise<PooledResult<Out>>[] = []
  const notes = new Set<string>()
  let ended: StopReason | null = null
  let promised = 0
  let done = 0
  let index = 0
  let isBegun = false
  const refill = () => {
    while (flying.length < width && (promised < run.work || !isBegun)) {
      const next = iterator.next()
      if (next.done) return
      const flight = launch(kernel, next.value, run, run.work - promised, () => ended)
      flight.catch(() => {}) // The first one to fail is thrown below; the others must not surface as unhandled.
      flying.push(flight)
      isBegun = true
      promised += next.value.work
    }
  }
  try {
    for (refill(); flying.length > 0; refill()) {
      const result = await (flying.shift() as Promise<PooledResult<Out>>)
      // A later job that was stopped before it did anything would not have been started under a work budget.
      const isIdle = index > 0 && result.work === 0 && result.stop !== 'finished'
      if (!isIdle) accept(result.out, index++)
      done += result.work
      if (result.note) notes.add(result.note)
      ended = result.stop === 'finished' ? stopReason(run) : result.stop
      if (ended !== null) return { work: done, stop: ended, notes: [...notes] }
    }
    return {
      work: done,
      stop: promised >= run.work && !iterator.next().done ? 'budget' : 'finished',
      notes: [...notes],
    }
  } finally {
    ended ??= 'aborted'
    await Promise.allSettled(flying)
  }
}

export interface InOrderResult {
  readonly work: number
  readonly stop: StopReason
  /** What a reader of the report should know: a lost worker. */
  readonly notes: readonly string[]
}

function launch<Input, Out>(
  kernel: Kernel<Input, Out>,
  request: JobRequest<Input>,
  run: Run,
  workLeft: number,
  ended: () => StopReason | null,
): Promise<PooledResult<Out>> {
  const work = Math.min(request.work, workLeft)
  // A job that ends by itself at its own work is finished, so only a tighter budget may stop it.
  const limit = work < request.work ? work : Number.POSITIVE_INFINITY
  if (run.pool === null) return driveIn(run, kernel.start(request.input), undefined, limit)
  return run.pool.run(kernel, request.input, {
    work: limit,
    stop: () => ended() ?? stopReason(run),
    remainingMs: remainingMs(run),
  })
}
