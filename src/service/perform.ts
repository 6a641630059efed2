import { type ParsedOrder, plainJson, type ServiceFault } from '../client/index.ts'
import { problems, type SolveOptions, solve, solver, solvers } from '../index.ts'
import { faultOf } from './faults.ts'
import { reportJson } from './report-json.ts'

/** A job as a worker gets it: the request as it came, and what was granted. */
export interface WorkOrder {
  readonly body: string
  readonly timeLimitMs: number
  readonly memoryMiB: number
}

export interface Watch {
  readonly signal: AbortSignal
  /** An incumbent without its number, as JSON. */
  readonly onIncumbent: (json: string) => void
}

/** What came of a job: its report as JSON with what the log wants to know of it, or why there is none. */
export type Ending =
  | { readonly kind: 'report'; readonly json: string; readonly stop: string; readonly cost: number | null }
  | { readonly kind: 'fault'; readonly fault: ServiceFault }

/** A job's solver speaks to no other service: who may submit a job may not make this machine call others. */
const { remote: _, ...ownSolvers } = solvers

/** @throws SPEC_INVALID or OPTION_INVALID */
export const solverOf = (spec: string) => solver(spec, ownSolvers)

/** Solves a job to its end; never throws. */
export async function perform(order: WorkOrder, { signal, onIncumbent }: Watch): Promise<Ending> {
  const startedAt = performance.now()
  const told = spaced(onIncumbent)
  try {
    const {
      problem,
      input,
      solver: spec = 'auto',
      work,
      seed,
      target,
      timeLimit,
    } = JSON.parse(order.body) as ParsedOrder
    const stated = problems[problem](input)
    const options: SolveOptions = {
      solver: solverOf(spec),
      seed,
      target,
      // Without either wish it is the usual work; the time limit is there for all.
      work: work ?? (timeLimit === undefined ? usualWork : undefined),
      timeLimit: Math.max(1, order.timeLimitMs - (performance.now() - startedAt)),
      memoryLimitMiB: order.memoryMiB,
      signal,
      onIncumbent: told.tell,
    }
    const report = await solve(stated, options)
    return { kind: 'report', json: reportJson(report), stop: report.stop, cost: report.cost }
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error) }
  } finally {
    told.end()
  }
}

/** What solve() takes when it is told nothing: about a second of work. */
const usualWork = 1e8

/** Incumbents are told at most so often, and take at most a tenth of the time. */
const apartMs = 20
const tellingShare = 0.1

/** Passes on the first at once and then the latest, now and then: each replaces the one before. */
function spaced(pass: (json: string) => void) {
  let waiting: object | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (waiting === null) return
    const startedAt = performance.now()
    const json = plainJson(waiting)
    waiting = null
    pass(json)
    timer = setTimeout(flush, Math.max(apartMs, (performance.now() - startedAt) / tellingShare))
  }
  return {
    tell: (found: object) => {
      waiting = found
      if (timer === undefined) flush()
    },
    end: () => clearTimeout(timer),
  }
}
