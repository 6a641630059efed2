import { z } from 'zod'

/** What the service speaks, for both sides: the service describes its routes with these, the client checks every answer by them. */

const milliseconds = z.number().min(0)
const finite = z.number().nullable()

export const orderSchema = z
  .strictObject({
    problem: z.string().min(1).max(100).describe('Name of a problem; GET /v1/solvers lists them'),
    input: z.unknown().describe('Its input, as docs/problems.md says; the bulk shape suits machines'),
    solver: z.string().min(1).max(10_000).optional().describe('A solver expression; auto when not given'),
    timeLimit: z
      .number()
      .positive()
      .max(2 ** 31 - 1)
      .optional()
      .describe('Milliseconds; never more than the service allows'),
    timeLimitFrom: z
      .enum(['start', 'submission'])
      .default('start')
      .describe('What the time limit counts from: when a worker takes the job, or when it was submitted'),
    work: z.number().positive().optional().describe('Deterministic limit in work units of about ten nanoseconds'),
    seed: z.union([z.int(), z.string().max(200)]).optional(),
    target: z.number().optional().describe('Stop at an answer this good'),
  })
  .refine(({ input }) => input !== undefined, { error: 'it is missing', path: ['input'] })

/** A job as it is asked for. */
export type JobOrder = z.input<typeof orderSchema>
export type ParsedOrder = z.output<typeof orderSchema>

const violationSchema = z.object({
  rule: z.string(),
  item: z.union([z.string(), z.number()]).optional(),
  amount: finite,
  message: z.string(),
})

const energySchema = z.object({ total: finite, objective: finite, penalties: z.record(z.string(), finite) })

const reportSchema = z.object({
  problem: z.string(),
  sense: z.enum(['min', 'max']),
  solver: z.string(),
  foundBy: z.string().nullable(),
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  stop: z.enum(['finished', 'time', 'budget', 'target', 'aborted', 'failed']),
  feasible: z.boolean(),
  answer: z.unknown().describe('In the nouns of the input; null without a feasible answer'),
  attempt: z.object({ tried: z.unknown(), energy: finite }).nullable().describe('The least wrong try; null otherwise'),
  cost: finite,
  violations: z.array(violationSchema),
  bound: finite,
  gap: finite,
  energy: energySchema.nullable(),
  samples: z.object({
    reads: z.number(),
    kept: z.number(),
    feasible: z.number(),
    energies: z.object({ min: finite, mean: finite, max: finite }).nullable(),
  }),
  size: z
    .object({ variables: z.number(), couplings: z.number(), coefficientRange: finite })
    .nullable()
    .describe('Of the form that the solver worked on'),
  notes: z.array(z.string()),
  timing: z.object({
    buildMs: milliseconds,
    compileMs: milliseconds,
    reduceMs: milliseconds,
    solveMs: milliseconds,
    decodeMs: milliseconds,
    totalMs: milliseconds,
  }),
  trace: z.array(z.tuple([z.number(), z.number()])),
  provenance: z.object({
    version: z.string(),
    solver: z.string(),
    seed: z.string(),
    threads: z.number(),
    platform: z.string(),
    work: z.number().min(0),
    replay: z.string(),
    circuit: z.object({ qubits: z.number(), depth: z.number(), shots: z.number() }).nullable(),
  }),
})

/** What came of a job; the answer was judged by the service from the input. */
export type ServiceReport = z.output<typeof reportSchema>

export const incumbentSchema = z.object({
  number: z.int().min(1).describe('1 for the first; a later one is better'),
  cost: z.number(),
  afterMs: milliseconds.describe('Since the job started'),
  foundBy: z.string(),
  answer: z.unknown(),
})

export type ServiceIncumbent = z.output<typeof incumbentSchema>

/** RFC 9457, with the parts of an IsinglassError. */
export const faultSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  what: z.string(),
  where: z.string().nullable(),
  remedy: z.string(),
})

export type ServiceFault = z.output<typeof faultSchema>

const jobStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

export const jobSchema = z.object({
  id: z.string().min(1).max(200),
  status: z.enum(jobStatuses).describe('done, failed and cancelled are final'),
  problem: z.string(),
  solver: z.string(),
  submittedAt: z.iso.datetime(),
  timeLimitMs: milliseconds.describe('What was granted: the wish, or what the service allows'),
  queuedMs: milliseconds,
  runningMs: milliseconds,
  incumbent: incumbentSchema.nullable().describe('The best answer shown so far; null once the report is there'),
  report: reportSchema.nullable().describe('Once the job is done, or was cancelled while it ran'),
  fault: faultSchema.nullable().describe('Why the job failed, or was cancelled unasked'),
})

/** A job as the service tells it. */
export type ServiceJob = z.output<typeof jobSchema>

export const submittedSchema = z.object({ id: jobSchema.shape.id, status: jobSchema.shape.status })

const namedSchema = z.object({ name: z.string(), summary: z.string() })

export const aboutSchema = z.object({
  version: z.string(),
  solvers: z.array(namedSchema),
  problems: z.array(namedSchema),
  limits: z.object({
    timeLimitMs: z.number(),
    memoryMiB: z.number(),
    bodyBytes: z.number(),
    running: z.number(),
    queued: z.number(),
    kept: z.number(),
    keptMs: z.number(),
  }),
})

/** What the service can do, and its limits. */
export type ServiceAbout = z.output<typeof aboutSchema>

export const healthSchema = z.object({
  status: z.enum(['ok', 'stopping']),
  running: z.int(),
  queued: z.int(),
  workers: z.enum(['threads', 'none']).describe('none: jobs run on the thread that answers'),
})

export type ServiceHealth = z.output<typeof healthSchema>

export const isFinal = (status: ServiceJob['status']): boolean => status !== 'queued' && status !== 'running'
