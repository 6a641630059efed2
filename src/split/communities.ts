import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { Qubo } from '../qubo/index.ts'
import type { Chance } from './energy-impact.ts'

/**
 * Windows of at most `size` variables that couple strongly inside and weakly outside: Louvain communities (Blondel et al.
 * 2008) over |coupling|, larger ones cut breadth-first, small ones put together. Every variable is in exactly one.
 * Louvain runs in one piece, about half a second for 20,000 couplings: short deadlines are better served by energy impact.
 */
export function communityWindows(qubo: Qubo, size: number, chance: Chance): Uint32Array[] {
  const label = communityOf(qubo, chance)
  const windows: number[][] = [[]]
  for (const piece of pieces(qubo, label, size)) {
    const last = windows[windows.length - 1]
    if (last.length + piece.length <= size) last.push(...piece)
    else windows.push([...piece])
  }
  return windows.filter((w) => w.length > 0).map((w) => Uint32Array.from(w))
}

function communityOf(qubo: Qubo, chance: Chance): Int32Array {
  const label = new Int32Array(qubo.size)
  if (qubo.column.length === 0) return label
  const found = louvainOf(graphOf(qubo), { rng: chance, getEdgeWeight: 'weight' })
  for (let i = 0; i < qubo.size; i++) label[i] = found[i]
  return label
}

/** The package declares its default export for bundlers only; in Node's modules the import is the function itself. */
const louvainOf = louvain as unknown as typeof louvain.default

function graphOf({ size, rowStart, column, value }: Qubo): UndirectedGraph {
  const graph = new UndirectedGraph()
  for (let i = 0; i < size; i++) graph.addNode(i)
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1] && column[k] < i; k++)
      graph.addEdge(i, column[k], { weight: Math.abs(value[k]) })
  }
  return graph
}

/** Breadth-first runs of at most `size` variables inside one community each, in the order of the communities' first variables. */
function pieces({ size: count, rowStart, column }: Qubo, label: Int32Array, size: number): number[][] {
  const isTaken = new Uint8Array(count)
  const found: number[][] = []
  const seeds = Array.from({ length: count }, (_, i) => i).sort((a, b) => label[a] - label[b] || a - b)
  for (const seed of seeds) {
    if (isTaken[seed]) continue
    const piece = [seed]
    isTaken[seed] = 1
    for (let reached = 0; reached < piece.length && piece.length < size; reached++) {
      const i = piece[reached]
      for (let k = rowStart[i]; k < rowStart[i + 1] && piece.length < size; k++) {
        const j = column[k]
        if (isTaken[j] || label[j] !== label[i]) continue
        isTaken[j] = 1
        piece.push(j)
      }
    }
    found.push(piece)
  }
  return found
}
