import type { Job } from '../../src/run/index.ts'
import { must } from './promise.ts'

/** Runs a job to its end, or until it has done `limit` units, in pieces of at most `piece`. */
export function runJob<Out, Find>(
  job: Job<Out, Find>,
  limit: number,
  piece: number,
): { out: Out; work: number; finds: Find[]; bound: number | null } {
  const finds: Find[] = []
  let bound: number | null = null
  let state = job.next(0)
  must(state.done === true || state.value.work === 0, 'the first yield already did work')
  let work = 0
  while (!state.done) {
    const stopped = work >= limit
    state = job.next(stopped ? 0 : Math.min(piece, limit - work))
    if (state.done) break
    must(!stopped, 'the job went on after it was told to stop')
    must(state.value.work > 0, 'a piece did no work, so nobody could ever stop it')
    work += state.value.work
    bound = state.value.bound ?? bound
    if (state.value.find !== undefined) finds.push(state.value.find)
  }
  return { out: state.value, work, finds, bound }
}
