import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { parseWith } from '../parse.ts'

/** What a service may be told; times in milliseconds. */
export interface ServiceOptions {
  /** Jobs that run at once, each in a worker thread of its own (one less than the processors, at most 2). */
  threads?: number
  /** Jobs that may wait (1,000). */
  queue?: number
  /** The most time that a job may run, and what it gets when it asks for none (60,000). */
  timeLimit?: number
  /** MiB that a job's forms may take (1,024). */
  memory?: number
  /** Bytes of a request (4 MiB). */
  bodyLimit?: number
  /** Finished jobs that are kept (1,000) … */
  keep?: number
  /** … and for how long (600,000). */
  keepFor?: number
  /** What running jobs get when the service is told to end, before they are asked for what they have (5,000). */
  grace?: number
  /** How often a silent event stream says that it lives (15,000). */
  heartbeat?: number
  /** One JSON line per event to standard error (false). */
  log?: boolean
  /** Where the built worker entry is; beside this module when not given. */
  workerUrl?: URL | string
}

const aDay = 24 * 3600 * 1000

const schema = z.strictObject({
  threads: z
    .int()
    .min(1)
    .max(64)
    .default(Math.max(1, Math.min(2, availableParallelism() - 1))),
  queue: z.int().min(0).max(1_000_000).default(1000),
  timeLimit: z.number().positive().max(aDay).default(60_000),
  memory: z.number().positive().max(65_536).default(1024),
  bodyLimit: z
    .int()
    .min(100)
    .max(256 * 2 ** 20)
    .default(4 * 2 ** 20),
  keep: z.int().min(1).max(1_000_000).default(1000),
  keepFor: z.number().positive().max(aDay).default(600_000),
  grace: z.number().min(0).max(aDay).default(5000),
  heartbeat: z.number().min(10).max(aDay).default(15_000),
  log: z.boolean().default(false),
  workerUrl: z.union([z.instanceof(URL), z.string()]).optional(),
})

export type Settings = z.output<typeof schema>

/** Checked, with the defaults filled in. @throws OPTION_INVALID */
export const settingsOf = (options: ServiceOptions): Settings =>
  parseWith(schema, options, 'createService', 'OPTION_INVALID')
