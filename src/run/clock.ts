/** Milliseconds from an arbitrary start; tests pass a fake one. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => performance.now() }

/** A clock that only moves when told to. */
export function fakeClock(start = 0): Clock & { advance(ms: number): void } {
  let time = start
  return {
    now: () => time,
    advance: (ms) => {
      time += ms
    },
  }
}
