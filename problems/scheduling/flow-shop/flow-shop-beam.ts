import type { FlowShopData } from './flow-shop-input.ts'

/** Children looked at per level, at most: beyond, a level would take too long to be sorted. */
const mostChildren = 16_000
/** What idle time counts beside the bound, at the root; nothing at the leaves. */
const idleWeight = 1

/** Partial orders side by side: jobs of the front stand at the beginning of `order`, those of the back at its end. */
interface Level {
  readonly front: Int32Array
  readonly back: Int32Array
  readonly left: Int32Array
  readonly order: Int32Array
  readonly ahead: Int32Array
  readonly behind: Int32Array
  readonly idle: Float64Array
  count: number
}

/** A beam search standing between two of its nodes. */
export interface FlowShopBeam {
  readonly data: FlowShopData
  width: number
  readonly mostWidth: number
  now: Level
  next: Level
  depth: number
  /** The node of `now` whose children come next. */
  node: number
  /** Children of this level: node·2·jobs + end·jobs + position in its order, and what they are worth. */
  readonly child: Float64Array
  readonly guide: Float64Array
  readonly bound: Int32Array
  readonly childIdle: Float64Array
  children: number
  readonly trial: Int32Array
  readonly trialIdle: Float64Array
  upper: number
  found: Int32Array | null
}

export function flowShopBeam(data: FlowShopData): FlowShopBeam {
  const { jobs } = data
  const mostWidth = Math.max(1, Math.floor(mostChildren / jobs))
  return {
    data,
    width: 1,
    mostWidth,
    now: levelOf(data, mostWidth),
    next: levelOf(data, mostWidth),
    depth: 0,
    node: 0,
    child: new Float64Array(mostWidth * jobs),
    guide: new Float64Array(mostWidth * jobs),
    bound: new Int32Array(mostWidth * jobs),
    childIdle: new Float64Array(mostWidth * jobs),
    children: 0,
    trial: new Int32Array(2 * jobs),
    trialIdle: new Float64Array(2 * jobs),
    upper: 2 ** 31 - 1,
    found: null,
  }
}

const levelOf = ({ jobs, machines }: FlowShopData, width: number): Level => ({
  front: new Int32Array(width * machines),
  back: new Int32Array(width * machines),
  left: new Int32Array(width * machines),
  order: new Int32Array(width * jobs),
  ahead: new Int32Array(width),
  behind: new Int32Array(width),
  idle: new Float64Array(width),
  count: 0,
})

export const isSpent = ({ width, mostWidth }: FlowShopBeam): boolean => width > mostWidth

/**
 * The next node's children, or the next level. Children of a node are at the end, front or back, that leaves fewer; the best
 * of a level by bound and idle time make the next. Every beam is twice as wide as the one before (Libralesso, Focke,
 * Secardin and Jost 2022). Returns the work done; a better order than `upper` is left in `found`.
 */
export function sweep(beam: FlowShopBeam): number {
  const { data, now } = beam
  const { jobs, machines } = data
  if (beam.depth === 0 && beam.node === 0) root(beam)
  if (beam.node < now.count) {
    expand(beam, beam.node++)
    return (jobs - beam.depth) * (2 * machines + 8)
  }
  const work = beam.children * 8 + beam.width * (jobs + machines) + 10
  choose(beam)
  beam.depth++
  beam.node = 0
  if (beam.depth === jobs && beam.now.count > 0) leaf(beam)
  if (beam.depth === jobs || beam.now.count === 0) {
    beam.depth = 0
    beam.width *= 2
  }
  return work
}

function root({ data, now }: FlowShopBeam): void {
  const { jobs, machines, durations } = data
  now.count = 1
  now.front.fill(0, 0, machines)
  now.back.fill(0, 0, machines)
  now.left.fill(0, 0, machines)
  now.idle[0] = now.ahead[0] = now.behind[0] = 0
  for (let j = 0; j < jobs; j++) {
    now.order[j] = j
    for (let i = 0; i < machines; i++) now.left[i] += durations[j * machines + i]
  }
}

