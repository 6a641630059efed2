import { atOnce, type Job, Ledger, type Pieces, type Random, sorted } from '../../../src/run/index.ts'
import { complementing, degreeOf, type Neighbours } from '../neighbours.ts'
import { type CliqueTree, growing, isExhausted, mostInTree, searchTree } from './clique-tree.ts'
import { type CoverState, covering, searchCover } from './cover-search.ts'
import { type SwapState, searchSwaps, swapping } from './set-swaps.ts'

/** What may not be chosen together, or what may: the other is derived. */
export type SetQuestion = { readonly weight: Float64Array } & (
  | { readonly conflicts: Neighbours; readonly compatible?: undefined }
  | { readonly compatible: Neighbours; readonly conflicts?: undefined }
)

/** Units between two looks at the allowance. */
const piece = 20_000
/** Local search alone for so long, then in turns with the tree, which after `patience` has only every fourth piece. */
const head = 400_000
const patience = 50_000_000

/**
 * The heaviest set of nodes of which no two are in conflict: local search on covers, where all weigh 1 also by swaps, and
 * branch and bound on cliques in turns, each telling the other the best weight. Finds and result are 1 for chosen nodes;
 * bounds are weights. Ends when the tree is exhausted, on large graphs never.
 */
export function* setSearch(question: SetQuestion, random: Random): Job<Uint8Array, Uint8Array> {
  const { weight } = question
  const start = new Uint8Array(weight.length)
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return start
  const conflicts = yield* ledger.through(choosing(question, start))
  if (conflicts === null) return start
  ledger.found(start.slice())
  const cover = yield* ledger.through(covering(conflicts, weight, start))
  if (cover === null) return start
  const total = weight.reduce((sum, w) => sum + w, 0)
  const swaps = cover.isUnit ? yield* ledger.through(swapping(conflicts, start)) : null
  if (ledger.stopped) return start
  let spent = 0
  let due = false
  let tree: CliqueTree | null = null
  const told = { weight: cover.bestWeight, bound: Number.POSITIVE_INFINITY }
  let bound = Math.max(total, 0)
  for (let turn = 0; ; turn++) {
    if (due) {
      tell(ledger, told, cover, bound)
      yield* ledger.settle()
      if (ledger.stopped) return cover.best.slice()
    }
    if (bound <= cover.bestWeight) break
    let work = 0
    if (tree !== null && turn % (spent < patience ? 2 : 4) === 0) {
      work = stepTree(tree, cover)
      bound = Math.min(bound, isExhausted(tree) ? cover.bestWeight : tree.bound)
    } else if (swaps !== null && turn % 4 !== 1) work = stepSwaps(swaps, cover, random)
    else work = searchCover(cover, piece, random)
    spent += work
    due = ledger.spend(work)
    if (tree !== null || spent < head || conflicts.size > mostInTree) continue
    tree = yield* ledger.through(growTree(question, conflicts))
    if (tree === null) return cover.best.slice()
  }
  tell(ledger, told, cover, bound)
  yield* ledger.close()
  return cover.best.slice()
}

/** Nodes by weight over degree, each taken when nothing taken is in its way; `chosen` is feasible all the time. */
export function* choosing({ conflicts, compatible, weight }: SetQuestion, chosen: Uint8Array): Pieces<Neighbours> {
  const apart = conflicts ?? (yield* complementing(compatible))
  const worth = new Float64Array(weight.length)
  for (let i = 0; i < worth.length; i++) worth[i] = weight[i] / (degreeOf(apart, i) + 1)
  yield* extending(apart, worth, chosen)
  return apart
}

function* growTree({ compatible, weight }: SetQuestion, conflicts: Neighbours): Pieces<CliqueTree> {
  return yield* growing(compatible ?? (yield* complementing(conflicts)), weight)
}

/** Writes down what is better than what was told. */
function tell(
  ledger: Ledger<Uint8Array>,
  told: { weight: number; bound: number },
  cover: CoverState,
  bound: number,
): void {
  if (cover.bestWeight > told.weight) ledger.found(cover.best.slice())
  if (bound < told.bound) ledger.proved(bound)
  told.weight = cover.bestWeight
  told.bound = bound
}

function stepSwaps(swaps: SwapState, cover: CoverState, random: Random): number {
  const work = searchSwaps(swaps, piece, random)
  if (swaps.bestCount > cover.bestWeight) {
    cover.best.set(swaps.best)
    cover.bestWeight = swaps.bestCount
  }
  return work
}

function stepTree(tree: CliqueTree, cover: CoverState): number {
  tree.best = Math.max(tree.best, cover.bestWeight)
  const work = searchTree(tree, piece)
  if (tree.found === null || tree.best <= cover.bestWeight) return work
  cover.best.fill(0)
  for (const i of tree.found) cover.best[i] = 1
  cover.bestWeight = sumOf(cover.best, cover.weight)
  return work
}

export function sumOf(chosen: Uint8Array, weight: Float64Array): number {
  let total = 0
  for (let i = 0; i < chosen.length; i++) if (chosen[i]) total += weight[i]
  return total
}

/** Adds what fits, the most worthy first. */
export const extend = (conflicts: Neighbours, worth: Float64Array, chosen: Uint8Array): void =>
  atOnce(extending(conflicts, worth, chosen))

/** Units between two pieces of a greedy choice. */
const pause = 8192

function* extending({ size, rowStart, column }: Neighbours, worth: Float64Array, chosen: Uint8Array): Pieces<void> {
  const blocked = new Uint8Array(size)
  const block = (i: number) => {
    blocked[i] = 1
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) blocked[column[k]] = 1
  }
  for (let i = 0; i < size; i++) if (chosen[i]) block(i)
  const order = yield* sorted(size, (a, b) => worth[b] - worth[a])
  let work = size
  for (const i of order) {
    work++
    if (work >= pause) {
      yield work
      work = 0
    }
    if (blocked[i]) continue
    chosen[i] = 1
    block(i)
    work += rowStart[i + 1] - rowStart[i]
  }
  yield work
}

/** Takes nodes out until no two are in conflict, of each such pair the one in more conflicts; true when any had to go. */
export function withoutConflicts({ size, rowStart, column }: Neighbours, chosen: Uint8Array): boolean {
  const conflicts = new Uint32Array(size)
  let worst = 0
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; chosen[i] && k < rowStart[i + 1]; k++) conflicts[i] += chosen[column[k]]
    worst = Math.max(worst, conflicts[i])
  }
  const wasBroken = worst > 0
  for (; worst > 0; worst--) {
    for (let i = 0; i < size; i++) {
      if (conflicts[i] < worst) continue
      chosen[i] = 0
      conflicts[i] = 0
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (chosen[column[k]]) conflicts[column[k]]--
    }
  }
  return wasBroken
}
