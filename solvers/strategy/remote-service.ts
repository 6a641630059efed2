import {
  type ClientOptions,
  createClient,
  isFinal,
  type ServiceJob,
  type ServiceReport,
} from '../../src/client/index.ts'
import { IsinglassError } from '../../src/errors.ts'
import { Unsupported } from '../../src/solver.ts'
import type { Backend, RemoteFind, RemoteProgress } from './remote.ts'

/** A service that was out of order for a moment is asked again, but not for so long that nobody else gets a turn. */
const patience: ClientOptions = { retries: 2, backoffMs: 50, timeoutMs: 10_000 }

/** The way to `isinglass serve`: it solves the problem from its name and input. */
export function serviceBackend(url: string, options: ClientOptions = {}): Backend {
  const client = createClient(url, { ...patience, ...options })
  return {
    submit: async ({ task: { problem }, solver, seed, timeLeftMs, work }, signal) => {
      if (problem.input === null || problem.input === undefined)
        throw new Unsupported(`${problem.name} is a bare form, and a service takes problems with their input`)
      const order = { problem: problem.name, input: problem.input, solver, seed, work }
      // A first connection takes its time, which the job's limit should not count on.
      await client.health({ signal })
      const timeLimit = timeLeftMs()
      const limit = timeLimit === undefined ? {} : { timeLimit, timeLimitFrom: 'submission' as const }
      const { id } = await client.submit({ ...order, ...limit }, { signal })
      return id
    },
    poll: async (id, waitMs, signal) => progressOf(await client.job(id, { waitMs, signal }), url),
    cancel: (id) => client.cancel(id),
  }
}

/** @throws the service's own error, or REMOTE_FAILED, when a job ended without a report. */
function progressOf({ status, incumbent, report, fault }: ServiceJob, url: string): RemoteProgress {
  const finds: RemoteFind[] = incumbent === null ? [] : [{ answer: incumbent.answer, cost: incumbent.cost }]
  if (!isFinal(status)) return { isOver: false, finds }
  if (report !== null) return { isOver: true, ...lastWord(report, url), finds: [...finds, ...findsOf(report)] }
  const what = fault === null ? `its job is ${status} and has no report` : `its job is ${status}: ${fault.what}`
  if (finds.length > 0) return { isOver: true, finds, stop: 'failed', notes: [`${url}: ${what}`] }
  throw new IsinglassError('REMOTE_FAILED', what, 'Put a fallback behind it', url)
}

function findsOf({ feasible, answer, cost, attempt }: ServiceReport): RemoteFind[] {
  if (feasible) return [{ answer, cost: cost ?? Number.NaN }]
  return attempt === null ? [] : [{ answer: attempt.tried, cost: null }]
}

function lastWord({ status, stop, bound, foundBy, notes, provenance }: ServiceReport, url: string) {
  const found = foundBy === null ? 'nothing was found there' : `found there by ${foundBy}`
  const proof = bound === null ? '' : `, bound ${bound} (not checked here)`
  return {
    // Nobody here aborted it.
    stop: stop === 'aborted' ? ('failed' as const) : stop,
    work: provenance.work,
    replay: /^--solver '([^']*)' --seed /.exec(provenance.replay)?.[1],
    notes: [`${url}: ${status}, ${stop}${proof}; ${found}`, ...notes],
  }
}
