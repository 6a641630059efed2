import { Unsupported } from '../errors.ts'
import type { Model } from '../model/index.ts'

/** Milliseconds per byte of the form while it is made, and per constraint: measured over all problem families, rounded up. */
const msPerByte = 1.2e-6
const msPerConstraint = 5e-3

/** About how long it takes to make a qubo form of so many bytes. */
export const quboMs = (model: Model, bytes: number): number =>
  msPerByte * bytes + msPerConstraint * model.constraints.length

/** Refuses a form that could not be made in the time that is left: nothing can stop its making half-way. */
export function checkTime(form: string, ms: number, leftMs: number): void {
  if (ms <= leftMs) return
  const left = Math.max(0, Math.floor(leftMs))
  throw new Unsupported(`making the ${form} form takes about ${Math.ceil(ms)} ms and ${left} are left`)
}
