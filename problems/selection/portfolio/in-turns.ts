import type { Job, Ledger } from '../../../src/run/index.ts'

/** What a step of a search did; `bound` is what no answer can beat. */
export interface Stride {
  readonly work: number
  readonly bound?: number
}

/** The best answer so far of several searches over one question. */
export interface Incumbent<Point> {
  best: { readonly point: Point; readonly value: number } | null
}

export interface Turns<Point> {
  /** Ends with the proof that nothing beats the incumbent; without an incumbent, that there is no answer. */
  readonly proof: Generator<Stride, void>
  /** Never ends. */
  readonly search: Generator<Stride, void>
  readonly incumbent: Incumbent<Point>
  /** What to answer when nothing was found. */
  readonly otherwise: () => Point
}

/** A proof and a search in turns of equal work, each step whole; ends with the proof, or when the ledger is stopped. */
export function* inTurns<Point>(turns: Turns<Point>, ledger: Ledger<Point>): Job<Point, Point> {
  const { incumbent, otherwise } = turns
  let told: Point | null = null
  for (const { work, bound } of steps(turns)) {
    if (bound !== undefined) ledger.proved(bound)
    if (!ledger.spend(work)) continue
    const found = incumbent.best?.point ?? null
    if (found !== null && found !== told) ledger.found(found)
    yield* ledger.settle()
    if (ledger.stopped) return found ?? otherwise()
    told = found
  }
  const { best } = incumbent
  if (best === null) {
    ledger.proved(Number.POSITIVE_INFINITY)
    yield* ledger.close()
    return otherwise()
  }
  if (best.point !== told) ledger.found(best.point)
  ledger.proved(best.value)
  yield* ledger.close()
  return best.point
}

function* steps<Point>({ proof, search }: Turns<Point>): Generator<Stride, void> {
  let lead = 0
  for (;;) {
    const state = (lead > 0 ? proof : search).next()
    if (state.done) return
    lead += lead > 0 ? -state.value.work : state.value.work
    yield state.value
  }
}
