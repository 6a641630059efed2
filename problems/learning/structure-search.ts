import { type Job, Ledger, type Random } from '../../src/run/index.ts'
import { type FamilyScores, familyScores, penalty } from './family-scores.ts'
import type { Family, NetworkData } from './network-data.ts'
import { climbing } from './order-climb.ts'
import { type FlatFamilies, flatten, type Ordering, parentsOf } from './order-search.ts'
import { poolFamilies } from './parent-pools.ts'
import { allFamilies, baseFamilies, type Families, type Progress } from './parent-sets.ts'
import { bestOf, type LayerResult, mostLayered, subsetLayers } from './subset-layers.ts'

/** The parents of every variable, ascending. */
export type Parents = readonly (readonly number[])[]

/** What the search has to show. */
interface Board {
  parents: Parents
  cost: number
  bound: number
  readonly ledger: Ledger<Parents>
}

/**
 * The best network structure. Parent sets are collected level by level while orders of the variables are searched with
 * what is known so far (Teyssier and Koller 2005, with insertions, from perturbed copies of the best order). When the
 * sets are complete the sum of the best ones bounds every network, and the exact dynamic programme over sets of variables
 * proves an optimum where its layers fit into memory. Ends with a proof, else searches until it is told to stop.
 */
export function* structureSearch(data: NetworkData, random: Random): Job<Parents, Parents> {
  const ledger = new Ledger<Parents>()
  const board: Board = {
    parents: data.required,
    cost: Number.POSITIVE_INFINITY,
    bound: Number.NEGATIVE_INFINITY,
    ledger,
  }
  yield* ledger.settle()
  if (ledger.stopped) return board.parents
  for (const work of data.table === null ? searchListed(data, board, random) : searchTable(data, board, random)) {
    if (ledger.spend(work)) yield* ledger.settle()
    if (ledger.stopped) return board.parents
  }
  yield* ledger.finish()
  return board.parents
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

function tighten(board: Board, bound: number): void {
  if (!(bound > board.bound) || !Number.isFinite(bound)) return
  board.bound = Math.min(bound, board.cost)
  board.ledger.proved(board.bound)
}

function offer(board: Board, flat: FlatFamilies, found: Pick<Ordering, 'choice'>): void {
  let cost = 0
  for (const f of found.choice) cost += f < 0 ? Number.POSITIVE_INFINITY : flat.cost[f]
  if (!(cost < board.cost)) return
  board.cost = cost
  board.parents = parentsOf(flat, found.choice)
  board.ledger.found(board.parents)
}

function* searchListed(data: NetworkData, board: Board, random: Random): Generator<number> {
  const flat = yield* flatten(data.listed as readonly (readonly Family[])[])
  tighten(board, sum(bestOf(flat)))
  yield* finish(flat, board, random)
}

function* searchTable(data: NetworkData, board: Board, random: Random): Generator<number> {
  const scores = familyScores(data.table as NonNullable<typeof data.table>, data.score, data.ess)
  const families = baseFamilies(data, scores)
  const floor = new Float64Array(data.size).fill(Number.NEGATIVE_INFINITY)
  const progress: Progress = { level: -1, complete: false, floor }
  let spent = 0
  let turn = 0
  for (const piece of gathered(data, scores, families, progress)) {
    yield piece
    spent += piece
    if (spent < turn) continue
    tighten(board, boundOf(families, progress, scores))
    yield* climb(yield* flatten(families), board, random, spent >> 2)
    turn = Math.max(firstTurn, 2 * spent)
  }
  tighten(board, boundOf(families, progress, scores))
  const flat = yield* flatten(families)
  if (progress.complete) yield* finish(flat, board, random)
  else yield* climb(flat, board, random, Number.POSITIVE_INFINITY)
}

/** Work on parent sets before the first look at what can be done with them. */
const firstTurn = 2e5
/** Where looking at all sets takes longer than this, a few likely ones come first. */
const quick = 5e6
const likely = { width: 10, depth: 3 }

function* gathered(data: NetworkData, scores: FamilyScores, families: Families, progress: Progress): Generator<number> {
  yield 1 + scores.work
  scores.work = 0
  if (workOfAll(data) > quick) yield* poolFamilies(data, scores, families, likely)
  yield* allFamilies(data, scores, families, progress)
}

/** About how much work it is to look at all sets of up to four parents: one count per set and its last member. */
export function workOfAll({ size, most, table }: NetworkData): number {
  let sets = 1
  let count = 1
  for (let k = 1; k <= Math.min(most, 4) + 1; k++) {
    sets *= (size - k + 1) / k
    count += sets
  }
  return table === null ? 0 : count * (4 + table.weight.length / 4)
}

/** The sum of what every variable costs at least: its best family, or what a set not looked at yet may come down to. */
function boundOf(families: Families, { level, complete, floor }: Progress, scores: FamilyScores): number {
  const { arities, size } = scores.table
  const order = Array.from({ length: size }, (_, v) => v).sort((a, b) => arities[a] - arities[b])
  let bound = 0
  for (let v = 0; v < size; v++) {
    const best = families[v].reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY)
    const others = order.filter((u) => u !== v).slice(0, level + 1)
    bound += complete ? best : Math.min(best, floor[v] + penalty(scores, v, others))
  }
  return bound
}

/** Searches for a while, then proves and searches by turns, until there is a proof or no room for one; then searches on. */
function* finish(flat: FlatFamilies, board: Board, random: Random): Generator<number> {
  yield* climb(flat, board, random, 2e4 * flat.size)
  const proof = prove(flat, board)
  for (let ended = false; !ended && board.cost > board.bound; ) {
    for (let spent = 0; spent < proofTurn && !ended; ) {
      const { done, value } = proof.next()
      if (!done) yield value
      spent += done ? 0 : value
      ended = done === true
    }
    if (!ended) yield* climb(flat, board, random, proofTurn)
  }
  if (board.cost > board.bound && Number.isFinite(board.cost))
    yield* climb(flat, board, random, Number.POSITIVE_INFINITY)
}

/** Work on the proof before the search has its turn. */
const proofTurn = 5e6

/** Searches orders from the best network so far, for about so much work. */
function* climb(flat: FlatFamilies, board: Board, random: Random, budget: number): Generator<number> {
  let spent = 0
  for (const { work, found } of climbing(flat, board.parents, random)) {
    if (found) offer(board, flat, found)
    yield work
    spent += work
    if (spent >= budget || board.cost <= board.bound) return
  }
}

function* prove(flat: FlatFamilies, board: Board): Generator<number> {
  if (flat.size > mostLayered) return
  const result: LayerResult = { choice: null, finished: false, bound: board.bound }
  for (const piece of subsetLayers(flat, board, result)) {
    tighten(board, result.bound)
    yield piece
  }
  if (!result.finished) return
  if (result.choice) offer(board, flat, { choice: result.choice })
  tighten(board, board.cost)
}
