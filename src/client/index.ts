/** The HTTP job interface as a caller sees it: `isinglass/client`. */

export { baseUrlOf } from './base-url.ts'
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  reportOf,
  type SolveByServiceOptions,
  type SubmitOptions,
  type WaitOptions,
} from './client.ts'
export type { JobEvent } from './events.ts'
export { errorOf } from './exchange.ts'
export { plainJson } from './plain.ts'
export * from './schemas.ts'
