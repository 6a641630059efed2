/** Operations in one row, job after job: those of job j are first[j] … first[j + 1] − 1. */
export interface Shop {
  readonly jobs: number
  readonly machines: number
  /** How many operations there are. */
  readonly size: number
  readonly first: Int32Array
  readonly jobOf: Int32Array
  readonly machineOf: Int32Array
  readonly duration: Int32Array
}

/** Time before and after every operation in its own job. */
export function headsAndTails({ jobs, first, size, duration }: Shop): { head: Int32Array; tail: Int32Array } {
  const head = new Int32Array(size)
  const tail = new Int32Array(size)
  for (let j = 0; j < jobs; j++) {
    for (let o = first[j] + 1; o < first[j + 1]; o++) head[o] = head[o - 1] + duration[o - 1]
    for (let o = first[j + 1] - 2; o >= first[j]; o--) tail[o] = tail[o + 1] + duration[o + 1]
  }
  return { head, tail }
}

/** The operations of every machine that take time; those that take none occupy nothing. */
export function operationsOf({ machines, size, machineOf, duration }: Shop): number[][] {
  const lists = Array.from({ length: machines }, (): number[] => [])
  for (let o = 0; o < size; o++) if (duration[o] > 0) lists[machineOf[o]].push(o)
  return lists
}

/** When the last operation ends. */
export function makespanOf({ size, duration }: Shop, start: ArrayLike<number>): number {
  let end = 0
  for (let o = 0; o < size; o++) end = Math.max(end, start[o] + duration[o])
  return end
}
