import type { JobResult, Kernel, StopReason } from './job.ts'
import { driveIn, type Run, remainingMs, stopReason } from './run.ts'

/** One job to run, with the work it takes when nothing stops it. */
export interface JobRequest<Input> {
  readonly input: Input
  readonly work: number
}

/**
 * Runs jobs one after the other, or side by side on a pool, and accepts their results strictly in order, so that the
 * outcome depends on the work spent and nothing else: when the clock stops the run, everything after the first
 * unfinished job is dropped, whoever ran it.
 */
export async function runInOrder<Input, Out>(
  kernel: Kernel<Input, Out>,
  requests: Iterable<JobRequest<Input>>,
  run: Run,
  accept: (out: Out, index: number) => void,
): Promise<{ work: number; stop: StopReason }> {
  const iterator = requests[Symbol.iterator]()
  const width = run.pool?.threads ?? 1
  const flying: Promise<JobResult<Out>>[] = []
  let promised = 0
  let done = 0
  let index = 0
  const refill = () => {
    while (flying.length < width && promised < run.work) {
      const next = iterator.next()
      if (next.done) return
      flying.push(launch(kernel, next.value, run, run.work - promised))
      promised += next.value.work
    }
  }
  for (refill(); flying.length > 0; refill()) {
    const result = await (flying.shift() as Promise<JobResult<Out>>)
    accept(result.out, index++)
    done += result.work
    const stop = result.stop === 'finished' ? stopReason(run) : result.stop
    if (stop !== null) {
      await Promise.allSettled(flying)
      return { work: done, stop }
    }
  }
  return { work: done, stop: promised >= run.work && !iterator.next().done ? 'budget' : 'finished' }
}

function launch<Input, Out>(
  kernel: Kernel<Input, Out>,
  request: JobRequest<Input>,
  run: Run,
  workLeft: number,
): Promise<JobResult<Out>> {
  const work = Math.min(request.work, workLeft)
  // A job that ends by itself at its own work is finished, so only a tighter budget may stop it.
  const limit = work < request.work ? work : Number.POSITIVE_INFINITY
  if (run.pool === null) return driveIn(run, kernel.start(request.input), undefined, limit)
  return run.pool.run<Out>(kernel.name, request.input, {
    work: limit,
    stop: () => stopReason(run),
    remainingMs: remainingMs(run),
  })
}
