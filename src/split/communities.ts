import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { Qubo } from '../qubo/index.ts'
import { type Coarse, coarsen } from './coarsen.ts'
import type { Chance } from './energy-impact.ts'

/** Louvain runs in one piece, so it sees no more than this: about ten milliseconds. */
const mostNodes = 1000
const mostEdges = 6000
/** Work of Louvain per edge, measured. */
const workPerEdge = 100

/**
 * Windows of at most `size` variables that couple strongly inside and weakly outside: Louvain communities (Blondel et al.
 * 2008) over |coupling|, larger ones cut breadth-first, small ones put together. Every variable is in exactly one.
 *
 * Large graphs are coarsened first (heavy edges contracted), so that no piece takes long, however many couplings there
 * are; where even that leaves too many edges, everything counts as one community. Yields work done, for a job around it.
 */
export function* communityWindows(qubo: Qubo, size: number, chance: Chance): Generator<number, Uint32Array[]> {
  const label = yield* communityOf(qubo, Math.max(2, size >> 2), chance)
  const windows: number[][] = [[]]
  for (const piece of yield* pieces(qubo, label, size)) {
    const last = windows[windows.length - 1]
    if (last.length + piece.length <= size) for (const i of piece) last.push(i)
    else windows.push(piece)
  }
  return windows.filter((w) => w.length > 0).map((w) => Uint32Array.from(w))
}

function* communityOf(qubo: Qubo, cap: number, chance: Chance): Generator<number, Int32Array> {
  const label = new Int32Array(qubo.size)
  if (qubo.column.length === 0) return label
  const coarse = yield* coarsen(qubo, { nodes: mostNodes, edges: mostEdges, cap }, chance)
  const edges = coarse.column.length / 2
  if (coarse.size > 2 * mostNodes || edges > 2 * mostEdges) return label
  yield workPerEdge * (edges + coarse.size)
  const found = louvainOf(graphOf(coarse), { rng: chance, getEdgeWeight: 'weight' })
  for (let i = 0; i < qubo.size; i++) label[i] = found[coarse.nodeOf[i]]
  return label
}

/** The package declares its default export for bundlers only; in Node's modules the import is the function itself. */
const louvainOf = louvain as unknown as typeof louvain.default

function graphOf({ size, rowStart, column, weight }: Coarse): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (let i = 0; i < size; i++) graph.addNode(i)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++)
      if (column[k] < i) graph.addEdge(i, column[k], { weight: weight[k] })
  }
  return graph
}

/** Work of cutting that is reported at once. */
const report = 4096

/** Breadth-first runs of at most `size` variables inside one community each, in the order of the communities' first variables. */
function* pieces(
  { size: count, rowStart, column }: Qubo,
  label: Int32Array,
  size: number,
): Generator<number, number[][]> {
  const isTaken = new Uint8Array(count)
  const found: number[][] = []
  let work = 4 * count
  for (const seed of byLabel(label)) {
    if (isTaken[seed]) continue
    const piece = [seed]
    isTaken[seed] = 1
    for (let reached = 0; reached < piece.length && piece.length < size; reached++) {
      const i = piece[reached]
      work += 4 + rowStart[i + 1] - rowStart[i]
      for (let k = rowStart[i]; k < rowStart[i + 1] && piece.length < size; k++) {
        const j = column[k]
        if (isTaken[j] || label[j] !== label[i]) continue
        isTaken[j] = 1
        piece.push(j)
      }
    }
    found.push(piece)
    if (work > report) {
      yield work
      work = 0
    }
  }
  return found
}

/** Variables by rising label, then number: a counting sort. */
function byLabel(label: Int32Array): Uint32Array {
  const start = new Uint32Array(label.reduce((most, l) => Math.max(most, l), 0) + 2)
  for (const l of label) start[l + 1]++
  for (let l = 0; l + 1 < start.length; l++) start[l + 1] += start[l]
  const order = new Uint32Array(label.length)
  for (let i = 0; i < label.length; i++) order[start[label[i]]++] = i
  return order
}
