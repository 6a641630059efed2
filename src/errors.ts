/** Every error the package can raise: code → what it means. `docs/errors.md` has a section for each. */
export const errorTable = {
  DEADLINE_PASSED: 'A job waited longer than it was allowed to take.',
  FETCH_FAILED: 'A standard instance could not be fetched.',
  FILE_NOT_FOUND: 'A file could not be read.',
  FILE_NOT_WRITTEN: 'A file could not be written.',
  FORMAT_AMBIGUOUS: 'A file fits several problem kinds.',
  FORMAT_INVALID: 'A file does not follow its format.',
  FORMAT_UNKNOWN: 'A file is of no format known here.',
  INPUT_INVALID: 'An input has the wrong shape or an impossible value.',
  JOB_UNKNOWN: 'A job is not known to the service, or not any longer.',
  KEY_REUSED: 'An idempotency key came again with another request.',
  MEMORY_LIMIT: 'A form would need more memory than the limit allows.',
  MODEL_INVALID: 'A model was built in a way that has no meaning.',
  NAME_INVALID: 'A name is duplicate, empty or holds a reserved character.',
  OPTION_INVALID: 'An option is unknown or has an impossible value.',
  QUEUE_FULL: 'A service has as many jobs waiting as it takes.',
  REMOTE_FAILED: 'A service could not be reached, or did not answer as it should.',
  REQUEST_INVALID: 'A request to the service has the wrong shape.',
  REQUEST_TOO_LARGE: 'A request to the service is larger than its limit.',
  SERVICE_STOPPING: 'A service is about to end and takes no more jobs.',
  SOLVER_FAILED: 'A solver broke its promise or stopped with a defect.',
  SPEC_INVALID: 'A solver expression could not be read.',
  UNSUPPORTED: 'A solver cannot take this task; strategies catch this signal.',
  VRP_OVER_CAPACITY: 'A stop, or all stops together, need more than the vehicles carry.',
} as const

export type ErrorCode = keyof typeof errorTable

/**
 * The one error class of the package.
 *
 * `what` states the fact with the offending value, `remedy` what to do next, `where` the file, line or field.
 */
export class IsinglassError extends Error {
  override readonly name: string = 'IsinglassError'
  readonly code: ErrorCode
  readonly what: string
  readonly remedy: string
  readonly where: string | undefined

  constructor(code: ErrorCode, what: string, remedy: string, where?: string) {
    super(`${code}: ${where === undefined ? '' : `${where}: `}${what}. ${remedy}.`)
    this.code = code
    this.what = what
    this.remedy = remedy
    this.where = where
  }
}

/** What a solver says that cannot take a task, would not fit, or is out of reach. */
const refusals: readonly ErrorCode[] = ['UNSUPPORTED', 'MEMORY_LIMIT', 'REMOTE_FAILED']

/** Whether a solver refused: strategies go on with the next one. */
export const isRefusal = (error: unknown): error is IsinglassError =>
  error instanceof IsinglassError && refusals.includes(error.code)

/** The agreed signal "this solver cannot take this task"; `fallback`, `race` and `auto` catch it. */
export class Unsupported extends IsinglassError {
  override readonly name = 'Unsupported'
  constructor(what: string, remedy = 'Choose another solver, or put this one inside fallback(…)') {
    super('UNSUPPORTED', what, remedy)
  }
}
