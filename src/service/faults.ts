import type { ServiceFault } from '../client/index.ts'
import { type ErrorCode, errorTable, IsinglassError } from '../errors.ts'

/** Errors that are not the fault of what a request says. */
const statuses: Partial<Record<ErrorCode, number>> = {
  REQUEST_INVALID: 400,
  JOB_UNKNOWN: 404,
  REQUEST_TOO_LARGE: 413,
  QUEUE_FULL: 429,
  SOLVER_FAILED: 500,
  SERVICE_STOPPING: 503,
  DEADLINE_PASSED: 504,
}

/** Everything else: understood, but impossible. */
const impossible = 422

/** An error as RFC 9457 has it, with the parts of an IsinglassError; of strangers nothing but their message is told. */
export function faultOf(error: unknown, status?: number): ServiceFault {
  const known = error instanceof IsinglassError ? error : unexpected(error)
  return {
    type: `urn:isinglass:error:${known.code}`,
    title: errorTable[known.code],
    status: status ?? statuses[known.code] ?? impossible,
    detail: known.message,
    code: known.code,
    what: known.what,
    where: known.where ?? null,
    remedy: known.remedy,
  }
}

const unexpected = (error: unknown): IsinglassError =>
  new IsinglassError(
    'SOLVER_FAILED',
    `unexpected: ${error instanceof Error ? error.message : String(error)}`,
    'This is a defect; please report the request',
  )
