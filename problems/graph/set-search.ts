import { type Job, Ledger, type Random } from '../../src/run/index.ts'
import { type CliqueTree, cliqueTree, isExhausted, mostInTree, searchTree } from './clique-tree.ts'
import { type CoverState, coverState, searchCover } from './cover-search.ts'
import { complementOf, degreeOf, type Neighbours } from './neighbours.ts'

/** What may not be chosen together, and what may; either may be derived from the other. */
export interface SetQuestion {
  readonly weight: Float64Array
  /** Nodes joined here exclude each other. */
  readonly conflicts: Neighbours
  /** Nodes joined here do not; null when nobody has it yet. */
  readonly compatible: Neighbours | null
}

/** Units between two looks at the allowance. */
const piece = 20_000
/** Local search alone for so long, then in turns with the tree, which after `patience` has only every fourth piece. */
const head = 400_000
const patience = 50_000_000

/**
 * The heaviest set of nodes of which no two are in conflict: local search on covers and branch and bound on cliques in
 * turns, each telling the other the best weight. Finds and result are 1 for chosen nodes; bounds are weights. Ends when
 * the tree is exhausted, on large graphs never.
 */
export function* setSearch(question: SetQuestion, random: Random): Job<Uint8Array, Uint8Array> {
  const { conflicts, weight } = question
  const start = greedySet(conflicts, weight)
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return start
  const total = weight.reduce((sum, w) => sum + w, 0)
  const cover = coverState(conflicts, weight, start)
  let spent = 8 * conflicts.column.length + 8 * conflicts.size
  let due = ledger.spend(spent)
  let tree: CliqueTree | null = null
  const told = { weight: Number.NEGATIVE_INFINITY, bound: Number.POSITIVE_INFINITY }
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
    } else work = searchCover(cover, piece, random)
    spent += work
    if (tree === null && spent >= head && conflicts.size <= mostInTree) {
      tree = cliqueTree(question.compatible ?? complementOf(conflicts), weight)
      work += conflicts.size * conflicts.size
    }
    due = ledger.spend(work)
  }
  tell(ledger, told, cover, bound)
  yield* ledger.close()
  return cover.best.slice()
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

/** Nodes by weight over degree, each taken when nothing taken is in its way. */
export function greedySet(conflicts: Neighbours, weight: Float64Array): Uint8Array {
  const worth = Float64Array.from(weight, (w, i) => w / (degreeOf(conflicts, i) + 1))
  const chosen = new Uint8Array(conflicts.size)
  extend(conflicts, worth, chosen)
  return chosen
}

/** Adds what fits, the most worthy first. */
export function extend({ size, rowStart, column }: Neighbours, worth: Float64Array, chosen: Uint8Array): void {
  const blocked = new Uint8Array(size)
  const block = (i: number) => {
    blocked[i] = 1
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) blocked[column[k]] = 1
  }
  for (let i = 0; i < size; i++) if (chosen[i]) block(i)
  const order = Uint32Array.from({ length: size }, (_, i) => i).sort((a, b) => worth[b] - worth[a] || a - b)
  for (const i of order) {
    if (blocked[i]) continue
    chosen[i] = 1
    block(i)
  }
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
