import { type Job, Ledger, type Pieces, type Random } from '../../../src/run/index.ts'
import type { Neighbours } from '../neighbours.ts'
import { type CliqueTree, growing, isExhausted, mostInTree, searchTree } from '../sets/clique-tree.ts'
import { crossed, greedily, withoutClass } from './colour-classes.ts'
import { type ExchangeState, exchangeColours, exchangeState } from './colour-exchange.ts'
import { type ColourTree, colourTree, isSearched, searchColours } from './colour-tree.ts'
import { coloursIn, growingClique, saturating } from './saturation.ts'

/** Units between two looks at the allowance. */
const piece = 20_000
/** The trees have half of the first so many units, then a sixteenth of the rest. */
const patience = 100_000_000
/** Entries of a colour tree's table beyond which no proof is tried. */
const mostSeen = 1_000_000

interface Search {
  readonly neighbours: Neighbours
  readonly random: Random
  /** More colours than this are no answer. */
  readonly limit: number
  best: Int32Array
  colours: number
  /** No colouring has fewer. */
  bound: number
  readonly cliques: CliqueTree | null
  tree: ColourTree | null
  exchange: Descent | null
}

/**
 * As few colours as can be: DSATUR, then for one colour fewer each time tabu search on conflicts (TabuCol) and, where
 * that fails, crossover of two such searches (HEAD, Moalic and Gondran 2018); beside it a clique for a bound and DSATUR
 * branch and bound for a proof. Finds and result are colours per node, bounds are numbers of colours; once more than
 * `limit` are known to be needed the bound is infinite and the search ends. Colourings above the limit are told, too.
 */
export function* colouringSearch(
  neighbours: Neighbours,
  random: Random,
  limit = Number.POSITIVE_INFINITY,
): Job<Int32Array, Int32Array> {
  const ledger = new Ledger<Int32Array>()
  yield* ledger.settle()
  const search = ledger.stopped ? null : yield* ledger.through(begin(neighbours, random, limit, ledger))
  if (search === null) return greedily(neighbours, Array.from(neighbours.rowStart.keys()).slice(0, neighbours.size))
  let spent = 0
  for (let turn = 0; search.bound < Math.min(search.colours, limit + 1); turn++) {
    const { colours, bound } = search
    const work = turnTo(search, turn, spent < patience)
    spent += work
    if (search.colours < colours) ledger.found(search.best.slice())
    if (search.bound > bound) ledger.proved(costOf(search.bound, limit))
    if (ledger.spend(work)) yield* ledger.settle()
    if (ledger.stopped) return search.best
  }
  yield* ledger.finish()
  return search.best
}

/** Above the limit there is no answer at any cost. */
const costOf = (bound: number, limit: number): number => (bound > limit ? Number.POSITIVE_INFINITY : bound)

/** A colouring, told at once, and what the search needs. */
function* begin(neighbours: Neighbours, random: Random, limit: number, ledger: Ledger<Int32Array>): Pieces<Search> {
  const { size } = neighbours
  const first = yield* saturating(neighbours)
  const colours = coloursIn(first)
  ledger.found(first)
  const clique = yield* growingClique(neighbours)
  ledger.proved(costOf(clique.length, limit))
  const isSmall = size * colours <= mostSeen && clique.length < colours
  const cliques = size <= mostInTree ? yield* growing(neighbours, new Float64Array(size).fill(1)) : null
  if (cliques) cliques.best = clique.length
  yield size
  const tree = isSmall ? colourTree(neighbours, clique, colours) : null
  return { neighbours, random, limit, best: first, colours, bound: clique.length, cliques, tree, exchange: null }
}

/** One piece of whoever's turn it is. */
function turnTo(search: Search, turn: number, isEarly: boolean): number {
  const { cliques, tree } = search
  const isProof = isEarly ? turn % 2 === 1 : turn % 16 === 1
  const canColour = tree !== null && !isSearched(tree)
  const canClique = cliques !== null && !isExhausted(cliques)
  if (isProof && canClique && (!canColour || (turn >> 1) % 4 === 0)) return improveClique(search, cliques)
  if (isProof && canColour) return improveTree(search, tree)
  return exchangeOnce(search)
}

function improveClique(search: Search, cliques: CliqueTree): number {
  const work = searchTree(cliques, piece)
  search.bound = Math.max(search.bound, cliques.best)
  return work
}

