import type { Job, JobRequest, Kernel } from '../run/index.ts'
import { firstState, leastState, type TableSums, tableSums } from './exhaust-table.ts'
import { combinations, type ExhaustTree } from './exhaust-tree.ts'

/** One branch of the tree: `prefix` is the option chosen by each of the first digits. */
export interface ExhaustInput {
  readonly tree: ExhaustTree
  readonly prefix: Int32Array
}

/** The first best state of what was looked at; `point` by the tree's numbers, null when nothing was. */
export interface ExhaustOut {
  readonly energy: number
  readonly point: Int8Array | null
  readonly complete: boolean
}

/**
 * Looks at every state of a branch, in the order of the tree, and keeps the first of the best.
 *
 * Going down, the fields of the undecided variables are added up afresh in a row per level: nothing is ever undone, so no
 * rounding error builds up, and energies of integer models are exact.
 */
export const exhaust: Kernel<ExhaustInput, ExhaustOut> = { name: 'exhaust', start }

/** Work of one leaf of the tree, which is 2^tableBits states. */
export const leafWork = (tree: ExhaustTree): number => 4 + Math.ceil(2 ** tree.tableBits / 10)

/** The leaves below a prefix: the option chosen by each of the first digits. */
function leavesBelow({ choices, follows, optionStart }: ExhaustTree, prefix: ArrayLike<number>): number {
  const digit = prefix.length
  const rest = choices.slice(digit).reduce((a, b) => a * b, 1)
  if (!follows[digit]) return rest
  let left = 1
  while (follows[digit + left]) left++
  // So many digits, none behind the one before, over the options from the last one chosen on.
  const span = optionStart[digit] - prefix[digit - 1]
  return rest * combinations(span - 1 + left, left)
}

/** The tree cut into at least `atLeast` branches (when it has so many), in order. */
export function exhaustJobs(tree: ExhaustTree, atLeast: number): JobRequest<ExhaustInput>[] {
  let prefixes: number[][] = [[]]
  let digit = 0
  for (; digit < tree.choices.length && prefixes.length < atLeast; digit++)
    prefixes = prefixes.flatMap((p) => extensions(tree, p))
  return prefixes.map((prefix) => ({
    input: { tree, prefix: Int32Array.from(prefix) },
    work: leavesBelow(tree, prefix) * leafWork(tree),
  }))
}

function extensions(tree: ExhaustTree, prefix: readonly number[]): number[][] {
  const { optionStart, slot } = tree
  const taken = new Set(prefix.map((o) => slot[o]).filter((s) => s >= 0))
  const found: number[][] = []
  for (let o = firstOption(tree, prefix.length, prefix.at(-1) ?? 0); o < optionStart[prefix.length + 1]; o++)
    if (!taken.has(slot[o])) found.push([...prefix, o])
  return found
}

/** The first option that a digit may choose below the option `above`. */
function firstOption({ optionStart, follows }: ExhaustTree, digit: number, above: number): number {
  return optionStart[digit] + (follows[digit] ? above - optionStart[digit - 1] : 0)
}

interface Walk {
  readonly tree: ExhaustTree
  /** The first digit that is not the prefix's. */
  readonly floor: number
  depth: number
  /** Per digit: the option chosen; before the first one, the option before it. */
  readonly choice: Int32Array
  readonly taken: Uint8Array
  /** Per level: energy of what is decided, and a row of fields. */
  readonly base: Float64Array
  readonly fields: Float64Array
  readonly sums: TableSums
  readonly bestChoice: Int32Array
  bestLow: number
  best: number
}

function* start({ tree, prefix }: ExhaustInput): Job<ExhaustOut> {
  const walk = begin(tree, prefix)
  const perLeaf = leafWork(tree)
  let allowance = yield { work: 0 }
  let left = leavesBelow(tree, prefix)
  while (left > 0 && allowance > 0) {
    const leaves = Math.min(left, Math.ceil(allowance / perLeaf))
    advance(walk, leaves)
    left -= leaves
    allowance = yield { work: leaves * perLeaf }
  }
  return { energy: walk.best, point: pointOf(walk), complete: left === 0 }
}

function begin(tree: ExhaustTree, prefix: Int32Array): Walk {
  const digits = tree.choices.length
  const walk: Walk = {
    tree,
    floor: prefix.length,
    depth: 0,
    best: Number.POSITIVE_INFINITY,
    bestLow: 0,
    choice: Int32Array.from({ length: digits }, (_, d) => tree.optionStart[d] - 1),
    bestChoice: new Int32Array(digits),
    taken: new Uint8Array(tree.slots),
    base: new Float64Array(digits + 1),
    fields: new Float64Array((digits + 1) * tree.size),
    sums: tableSums(tree.tableBits),
  }
  walk.base[0] = tree.offset
  walk.fields.set(tree.linear)
  for (const option of prefix) descend(walk, option)
  return walk
}

/** Visits the next `leaves` leaves, or as many as there are. */
function advance(walk: Walk, leaves: number): void {
  const { tree, choice, taken, floor } = walk
  const { optionStart, slot } = tree
  const bottom = choice.length
  let left = leaves
  while (left > 0) {
    const d = walk.depth
    if (d === bottom) {
      visitLeaf(walk)
      left--
      if (bottom === floor) {
        walk.depth = floor - 1
        continue
      }
      ascend(walk)
      continue
    }
    if (d < floor) return
    let option = choice[d] + 1
    while (option < optionStart[d + 1] && slot[option] >= 0 && taken[slot[option]]) option++
    if (option < optionStart[d + 1]) {
      descend(walk, option)
      continue
    }
    if (d === floor) walk.depth = floor - 1
    else ascend(walk)
  }
}

function descend(walk: Walk, option: number): void {
  const { tree, fields, base, choice, depth } = walk
  const { size, matrix } = tree
  const variable = tree.option[option]
  choice[depth] = option
  if (depth + 1 < choice.length) choice[depth + 1] = firstOption(tree, depth + 1, option) - 1
  if (tree.slot[option] >= 0) walk.taken[tree.slot[option]] = 1
  const from = depth * size
  const to = from + size
  if (variable < 0) {
    base[depth + 1] = base[depth]
    for (let u = tree.open[option]; u < size; u++) fields[to + u] = fields[from + u]
  } else {
    const row = variable * size
    base[depth + 1] = base[depth] + fields[from + variable]
    for (let u = tree.open[option]; u < size; u++) fields[to + u] = fields[from + u] + matrix[row + u]
  }
  walk.depth = depth + 1
}

function ascend(walk: Walk): void {
  walk.depth--
  const slot = walk.tree.slot[walk.choice[walk.depth]]
  if (slot >= 0) walk.taken[slot] = 0
}

function visitLeaf(walk: Walk): void {
  const { tree, depth } = walk
  const at = depth * tree.size + tree.size - tree.tableBits
  const least = leastState(tree.table, walk.sums, walk.fields, at)
  const energy = walk.base[depth] + least
  if (energy >= walk.best) return
  walk.best = energy
  walk.bestLow = firstState(tree.table, walk.sums, least)
  walk.bestChoice.set(walk.choice)
}

function pointOf({ tree, best, bestLow, bestChoice }: Walk): Int8Array | null {
  if (best === Number.POSITIVE_INFINITY) return null
  const point = new Int8Array(tree.size)
  for (const option of bestChoice) if (tree.option[option] >= 0) point[tree.option[option]] = 1
  const first = tree.size - tree.tableBits
  for (let i = 0; i < tree.tableBits; i++) point[first + i] = Math.floor(bestLow / 2 ** i) % 2
  return point
}
