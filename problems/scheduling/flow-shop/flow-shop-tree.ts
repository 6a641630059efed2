import type { FlowShopData } from './flow-shop-input.ts'

/** A branch and bound search standing between two of its nodes; depth d has placed d jobs, at the front or at the back. */
export interface FlowShopTree {
  readonly data: FlowShopData
  /** Per depth·machines + machine: when the front leaves it, how long the back needs from it, what is left to do on it. */
  readonly front: Int32Array
  readonly back: Int32Array
  readonly left: Int32Array
  /** Per depth·jobs: jobs not yet placed, and those of them worth trying next, with the bound of each, least first. */
  readonly open: Int32Array
  readonly kids: Int32Array
  readonly bounds: Int32Array
  readonly kidCount: Int32Array
  readonly next: Int32Array
  readonly isFront: Uint8Array
  /** The job placed at each depth. */
  readonly path: Int32Array
  depth: number
  /** Only orders below are looked for. */
  upper: number
  /** No order ends before this. */
  bound: number
  found: Int32Array | null
  /** Bounds of all children: at the front, then at the back. */
  readonly trial: Int32Array
  /** The least times of any job before and behind each machine. */
  readonly heads: Int32Array
  readonly tails: Int32Array
}

export function flowShopTree(data: FlowShopData): FlowShopTree {
  const { jobs, machines, durations } = data
  const levels = jobs + 1
  const tree: FlowShopTree = {
    data,
    front: new Int32Array(levels * machines),
    back: new Int32Array(levels * machines),
    left: new Int32Array(levels * machines),
    open: new Int32Array(levels * jobs),
    kids: new Int32Array(levels * jobs),
    bounds: new Int32Array(levels * jobs),
    kidCount: new Int32Array(levels),
    next: new Int32Array(levels),
    isFront: new Uint8Array(levels),
    path: new Int32Array(levels),
    depth: -1,
    upper: 0,
    bound: 0,
    found: null,
    trial: new Int32Array(2 * jobs),
    heads: new Int32Array(machines),
    tails: new Int32Array(machines),
  }
  for (let j = 0; j < jobs; j++) tree.open[j] = j
  for (let i = 0; i < machines; i++) {
    for (let j = 0; j < jobs; j++) tree.left[i] += durations[j * machines + i]
    tree.heads[i] = leastSum(data, 0, i)
    tree.tails[i] = leastSum(data, i + 1, machines)
  }
  return tree
}

/** The least time of any job on the machines from `from` to before `to`. */
function leastSum({ jobs, machines, durations }: FlowShopData, from: number, to: number): number {
  let least = 2 ** 31 - 1
  for (let j = 0; j < jobs; j++) {
    let sum = 0
    for (let i = from; i < to; i++) sum += durations[j * machines + i]
    least = Math.min(least, sum)
  }
  return least
}

/** Plants the root; to be called once, when a first order is known. */
export function plant(tree: FlowShopTree, upper: number): void {
  tree.upper = upper
  tree.depth = 0
  branch(tree)
}

export const isFelled = ({ depth }: FlowShopTree): boolean => depth < 0

/**
 * Looks at the next node, depth first, cheapest first. Jobs are placed at the front or at the back, whichever leaves fewer
 * children, with bounds of one machine (Gmys, Mezmaz, Melab and Tuyttens 2020). Returns the work done.
 */
export function climb(tree: FlowShopTree): number {
  const { data, depth, next, kidCount, bounds, kids } = tree
  const { jobs, machines } = data
  const at = depth * jobs + next[depth]
  if (depth === 0)
    tree.bound = Math.max(tree.bound, Math.min(tree.upper, next[0] < kidCount[0] ? bounds[at] : tree.upper))
  if (next[depth] >= kidCount[depth] || bounds[at] >= tree.upper) {
    if (depth === 0) tree.bound = Math.max(tree.bound, tree.upper)
    tree.depth--
    return 4
  }
  next[depth]++
  place(tree, kids[at])
  if (depth + 1 === jobs) {
    tree.upper = bounds[at]
    tree.found = orderOf(tree)
    return jobs
  }
  tree.depth++
  branch(tree)
  return (jobs - depth) * (2 * machines + 8)
}