/** Above the limit by more than one colour, it asks for a colouring within the limit at once. */
function improveTree(search: Search, tree: ColourTree): number {
  tree.best = Math.min(search.colours, search.limit + 1)
  const work = searchColours(tree, piece)
  if (tree.best < search.colours && tree.found) take(search, tree.found)
  if (isSearched(tree)) search.bound = Math.max(search.bound, tree.best)
  return work
}

function take(search: Search, colour: Int32Array): void {
  search.best = colour.slice()
  search.colours = coloursIn(colour)
  search.exchange = null
}

/** Two colourings with conflicts that are crossed and improved in turns, and two that were good before (HEAD). */
interface Descent {
  readonly colours: number
  readonly length: number
  state: ExchangeState
  /** Whose turn it is to be improved: the first or the second child. */
  child: 0 | 1
  pair: [Int32Array, Int32Array] | null
  waiting: Int32Array | null
  cycleBest: Int32Array
  cycleFewest: number
  lastBest: Int32Array
  generation: number
}

/** Steps of one tabu search within a generation. */
const stepsOf = (size: number): number => 10_000 + 20 * size
/** Generations between two changes of the guests. */
const cycle = 10

function descent({ neighbours, best, random }: Search, colours: number): Descent {
  const begin = withoutClass(neighbours, best)
  return {
    colours,
    length: stepsOf(neighbours.size),
    state: exchangeState(neighbours, colours, begin),
    child: 0,
    pair: null,
    waiting: anyColours(neighbours.size, colours, random),
    cycleBest: begin,
    cycleFewest: Number.POSITIVE_INFINITY,
    lastBest: begin,
    generation: 0,
  }
}

const anyColours = (size: number, colours: number, random: Random): Int32Array =>
  Int32Array.from({ length: size }, () => random.below(colours))

function exchangeOnce(search: Search): number {
  const { exchange, random, neighbours } = search
  if (exchange === null) {
    search.exchange = descent(search, search.colours - 1)
    return 2 * neighbours.column.length + neighbours.size * search.colours
  }
  const { state } = exchange
  const work = exchangeColours(state, piece, exchange.length, random) + 16
  if (state.conflicts === 0) {
    take(search, state.colour)
    return work
  }
  return state.step < exchange.length ? work : work + breed(search, exchange)
}

/** The child in hand is as good as it gets: the other one comes, or after both the next generation. */
function breed({ neighbours, random }: Search, exchange: Descent): number {
  const { colours, state } = exchange
  const improved = state.best.slice()
  if (state.fewest < exchange.cycleFewest) {
    exchange.cycleFewest = state.fewest
    exchange.cycleBest = improved
  }
  if (exchange.child === 0) {
    exchange.pair = [improved, exchange.waiting as Int32Array]
    exchange.child = 1
    exchange.state = exchangeState(neighbours, colours, exchange.waiting as Int32Array)
  } else {
    const first = (exchange.pair as [Int32Array, Int32Array])[0]
    const [mother, father] = refreshed(exchange, first, improved, random)
    exchange.waiting = crossed(father, mother, colours, random)
    exchange.child = 0
    exchange.state = exchangeState(neighbours, colours, crossed(mother, father, colours, random))
  }
  return 2 * neighbours.column.length + 4 * neighbours.size * colours
}

/** Every tenth generation the best of the cycle before replaces the first; twins are replaced by chance. */
function refreshed(exchange: Descent, first: Int32Array, second: Int32Array, random: Random): [Int32Array, Int32Array] {
  const { colours } = exchange
  let mother = first
  if (++exchange.generation % cycle === 0) {
    mother = exchange.lastBest
    exchange.lastBest = exchange.cycleBest
    exchange.cycleFewest = Number.POSITIVE_INFINITY
  }
  return areAlike(mother, second, colours) ? [anyColours(first.length, colours, random), second] : [mother, second]
}

/** The same classes, whatever their colours. */
function areAlike(a: Int32Array, b: Int32Array, colours: number): boolean {
  const other = new Int32Array(colours).fill(-1)
  const own = new Int32Array(colours).fill(-1)
  for (let i = 0; i < a.length; i++) {
    if (other[a[i]] < 0) other[a[i]] = b[i]
    if (own[b[i]] < 0) own[b[i]] = a[i]
    if (other[a[i]] !== b[i] || own[b[i]] !== a[i]) return false
  }
  return true
}
