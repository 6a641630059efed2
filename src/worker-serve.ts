import { ilpEngines } from '../solvers/ilp/engines.ts'
import { kernels } from './kernel/index.ts'
import type { WorkerPort } from './run/worker-handle.ts'
import { serveJobs } from './run/worker-loop.ts'

/** Everything that can run in a worker, by name. */
export const serve = (port: WorkerPort): void => serveJobs(port, { kernels, engines: ilpEngines })
