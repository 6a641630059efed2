import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { elapsed, type Job } from './job.ts'

export interface Metrics {
  readonly registry: Registry
  readonly ended: (job: Job) => void
  readonly answered: (method: string, route: string, status: number) => void
}

const seconds = [0.005, 0.02, 0.1, 0.5, 1, 5, 30, 120, 600]

/** Numbers of one service; `counts` is asked when somebody looks. */
export function metricsOf(counts: () => { running: number; queued: number }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  gauge('isinglass_jobs_running', 'Jobs that run now', () => counts().running)
  gauge('isinglass_jobs_queued', 'Jobs that wait now', () => counts().queued)
  const jobs = new Counter({
    name: 'isinglass_jobs_total',
    help: 'Jobs that ended',
    labelNames: ['problem', 'status'],
    registers,
  })
  const histogram = (name: string, help: string) => new Histogram({ name, help, buckets: seconds, registers })
  const queued = histogram('isinglass_job_queued_seconds', 'How long jobs waited')
  const running = histogram('isinglass_job_running_seconds', 'How long jobs ran')
  const requests = new Counter({
    name: 'isinglass_requests_total',
    help: 'Requests that were answered',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  return {
    registry,
    ended: (job) => {
      jobs.inc({ problem: job.problem, status: job.status })
      queued.observe(elapsed(job).queuedMs / 1000)
      if (job.startedMs !== null) running.observe(elapsed(job).runningMs / 1000)
    },
    answered: (method, route, status) => requests.inc({ method, route, status }),
  }
}
