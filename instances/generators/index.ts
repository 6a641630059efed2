/** Seeded instances: the same `Random`, the same instance, on every platform. One file per family. */
export * from './features.ts'
export * from './flow-shop.ts'
export * from './forms.ts'
export * from './graphs.ts'
export * from './job-shop.ts'
export * from './quadratic-assignment.ts'
export * from './routing.ts'
export * from './sat.ts'
