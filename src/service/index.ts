/** The HTTP job service: `isinglass/service`. */
export { createService, type Service } from './create-service.ts'
export { type ServeOptions, serve } from './serve.ts'
export type { ServiceOptions } from './settings.ts'
