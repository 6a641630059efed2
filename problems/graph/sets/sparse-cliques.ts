import { type Job, Ledger, type Pieces } from '../../../src/run/index.ts'
import { degreeOf, type Neighbours } from '../neighbours.ts'
import { growing, isExhausted, searchTree } from './clique-tree.ts'

/** Units between two looks at the allowance. */
const piece = 20_000
/** Units between two pieces of the order. */
const pause = 8192

/**
 * The heaviest clique of a large sparse graph: every clique lies among the neighbours that follow its first node, in an
 * order where few follow anyone (degeneracy; Eppstein, Löffler and Strash 2010), so those few are searched one by one,
 * from the densest end. Finds and result are 1 for chosen nodes, bounds are weights. Ends with a proof.
 */
export function* sparseCliques(graph: Neighbours, weight: Float64Array): Job<Uint8Array, Uint8Array> {
  const heaviest = weight.reduce((best, w, i) => (w > weight[best] ? i : best), 0)
  const best = { nodes: [heaviest], weight: weight[heaviest] }
  const ledger = new Ledger<Uint8Array>()
  yield* ledger.settle()
  if (ledger.stopped) return bits(graph.size, best.nodes)
  ledger.found(bits(graph.size, best.nodes))
  for (const work of searches(graph, weight, best, ledger)) {
    if (ledger.spend(work)) yield* ledger.settle()
    if (ledger.stopped) return bits(graph.size, best.nodes)
  }
  ledger.proved(best.weight)
  yield* ledger.close()
  return bits(graph.size, best.nodes)
}

interface Best {
  nodes: number[]
  weight: number
}

function* searches(graph: Neighbours, weight: Float64Array, best: Best, ledger: Ledger<Uint8Array>): Pieces<void> {
  const order = yield* leastDegreeFirst(graph)
  const rank = new Uint32Array(graph.size)
  order.forEach((i, at) => {
    rank[i] = at
  })
  const place = new Int32Array(graph.size).fill(-1)
  for (let at = graph.size - 1; at >= 0; at--) {
    const first = order[at]
    const later: number[] = []
    for (let k = graph.rowStart[first]; k < graph.rowStart[first + 1]; k++)
      if (rank[graph.column[k]] > at) later.push(graph.column[k])
    const most = later.reduce((sum, j) => sum + weight[j], weight[first])
    yield 4 + 2 * degreeOf(graph, first)
    if (most <= best.weight || later.length === 0) continue
    yield later.reduce((sum, j) => sum + degreeOf(graph, j), 200)
    const tree = yield* growing(
      within(graph, later, place),
      Float64Array.from(later, (j) => weight[j]),
    )
    tree.best = Math.max(0, best.weight - weight[first])
    while (!isExhausted(tree)) yield searchTree(tree, piece)
    if (tree.found === null) continue
    const nodes = [first, ...Array.from(tree.found, (k) => later[k])]
    Object.assign(best, { nodes, weight: nodes.reduce((sum, i) => sum + weight[i], 0) })
    ledger.found(bits(graph.size, nodes))
  }
}

/** The graph among these nodes, numbered by their place in the list. */
function within({ rowStart, column }: Neighbours, nodes: readonly number[], place: Int32Array): Neighbours {
  nodes.forEach((i, at) => {
    place[i] = at
  })
  const starts = new Uint32Array(nodes.length + 1)
  const columns: number[] = []
  nodes.forEach((i, at) => {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (place[column[k]] >= 0) columns.push(place[column[k]])
    starts[at + 1] = columns.length
  })
  for (const i of nodes) place[i] = -1
  return { size: nodes.length, rowStart: starts, column: Uint32Array.from(columns) }
}

/** Again and again a node of least degree among those left, in linear time (Matula and Beck 1983). */
function* leastDegreeFirst(graph: Neighbours): Pieces<Uint32Array> {
  const { size, rowStart, column } = graph
  const degree = Uint32Array.from({ length: size }, (_, i) => degreeOf(graph, i))
  const buckets: number[][] = []
  const put = (i: number) => {
    while (buckets.length <= degree[i]) buckets.push([])
    buckets[degree[i]].push(i)
  }
  let work = 0
  for (let i = 0; i < size; i++) {
    put(i)
    work += 8
    if (work < pause) continue
    yield work
    work = 0
  }
  const gone = new Uint8Array(size)
  const order = new Uint32Array(size)
  for (let at = 0, low = 0; at < size; ) {
    const i = buckets[low]?.pop()
    if (i === undefined) low++
    work += 4
    if (i === undefined || gone[i] || degree[i] !== low) continue
    gone[i] = 1
    order[at++] = i
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      if (gone[j]) continue
      degree[j]--
      put(j)
    }
    low = Math.max(0, low - 1)
    work += 4 * (rowStart[i + 1] - rowStart[i])
    if (work < pause) continue
    yield work
    work = 0
  }
  yield work
  return order
}

function bits(size: number, nodes: readonly number[]): Uint8Array {
  const chosen = new Uint8Array(size)
  for (const i of nodes) chosen[i] = 1
  return chosen
}