function expand(beam: FlowShopBeam, node: number): void {
  const { data, depth, now, trial, trialIdle, upper, child, guide, bound, childIdle } = beam
  const { jobs, machines } = data
  const [from, to] = [now.ahead[node], jobs - now.behind[node]]
  tryEnd(beam, node, 0)
  tryEnd(beam, node, 1)
  const few = [0, 0]
  const sum = [0, 0]
  for (let end = 0; end < 2; end++) {
    for (let k = from; k < to; k++) {
      sum[end] += trial[end * jobs + k]
      if (trial[end * jobs + k] < upper) few[end]++
    }
  }
  const end = few[1] < few[0] || (few[1] === few[0] && sum[1] > sum[0]) ? 1 : 0
  const weight = (idleWeight * (jobs - depth)) / (jobs * machines)
  for (let k = from; k < to; k++) {
    const at = end * jobs + k
    if (trial[at] >= upper) continue
    const c = beam.children++
    child[c] = node * 2 * jobs + at
    bound[c] = trial[at]
    childIdle[c] = now.idle[node] + trialIdle[at]
    guide[c] = trial[at] + weight * childIdle[c]
  }
}

/** Bounds and idle times when an open job comes next at the front (0) or at the back (1). */
function tryEnd({ data, now, trial, trialIdle }: FlowShopBeam, node: number, end: 0 | 1): void {
  const { jobs, machines: m, durations } = data
  const near = end === 0 ? now.front : now.back
  const far = end === 0 ? now.back : now.front
  const row = node * m
  for (let k = now.ahead[node]; k < jobs - now.behind[node]; k++) {
    const job = now.order[node * jobs + k] * m
    let time = 0
    let most = 0
    let idle = 0
    for (let s = 0; s < m; s++) {
      const i = end === 0 ? s : m - 1 - s
      const own = durations[job + i]
      const free = near[row + i]
      if (time > free) idle += time - free
      time = Math.max(time, free) + own
      most = Math.max(most, time + now.left[row + i] - own + far[row + i])
    }
    trial[end * jobs + k] = most
    trialIdle[end * jobs + k] = idle
  }
}

/** The best children become the next level. */
function choose(beam: FlowShopBeam): void {
  const { width, children, guide, next } = beam
  next.count = 0
  let limit = Number.POSITIVE_INFINITY
  if (children > width) limit = guide.slice(0, children).sort()[width - 1]
  for (let c = 0; c < children && next.count < width; c++) if (guide[c] < limit) grow(beam, c)
  for (let c = 0; c < children && next.count < width; c++) if (guide[c] === limit) grow(beam, c)
  beam.children = 0
  beam.next = beam.now
  beam.now = next
}

function grow({ data, now, next, child, childIdle }: FlowShopBeam, c: number): void {
  const { jobs, machines: m, durations } = data
  const node = Math.floor(child[c] / (2 * jobs))
  const isFront = child[c] % (2 * jobs) < jobs
  const k = child[c] % jobs
  const to = next.count++
  for (const part of ['front', 'back', 'left'] as const)
    next[part].set(now[part].subarray(node * m, node * m + m), to * m)
  next.order.set(now.order.subarray(node * jobs, node * jobs + jobs), to * jobs)
  next.ahead[to] = now.ahead[node] + (isFront ? 1 : 0)
  next.behind[to] = now.behind[node] + (isFront ? 0 : 1)
  next.idle[to] = childIdle[c]
  const job = next.order[to * jobs + k]
  const place = to * jobs + (isFront ? now.ahead[node] : jobs - 1 - now.behind[node])
  next.order[to * jobs + k] = next.order[place]
  next.order[place] = job
  const near = isFront ? next.front : next.back
  let time = 0
  for (let s = 0; s < m; s++) {
    const i = isFront ? s : m - 1 - s
    time = Math.max(time, near[to * m + i]) + durations[job * m + i]
    near[to * m + i] = time
    next.left[to * m + i] -= durations[job * m + i]
  }
}

/** Whole orders: the best of them, each worth the most of front and back over the machines. */
function leaf(beam: FlowShopBeam): void {
  const { data, now } = beam
  const { jobs, machines: m } = data
  for (let node = 0; node < now.count; node++) {
    let whole = 0
    for (let i = 0; i < m; i++) whole = Math.max(whole, now.front[node * m + i] + now.back[node * m + i])
    if (whole >= beam.upper) continue
    beam.upper = whole
    beam.found = now.order.slice(node * jobs, node * jobs + jobs)
  }
}