/** Fills the next depth with the state after this job. */
function place({ data, depth, front, back, left, open, isFront, path }: FlowShopTree, job: number): void {
  const { jobs, machines: m, durations } = data
  const [from, to] = [depth * m, (depth + 1) * m]
  path[depth] = job
  let time = 0
  if (isFront[depth]) {
    for (let i = 0; i < m; i++) {
      time = Math.max(time, front[from + i]) + durations[job * m + i]
      front[to + i] = time
      back[to + i] = back[from + i]
    }
  } else {
    for (let i = m - 1; i >= 0; i--) {
      time = Math.max(time, back[from + i]) + durations[job * m + i]
      back[to + i] = time
      front[to + i] = front[from + i]
    }
  }
  for (let i = 0; i < m; i++) left[to + i] = left[from + i] - durations[job * m + i]
  let k = (depth + 1) * jobs
  for (let o = depth * jobs; o < depth * jobs + jobs - depth; o++) if (open[o] !== job) open[k++] = open[o]
}

/** Bounds all children of the current node from both ends, and keeps the better end's, least bound first. */
function branch(tree: FlowShopTree): void {
  const { data, depth, upper, open, kids, bounds, kidCount, next, isFront, trial } = tree
  const { jobs } = data
  const count = jobs - depth
  boundFront(tree, count)
  boundBack(tree, count)
  const few = [0, 0]
  const sum = [0, 0]
  for (let end = 0; end < 2; end++) {
    for (let k = 0; k < count; k++) {
      const bound = trial[end * jobs + k]
      sum[end] += bound
      if (bound < upper) few[end]++
    }
  }
  const end = few[1] < few[0] || (few[1] === few[0] && sum[1] > sum[0]) ? 1 : 0
  isFront[depth] = end === 0 ? 1 : 0
  next[depth] = 0
  let kept = 0
  for (let k = 0; k < count; k++) {
    const bound = trial[end * jobs + k]
    if (bound >= upper) continue
    let at = depth * jobs + kept++
    for (; at > depth * jobs && bounds[at - 1] > bound; at--) {
      bounds[at] = bounds[at - 1]
      kids[at] = kids[at - 1]
    }
    bounds[at] = bound
    kids[at] = open[depth * jobs + k]
  }
  kidCount[depth] = kept
}

/** What the order takes at least when an open job comes next at the front: per machine front, what is left, and back. */
function boundFront(
  { data, depth, front, back, left, open, trial, tails, isFront }: FlowShopTree,
  count: number,
): void {
  const { jobs, machines: m, durations } = data
  const row = depth * m
  // While nobody stands at the back, somebody's tail will, unless this is the last job.
  const isGuess = count > 1 && !placedAt(isFront, depth, 0)
  for (let k = 0; k < count; k++) {
    const job = open[depth * jobs + k] * m
    let time = 0
    let most = 0
    for (let i = 0; i < m; i++) {
      const own = durations[job + i]
      time = Math.max(time, front[row + i]) + own
      most = Math.max(most, time + left[row + i] - own + (isGuess ? tails[i] : back[row + i]))
    }
    trial[k] = most
  }
}

/** The same at the back. */
function boundBack({ data, depth, front, back, left, open, trial, heads, isFront }: FlowShopTree, count: number): void {
  const { jobs, machines: m, durations } = data
  const row = depth * m
  const isGuess = count > 1 && !placedAt(isFront, depth, 1)
  for (let k = 0; k < count; k++) {
    const job = open[depth * jobs + k] * m
    let time = 0
    let most = 0
    for (let i = m - 1; i >= 0; i--) {
      const own = durations[job + i]
      time = Math.max(time, back[row + i]) + own
      most = Math.max(most, time + left[row + i] - own + (isGuess ? heads[i] : front[row + i]))
    }
    trial[jobs + k] = most
  }
}

/** Whether a job was placed at that end (1 front, 0 back) on the way here. */
function placedAt(isFront: Uint8Array, depth: number, end: 0 | 1): boolean {
  for (let d = 0; d < depth; d++) if (isFront[d] === end) return true
  return false
}

/** The path as an order: jobs of the front as they came, those of the back in reverse. */
function orderOf({ data, path, isFront }: FlowShopTree): Int32Array {
  const order = new Int32Array(data.jobs)
  let front = 0
  let back = data.jobs
  for (let d = 0; d < data.jobs; d++) order[isFront[d] ? front++ : --back] = path[d]
  return order
}
