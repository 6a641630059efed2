import type { Step } from '../run/index.ts'

/** How much a job may still do before it has to report; shared by the parts of one job. */
export interface Purse {
  allowance: number
  /** Since the last report. */
  spent: number
}

/** A part of a job: it yields through `pay`, and answers when it is done or the job was told to stop. */
export type Part<Out> = Generator<Step, Out, number>

export const purseOf = (allowance: number): Purse => ({ allowance, spent: 0 })

/** Books work done; reports when the allowance is used up. False: stop now, and never pay again. */
export function* pay(purse: Purse, work: number): Part<boolean> {
  purse.spent += work
  if (purse.spent < purse.allowance) return true
  return yield* settle(purse)
}

/** Reports whatever was not reported yet: a job's last act while it was not stopped. */
export function* settle(purse: Purse): Part<boolean> {
  if (purse.spent === 0) return true
  purse.allowance = yield { work: purse.spent }
  purse.spent = 0
  return purse.allowance > 0
}
