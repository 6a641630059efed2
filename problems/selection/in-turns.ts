import type { Job } from '../../src/run/index.ts'

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
  /** Ends with the proof that nothing beats the incumbent. */
  readonly proof: Generator<Stride, void>
  /** Never ends. */
  readonly search: Generator<Stride, void>
  readonly incumbent: Incumbent<Point>
  /** What to answer when nothing was found. */
  readonly otherwise: () => Point
}

/**
 * A proof and a search in turns of equal work, each step whole; ends with the proof, or when told to. `allowance` is what
 * the caller was allowed, `done` the work it did of that.
 */
export function* inTurns<Point>(turns: Turns<Point>, allowance: number, done: number): Job<Point, Point> {
  const { incumbent, otherwise } = turns
  let left = allowance
  let work = done
  let told: Point | null = null
  let bound: number | undefined
  for (const step of steps(turns)) {
    work += step.work
    bound = step.bound ?? bound
    if (work < left) continue
    const found: Point | null = incumbent.best?.point ?? null
    left = yield {
      work,
      ...(bound === undefined ? {} : { bound }),
      ...(found === null || found === told ? {} : { find: found }),
    }
    if (left === 0) return found ?? otherwise()
    told = found
    work = 0
  }
  const { best } = incumbent
  if (best === null) return otherwise()
  yield { work: work + 1, bound: best.value, ...(best.point === told ? {} : { find: best.point }) }
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
