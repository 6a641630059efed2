import type { Qubo } from '../qubo/index.ts'
import { type Chance, shuffled } from './energy-impact.ts'

/** A graph in compressed rows whose nodes stand for sets of variables; weights are sums of |coupling|. */
export interface Coarse {
  readonly size: number
  readonly rowStart: Uint32Array
  readonly column: Uint32Array
  readonly weight: Float64Array
  /** How many variables each node stands for. */
  readonly held: Uint32Array
  /** The node of each variable. */
  readonly nodeOf: Uint32Array
}

export interface Grain {
  /** Small enough: nodes and edges at most. */
  readonly nodes: number
  readonly edges: number
  /** No node stands for more variables. */
  readonly cap: number
}

/** Each level takes work in the number of couplings; it is reported in pieces of about this much. */
const piece = 4096

/**
 * The graph of couplings, its heaviest edges contracted level by level until it is small enough or hardly shrinks any
 * more: heavy-edge matching (Karypis and Kumar 1998). Yields work done, for a job around it.
 */
export function* coarsen(qubo: Qubo, grain: Grain, chance: Chance): Generator<number, Coarse> {
  let graph = finest(qubo)
  yield qubo.size + (qubo.column.length >> 2)
  while (graph.size > grain.nodes || graph.column.length > 2 * grain.edges) {
    const partner = yield* matched(graph, grain.cap, chance)
    const next = yield* contracted(graph, partner)
    if (next.size > 0.95 * graph.size) break
    graph = next
  }
  return graph
}

function finest({ size, rowStart, column, value }: Qubo): Coarse {
  const nodeOf = new Uint32Array(size)
  for (let i = 0; i < size; i++) nodeOf[i] = i
  const weight = new Float64Array(value.length)
  for (let k = 0; k < value.length; k++) weight[k] = Math.abs(value[k])
  return { size, rowStart, column, weight, held: new Uint32Array(size).fill(1), nodeOf }
}

/** In random order every node takes the free neighbour that it hangs on most; a node left over is its own partner. */
function* matched(graph: Coarse, cap: number, chance: Chance): Generator<number, Int32Array> {
  const { size, rowStart, column, weight, held } = graph
  const partner = new Int32Array(size).fill(-1)
  let work = 0
  for (const u of shuffled(size, chance)) {
    work += 8 + ((rowStart[u + 1] - rowStart[u]) >> 1)
    if (work > piece) {
      yield work
      work = 0
    }
    if (partner[u] >= 0) continue
    let best = u
    let heaviest = 0
    for (let k = rowStart[u]; k < rowStart[u + 1]; k++) {
      const v = column[k]
      if (partner[v] >= 0 || weight[k] <= heaviest * held[v] || held[u] + held[v] > cap) continue
      best = v
      heaviest = weight[k] / held[v]
    }
    partner[u] = best
    partner[best] = u
  }
  yield work
  return partner
}

/** Partners become one node; edges between the same two add up, edges inside vanish. */
function* contracted(graph: Coarse, partner: Int32Array): Generator<number, Coarse> {
  const { size, rowStart, column, weight } = graph
  const name = new Uint32Array(size)
  let count = 0
  for (let u = 0; u < size; u++) name[u] = partner[u] < u ? name[partner[u]] : count++
  const start = new Uint32Array(count + 1)
  const held = new Uint32Array(count)
  const columns = new Uint32Array(column.length)
  const weights = new Float64Array(column.length)
  const placeOf = new Int32Array(count).fill(-1)
  let end = 0
  let work = 0
  for (let u = 0; u < size; u++) {
    if (partner[u] < u) continue
    const own = name[u]
    const first = end
    for (const member of partner[u] === u ? [u] : [u, partner[u]]) {
      held[own] += graph.held[member]
      work += 8 + rowStart[member + 1] - rowStart[member]
      for (let k = rowStart[member]; k < rowStart[member + 1]; k++) {
        const to = name[column[k]]
        if (to === own) continue
        if (placeOf[to] < first) {
          placeOf[to] = end
          columns[end] = to
          weights[end++] = weight[k]
        } else weights[placeOf[to]] += weight[k]
      }
    }
    start[own + 1] = end
    if (work > piece) {
      yield work
      work = 0
    }
  }
  yield work + graph.nodeOf.length
  const nodeOf = graph.nodeOf.map((node) => name[node])
  return { size: count, rowStart: start, column: columns.slice(0, end), weight: weights.slice(0, end), held, nodeOf }
}
