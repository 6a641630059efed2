import { atOnce, type Pieces } from '../../../src/run/index.ts'
import { type Neighbours, wordsFor } from '../neighbours.ts'

/** A depth-first search for the heaviest clique, which can rest between any two nodes of its tree. */
export interface CliqueTree {
  readonly size: number
  readonly words: number
  /** Neighbours as bits, in the tree's own numbering. */
  readonly rows: Uint32Array
  /** The graph's number of each of the tree's nodes. */
  readonly original: Uint32Array
  readonly weight: Float64Array
  readonly isUnit: boolean
  readonly levels: Level[]
  /** Classes of the colouring in progress, as bits. */
  readonly classes: Uint32Array
  readonly rest: Uint32Array
  depth: number
  /** What must be beaten; told from outside as well. */
  best: number
  /** The clique that weighs `best`, in the graph's numbers; null while only told of it. */
  found: Uint32Array | null
  /** No clique weighs more. */
  bound: number
}

interface Level {
  readonly candidates: Uint32Array
  readonly order: Uint32Array
  readonly bound: Float64Array
  count: number
  weight: number
  chosen: number
}

/** Beyond so many nodes a proof is out of reach and the table of pairs takes long to make. */
export const mostInTree = 1600

/**
 * Branch and bound with greedy colourings as bounds, in bits: BBMC with recolouring (San Segundo, Rodríguez-Losada and
 * Jiménez 2011; Tomita et al. 2010 for the recolouring). Weighted nodes take a colour's heaviest weight (Kumlander 2004).
 */
export const cliqueTree = (graph: Neighbours, weight: Float64Array): CliqueTree => atOnce(growing(graph, weight))

/** The same tree, node by node: about size² units. */
export function* growing(graph: Neighbours, weight: Float64Array): Pieces<CliqueTree> {
  const { size } = graph
  const original = yield* leastDegreeLast(graph)
  const words = wordsFor(size)
  const tree: CliqueTree = {
    size,
    words,
    rows: yield* renumberedBits(graph, original),
    original,
    weight: Float64Array.from(original, (i) => weight[i]),
    isUnit: weight.every((w) => w === 1),
    levels: [],
    classes: new Uint32Array((size + 2) * words),
    rest: new Uint32Array(words),
    depth: 0,
    best: 0,
    found: null,
    bound: Number.POSITIVE_INFINITY,
  }
  const root = levelAt(tree, 0)
  for (let i = 0; i < size; i++) root.candidates[i >>> 5] |= 1 << (i & 31)
  return tree
}

/** Again and again the node of least degree among those left goes to the end (Carraghan and Pardalos 1990). */
function* leastDegreeLast({ size, rowStart, column }: Neighbours): Pieces<Uint32Array> {
  const degree = Int32Array.from({ length: size }, (_, i) => rowStart[i + 1] - rowStart[i])
  const order = new Uint32Array(size)
  const gone = new Uint8Array(size)
  for (let at = size - 1; at >= 0; at--) {
    let pick = -1
    for (let i = 0; i < size; i++) if (!gone[i] && (pick < 0 || degree[i] < degree[pick])) pick = i
    gone[pick] = 1
    order[at] = pick
    for (let k = rowStart[pick]; k < rowStart[pick + 1]; k++) degree[column[k]]--
    yield size >> 1
  }
  return order
}

/** The neighbours as bits, the nodes numbered by their place in `original`. */
function* renumberedBits({ size, rowStart, column }: Neighbours, original: Uint32Array): Pieces<Uint32Array> {
  const own = new Uint32Array(size)
  original.forEach((i, at) => {
    own[i] = at
  })
  const words = wordsFor(size)
  const rows = new Uint32Array(size * words)
  for (let at = 0; at < size; at++) {
    const i = original[at]
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++)
      rows[at * words + (own[column[k]] >>> 5)] |= 1 << (own[column[k]] & 31)
    yield size >> 1
  }
  return rows
}

function levelAt(tree: CliqueTree, depth: number): Level {
  tree.levels[depth] ??= {
    candidates: new Uint32Array(tree.words),
    order: new Uint32Array(tree.size),
    bound: new Float64Array(tree.size),
    count: -1,
    weight: 0,
    chosen: -1,
  }
  return tree.levels[depth]
}

export const isExhausted = (tree: CliqueTree): boolean => tree.depth < 0

/** About `work` units of search; returns what it did. When the tree is exhausted, `best` is proven. */
export function searchTree(tree: CliqueTree, work: number): number {
  let done = 0
  if (tree.depth === 0 && tree.levels[0].count < 0) {
    done += colour(tree, tree.levels[0])
    tree.bound = Math.max(tree.best, rootBound(tree.levels[0]))
  }
  while (done < work && tree.depth >= 0) {
    const level = tree.levels[tree.depth]
    const at = level.count - 1
    if (at < 0 || level.weight + level.bound[at] <= tree.best) {
      tree.depth--
      done += 2
    } else done += branch(tree, level, at)
    if (tree.depth <= 0) tree.bound = Math.max(tree.best, tree.depth < 0 ? 0 : rootBound(tree.levels[0]))
  }
  return done
}

const rootBound = (root: Level): number => (root.count > 0 ? root.bound[root.count - 1] : 0)

