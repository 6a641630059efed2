import { headsAndTails, makespanOf, type Shop } from './shop.ts'

/** How urgent an operation is: the least of them goes first. */
type Priority = ArrayLike<number>

/** Whether a machine may wait for an operation that is more urgent (`active`) or never waits (`nondelay`). */
type Patience = 'active' | 'nondelay'

/**
 * A schedule by priority dispatching (Giffler and Thompson 1960): the machine that leads takes, of the operations that
 * could start before its first one ends (`active`) or as soon as any (`nondelay`), the most urgent. Starts by operation.
 */
export function dispatch(shop: Shop, priority: Priority, patience: Patience): Int32Array {
  const { jobs, first, machineOf, duration, size } = shop
  const start = new Int32Array(size)
  const next = first.slice(0, jobs)
  const jobFree = new Int32Array(jobs)
  const machineFree = new Int32Array(shop.machines)
  const ready = (o: number, j: number) =>
    duration[o] === 0 ? jobFree[j] : Math.max(jobFree[j], machineFree[machineOf[o]])
  for (let placed = 0; placed < size; placed++) {
    let leader = -1
    let least = Number.POSITIVE_INFINITY
    for (let j = 0; j < jobs; j++) {
      if (next[j] === first[j + 1]) continue
      const key = ready(next[j], j) + (patience === 'active' ? duration[next[j]] : 0)
      if (key >= least) continue
      least = key
      leader = j
    }
    const machine = machineOf[next[leader]]
    let chosen = leader
    for (let j = 0; j < jobs; j++) {
      const o = next[j]
      if (o === first[j + 1] || machineOf[o] !== machine || priority[o] >= priority[next[chosen]]) continue
      const from = ready(o, j)
      if (patience === 'active' ? from < least : from <= least) chosen = j
    }
    const o = next[chosen]++
    start[o] = ready(o, chosen)
    jobFree[chosen] = start[o] + duration[o]
    if (duration[o] > 0) machineFree[machine] = jobFree[chosen]
  }
  return start
}

/** Less the time from an operation's start to its job's end. */
export function mostWorkRemaining(shop: Shop): Float64Array {
  const { tail } = headsAndTails(shop)
  return Float64Array.from(tail, (rest, o) => -(rest + shop.duration[o]))
}

/** The usual rules: most work remaining, most work behind and with it, shortest, longest, most operations left, longest job. */
export function rulesOf(shop: Shop): Float64Array[] {
  const { head, tail } = headsAndTails(shop)
  const { size, duration, first, jobOf } = shop
  const rule = (urgency: (o: number) => number) => Float64Array.from({ length: size }, (_, o) => urgency(o))
  return [
    mostWorkRemaining(shop),
    rule((o) => -tail[o]),
    rule((o) => duration[o]),
    rule((o) => -duration[o]),
    rule((o) => o - first[jobOf[o] + 1]),
    rule((o) => duration[o] - tail[o]),
    rule((o) => head[o] - tail[o]),
    rule((o) => -(head[o] + duration[o] + tail[o])),
  ]
}

/** The shop with time running backwards: operation k is operation size − 1 − k. */
export function reversed(shop: Shop): Shop {
  const { jobs, size, first } = shop
  return {
    ...shop,
    first: Int32Array.from({ length: jobs + 1 }, (_, j) => size - first[jobs - j]),
    jobOf: shop.jobOf.map((_, o) => jobs - 1 - shop.jobOf[size - 1 - o]),
    machineOf: shop.machineOf.toReversed(),
    duration: shop.duration.toReversed(),
  }
}

/** One schedule per rule, patience and direction of time; the backward ones are told forwards. */
export function* dispatches(shop: Shop): Generator<Int32Array> {
  const back = reversed(shop)
  for (const patience of ['nondelay', 'active'] as const) {
    for (const rule of rulesOf(shop)) yield dispatch(shop, rule, patience)
    for (const rule of rulesOf(back)) yield listSchedule(shop, mirrored(back, dispatch(back, rule, patience)))
  }
}

/** The starts of a schedule of the reversed shop, told in the shop's own time. */
function mirrored({ size, duration }: Shop, start: ArrayLike<number>): Float64Array {
  let end = 0
  for (let o = 0; o < size; o++) end = Math.max(end, start[o] + duration[o])
  return Float64Array.from({ length: size }, (_, o) => end - start[size - 1 - o] - duration[size - 1 - o])
}

/** Of two schedules near the given starts the shorter: operations placed in the order of starts, or backwards of ends. */
export function shortestAround(shop: Shop, start: ArrayLike<number>): Int32Array {
  const back = reversed(shop)
  const placed = listSchedule(shop, start)
  const again = listSchedule(shop, mirrored(back, listSchedule(back, mirrored(shop, start))))
  return makespanOf(shop, again) < makespanOf(shop, placed) ? again : placed
}

/** The shortest of them. */
export function bestDispatch(shop: Shop): Int32Array {
  let best: Int32Array = new Int32Array(shop.size)
  let least = Number.POSITIVE_INFINITY
  for (const start of dispatches(shop)) {
    const makespan = makespanOf(shop, start)
    if (makespan >= least) continue
    least = makespan
    best = start
  }
  return best
}

/** All operations by key, those of a job in their own order, equal keys by number. */
export function lineOf({ jobs, size, first }: Shop, key: ArrayLike<number>): Int32Array {
  const line = Int32Array.from({ length: size }, (_, o) => o)
  const raised = Float64Array.from(key)
  for (let j = 0; j < jobs; j++)
    for (let o = first[j] + 1; o < first[j + 1]; o++) raised[o] = Math.max(raised[o], raised[o - 1])
  return line.sort((a, b) => raised[a] - raised[b] || a - b)
}

/** Operations placed one by one in the order of their keys, each in the first gap of its machine that holds it. */
export function listSchedule(shop: Shop, key: ArrayLike<number>): Int32Array {
  const { size, machines, machineOf, duration, jobOf } = shop
  const start = new Int32Array(size)
  const placed = Array.from({ length: machines }, (): number[] => [])
  for (const o of lineOf(shop, key)) {
    const ready = o > 0 && jobOf[o - 1] === jobOf[o] ? start[o - 1] + duration[o - 1] : 0
    start[o] = duration[o] === 0 ? ready : insert(placed[machineOf[o]], o, ready, start, duration)
  }
  return start
}

/** Puts the operation into the first gap from `ready` on; answers its start. */
function insert(list: number[], o: number, ready: number, start: Int32Array, duration: Int32Array): number {
  let from = ready
  let at = 0
  for (; at < list.length; at++) {
    if (from + duration[o] <= start[list[at]]) break
    from = Math.max(from, start[list[at]] + duration[list[at]])
  }
  list.splice(at, 0, o)
  return from
}
