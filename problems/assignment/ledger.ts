import type { Step } from '../../src/run/index.ts'

/**
 * What a search owes to whoever runs it: work done and not yet reported, the best find and the bound to be told with it.
 * A search calls `if (ledger.spend(units)) yield* ledger.settle()` after every small piece and returns when `stopped`.
 */
export class Ledger<Find> {
  stopped = false
  private work = 0
  private allowance = 0
  private find: Find | undefined
  private bound: number | undefined

  /** A better find, to be told at the next settlement. */
  found(find: Find): void {
    this.find = find
  }

  /** No answer is better than this. */
  proved(bound: number): void {
    this.bound = bound
  }

  /** True when it is time to settle. */
  spend(units: number): boolean {
    this.work += units
    return this.work >= this.allowance
  }

  /** Reports and receives the next allowance. The first settlement of a search reports no work. */
  *settle(): Generator<Step<Find>, void, number> {
    const { work, find, bound } = this
    this.work = 0
    this.find = undefined
    this.bound = undefined
    this.allowance = yield {
      work,
      ...(find === undefined ? {} : { find }),
      ...(bound === undefined ? {} : { bound }),
    }
    this.stopped = this.allowance === 0
  }

  /** Tells what is left to tell at the end of a search. */
  *close(): Generator<Step<Find>, void, number> {
    this.work++
    yield* this.settle()
  }
}
