import type { Step, Steps } from './job.ts'
import type { Pieces } from './pieces.ts'

/** A search that goes on piece by piece; `advance` does the next piece and says its work. */
export interface Piecewise {
  readonly done: boolean
  advance(): number
}

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
  *settle(): Steps<Find> {
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

  /** Does piece after piece until the search is done or stopped; what it had to tell has then been told. */
  *follow(search: Piecewise): Steps<Find> {
    while (!search.done && !this.stopped) if (this.spend(search.advance()) || search.done) yield* this.settle()
  }

  /** Does a computation piece by piece and returns what it computed; null when stopped on the way. */
  *through<Out>(pieces: Pieces<Out>): Generator<Step<Find>, Out | null, number> {
    for (let state = pieces.next(); ; state = pieces.next()) {
      if (state.done) return state.value
      if (this.spend(state.value)) yield* this.settle()
      if (this.stopped) return null
    }
  }

  /** Tells what is left to tell at the end of a search, if anything is; nobody may be told of no work. */
  *finish(): Steps<Find> {
    if (this.work > 0) yield* this.settle()
    else if (this.find !== undefined || this.bound !== undefined) yield* this.close()
  }

  /** Tells what was found or proved at the end of a search, which counts as work. */
  *close(): Steps<Find> {
    this.work++
    yield* this.settle()
  }
}