function branch(tree: CliqueTree, level: Level, at: number): number {
  const { words, rows } = tree
  const next = levelAt(tree, tree.depth + 1)
  const i = level.order[at]
  let any = 0
  for (let w = 0; w < words; w++) any |= next.candidates[w] = level.candidates[w] & rows[i * words + w]
  level.candidates[i >>> 5] &= ~(1 << (i & 31))
  level.count = at
  level.chosen = i
  next.weight = level.weight + tree.weight[i]
  if (any === 0) {
    if (next.weight > tree.best) record(tree, next.weight)
    return words
  }
  tree.depth++
  return words + colour(tree, next)
}

function record(tree: CliqueTree, weight: number): void {
  tree.best = weight
  tree.found = Uint32Array.from({ length: tree.depth + 1 }, (_, d) => tree.original[tree.levels[d].chosen])
}

/** Colours the candidates; those that a clique better than the best needs are put in order, with their bounds. */
function colour(tree: CliqueTree, level: Level): number {
  return tree.isUnit ? colourUnit(tree, level) : colourWeighted(tree, level)
}

function colourUnit(tree: CliqueTree, level: Level): number {
  const { words, rows, classes, rest } = tree
  const { order, bound } = level
  const enough = tree.best - level.weight
  let count = 0
  let done = 0
  let low = words
  for (let w = words - 1; w >= 0; w--) if ((rest[w] = level.candidates[w]) !== 0) low = w
  for (let k = 1; low < words; k++) {
    const own = k * words
    classes.fill(0, own, own + words)
    // The class: lowest bits first, each taking its neighbours out of `free`, kept in the slot after the class.
    const free = own + words
    for (let w = 0; w < low; w++) classes[free + w] = 0
    for (let w = low; w < words; w++) classes[free + w] = rest[w]
    for (let w = low; w < words; w++) {
      while (classes[free + w] !== 0) {
        const bits = classes[free + w]
        const lowest = bits & -bits
        const i = w * 32 + 31 - Math.clz32(lowest)
        classes[own + w] |= lowest
        rest[w] &= ~lowest
        classes[free + w] &= ~lowest
        const row = i * words
        for (let v = w; v < words; v++) classes[free + v] &= ~rows[row + v]
        done += words - w
        if (k > enough && !(k > 2 && recoloured(tree, i, own, enough))) {
          order[count] = i
          bound[count++] = k
        }
      }
    }
    while (low < words && rest[low] === 0) low++
    done += words
    let any = 0
    for (let w = 0; w < words; w++) any |= classes[own + w]
    if (any === 0) k--
  }
  level.count = count
  return done + 2 * count
}

/** Moves node i from its class to one within `enough` where it has a single neighbour, if that one can move on. */
function recoloured(tree: CliqueTree, i: number, own: number, enough: number): boolean {
  const { words, rows, classes } = tree
  for (let a = 1; a < enough; a++) {
    const j = onlyCommon(rows, i * words, classes, a * words, words)
    if (j < 0) continue
    for (let b = a + 1; b <= enough; b++) {
      if (!isDisjoint(rows, j * words, classes, b * words, words)) continue
      classes[own + (i >>> 5)] &= ~(1 << (i & 31))
      classes[a * words + (j >>> 5)] &= ~(1 << (j & 31))
      classes[a * words + (i >>> 5)] |= 1 << (i & 31)
      classes[b * words + (j >>> 5)] |= 1 << (j & 31)
      return true
    }
  }
  return false
}

/** The one bit that both have; −1 when there are none or several. */
function onlyCommon(a: Uint32Array, atA: number, b: Uint32Array, atB: number, words: number): number {
  let found = -1
  for (let w = 0; w < words; w++) {
    const both = a[atA + w] & b[atB + w]
    if (both === 0) continue
    if (found >= 0 || (both & (both - 1)) !== 0) return -1
    found = w * 32 + 31 - Math.clz32(both)
  }
  return found
}

function isDisjoint(a: Uint32Array, atA: number, b: Uint32Array, atB: number, words: number): boolean {
  for (let w = 0; w < words; w++) if ((a[atA + w] & b[atB + w]) !== 0) return false
  return true
}

/** Classes in order; a node's bound is the heaviest of its class up to it (lightest first) and of all before. */
function colourWeighted(tree: CliqueTree, level: Level): number {
  const { words, rows, classes, rest, weight } = tree
  const { order, bound } = level
  const enough = tree.best - level.weight
  rest.set(level.candidates)
  let count = 0
  let done = 0
  let before = 0
  for (let left = true; left; done += 2 * words) {
    left = false
    const first = count
    for (let w = 0; w < words; w++) classes[w] = rest[w]
    for (let w = 0; w < words; w++) {
      while (classes[w] !== 0) {
        const lowest = classes[w] & -classes[w]
        const i = w * 32 + 31 - Math.clz32(lowest)
        rest[w] &= ~lowest
        classes[w] &= ~lowest
        for (let v = w; v < words; v++) classes[v] &= ~rows[i * words + v]
        done += words - w
        order[count++] = i
      }
      if (rest[w] !== 0) left = true
    }
    order.subarray(first, count).sort((a, b) => weight[a] - weight[b])
    for (let k = first; k < count; k++) bound[k] = before + weight[order[k]]
    before = count > first ? bound[count - 1] : before
    if (before <= enough) count = 0
    else if (first === 0) count = dropWithin(level, count, enough)
  }
  level.count = count
  return done + 4 * count
}

/** The first class that passes `enough` leaves only those nodes that do. */
function dropWithin({ order, bound }: Level, count: number, enough: number): number {
  let kept = 0
  for (let k = 0; k < count; k++) {
    if (bound[k] <= enough) continue
    order[kept] = order[k]
    bound[kept++] = bound[k]
  }
  return kept
}
