import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { type Couplings, couplingsFromCoo } from '../../../src/qubo/index.ts'
import { type Job, mapFinds, type Random } from '../../../src/run/index.ts'
import { listsOf, namedOnce, nameOf } from '../../names.ts'
import type { Key } from '../../picture/sheet.ts'
import { colourOf, ink } from '../../picture/svg.ts'
import { figure } from '../../picture/text.ts'
import { classesOf, inOrder } from '../colouring/colour-classes.ts'
import { drawGraph, plain } from '../draw-graph.ts'
import {
  type BulkGraph,
  type GraphInput,
  type GraphologyGraph,
  graphWith,
  type ListedEdge,
  type ListedGraph,
  type NamedGraph,
  strangeNode,
  type WeightedGraph,
} from '../weighted-graph.ts'
import type { Sizes } from './partition-moves.ts'
import { partitionSearch } from './partition-search.ts'

/** How many parts (2), and by which share of the mean a part may differ (0: by less than one node). */
export interface PartRules {
  readonly parts?: number
  readonly imbalance?: number
}

export type PartitionInput = GraphInput & PartRules

/** The nodes of each part in the order of the graph; the parts by their first nodes. */
export interface Parted<Name = string | number> {
  readonly parts: readonly (readonly Name[])[]
}

interface Partition extends ProblemFactory<PartitionInput, Parted> {
  (input: GraphologyGraph & PartRules): Problem<Parted<string>>
  <const Name extends string, const Node extends string = never>(
    input: NamedGraph<Name, Node> & PartRules,
  ): Problem<Parted<Name | Node>>
  <const Edge extends ListedEdge>(input: ListedGraph<Edge> & PartRules): Problem<Parted<string>>
  (input: BulkGraph & PartRules): Problem<Parted<number>>
}

interface Data {
  readonly graph: WeightedGraph
  readonly couplings: Couplings
  readonly sizes: Sizes
}

const fields = z.object({ parts: z.int().min(1).optional(), imbalance: z.number().min(0).max(1e6).optional() })

/**
 * Splits the nodes of a weighted graph into parts of equal size so that the edges between parts weigh as little as
 * possible. A part holds at least max(1, ⌈(1 − imbalance)·⌊n/parts⌋⌉) and at most ⌊(1 + imbalance)·⌈n/parts⌉⌋ nodes.
 * Loops never count; repeated edges add up. Cost: the weight between parts, minimised.
 *
 * Model: for two parts a bit per node (Lucas 2014, section 2.2, the balance held as an exact count), else a choice per
 * node; where sizes differ by one, the first parts are the larger ones.
 */
export const partition = defineProblem({
  name: 'partition',
  summary: 'equal parts of a graph with the least weight between them',
  sense: 'min',
  schema: graphWith<PartitionInput, typeof fields.shape, Data>('partition', fields, (graph, own) => {
    const { size, from, to, weight } = graph
    const { parts = 2, imbalance = 0 } = own
    if (parts > size || parts * size > mostCells) refuse(`${parts} parts of ${size} nodes`, 'Ask for fewer parts')
    const low = Math.max(1, Math.ceil((1 - imbalance) * Math.floor(size / parts)))
    const high = Math.min(size, Math.floor((1 + imbalance) * Math.ceil(size / parts)))
    const couplings = couplingsFromCoo(size, from, to, weight, new Float64Array(size))
    return { graph, couplings, sizes: { parts, low, high } }
  }),
  build,
  decode,
  encode: (data: Data, _layout: null, answer) => encode(data, answer),
  check,
  cost: (data, answer) => cutOf(data.graph, partsOf(data, answer)),
  heuristic: search,
  draw,
  terms: ({ sizes: { parts }, couplings }) =>
    (parts === 2 ? 1 : parts) * (couplings.size + couplings.column.length / 2),
  tiny,
}) as Partition

/** What joins each node with each part is remembered: eight bytes for a pair. */
const mostCells = 50_000_000

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'partition')
}

/** How many nodes part p holds where sizes are as equal as can be, the larger first. */
const sizeOf = (size: number, parts: number, p: number): number => Math.floor((size + parts - 1 - p) / parts)

const isEven = ({ couplings: { size }, sizes: { parts, low, high } }: Data): boolean =>
  low === Math.floor(size / parts) && high === Math.ceil(size / parts)

function build(model: Model, data: Data): null {
  const { graph, couplings, sizes } = data
  const { parts } = sizes
  const label = (i: number) => graph.names?.[i] ?? `node ${i}`
  const all = Array.from({ length: couplings.size }, (_, i) => i)
  if (parts === 2) model.bits(couplings.size, label)
  else
    for (const i of all)
      model.choice(
        `part of ${label(i)}`,
        Array.from({ length: parts }, (_, p) => String(p)),
      )
  addCut(model, data)
  for (let p = 0; p < parts; p++) {
    if (parts === 2 && p === 0) continue
    addSize(
      model,
      data,
      p,
      all.map((i) => (parts === 2 ? i : i * parts + p)),
    )
  }
  return null
}

/** An edge weighs where its ends differ. */
function addCut(model: Model, { couplings: { size, rowStart, column, value }, sizes: { parts } }: Data): void {
  const { objective } = model
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      if (j < i) continue
      if (parts === 2) {
        objective.addLinear(i, value[k])
        objective.addLinear(j, value[k])
        objective.addPair(i, j, -2 * value[k])
      } else {
        objective.addConstant(value[k])
        for (let p = 0; p < parts; p++) objective.addPair(i * parts + p, j * parts + p, -value[k])
      }
    }
  }
}

/** Of two parts only the second is counted: its rest is the first. */
function addSize(model: Model, data: Data, p: number, bits: readonly number[]): void {
  const { couplings, sizes } = data
  const { parts, low, high } = sizes
  const { size } = couplings
  const terms = bits.map((bit) => [1, bit] as const)
  const [least, most] = parts === 2 ? [Math.max(low, size - high), Math.min(high, size - low)] : [low, high]
  if (isEven(data)) model.subjectTo(`size of part ${p}`, terms, '==', sizeOf(size, parts, p))
  else {
    model.subjectTo(`least of part ${p}`, terms, '>=', least)
    model.subjectTo(`most of part ${p}`, terms, '<=', most)
  }
}

/** Nodes in no part, or in several, join the first of theirs; parts too large give to those too small what costs least. */
function decode(data: Data, _layout: null, point: Float64Array): Parted {
  const { couplings, sizes } = data
  const { parts } = sizes
  const part = Int32Array.from({ length: couplings.size }, (_, i) => {
    if (parts === 2) return point[i] > 0.5 ? 1 : 0
    for (let p = 0; p < parts; p++) if (point[i * parts + p] > 0.5) return p
    return 0
  })
  balance(data, part)
  return partedOf(data, part)
}

function balance({ couplings, sizes }: Data, part: Int32Array): void {
  const { parts, low, high } = sizes
  const { rowStart, column, value } = couplings
  const held = new Int32Array(parts)
  for (const p of part) held[p]++
  if (held.every((count) => count >= low && count <= high)) return
  const joined = joinedTo(couplings, parts, part)
  for (;;) {
    const most = held.indexOf(held.reduce((a, b) => Math.max(a, b)))
    const least = held.indexOf(held.reduce((a, b) => Math.min(a, b)))
    if (held[most] <= high && held[least] >= low) return
    let pick = -1
    let highest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < part.length; i++) {
      if (part[i] !== most) continue
      const gain = joined[i * parts + least] - joined[i * parts + most]
      if (gain <= highest) continue
      highest = gain
      pick = i
    }
    part[pick] = least
    held[most]--
    held[least]++
    for (let k = rowStart[pick]; k < rowStart[pick + 1]; k++) {
      joined[column[k] * parts + most] -= value[k]
      joined[column[k] * parts + least] += value[k]
    }
  }
}

/** joined[i·parts + p] is the weight of the edges from node i into part p. */
function joinedTo({ size, rowStart, column, value }: Couplings, parts: number, part: Int32Array): Float64Array {
  const joined = new Float64Array(size * parts)
  for (let i = 0; i < size; i++)
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) joined[i * parts + part[column[k]]] += value[k]
  return joined
}

function partedOf({ graph }: Data, part: Int32Array): Parted {
  return { parts: classesOf(inOrder(part)).map((nodes) => nodes.map((i) => nameOf(graph, i))) }
}

/** −1 for nodes in no part; of several the last counts; strangers are passed over. */
const partsOf = ({ graph }: Data, { parts }: Parted): Int32Array => listsOf(graph, parts)

function encode(data: Data, answer: Parted): Float64Array {
  const { couplings, sizes } = data
  const { parts } = sizes
  const bySize = answer.parts
    .map((nodes, p) => ({ p, count: nodes.length }))
    .sort((a, b) => b.count - a.count || a.p - b.p)
  const place = new Map(bySize.map(({ p }, at) => [p, at]))
  const point = new Float64Array(couplings.size * (parts === 2 ? 1 : parts))
  partsOf(data, answer).forEach((p, i) => {
    const at = place.get(p) ?? 0
    if (parts !== 2) point[i * parts + at] = 1
    else point[i] = at
  })
  return point
}

function cutOf({ from, to, weight }: WeightedGraph, part: Int32Array): number {
  let total = 0
  for (let k = 0; k < from.length; k++) if (part[from[k]] !== part[to[k]]) total += weight[k]
  return total
}

function check({ graph, sizes }: Data, answer: Parted): Violation[] {
  const misplaced = namedOnce(graph, answer.parts.flat(), {
    stranger: strangeNode,
    rule: 'one part each',
    times: (item, count) => (count === 0 ? `node "${item}" is in no part` : `node "${item}" is in ${count} parts`),
  })
  return [...misplaced, ...missized(sizes, answer)]
}

function missized({ parts, low, high }: Sizes, answer: Parted): Violation[] {
  const violations: Violation[] = []
  const count = answer.parts.length
  if (count !== parts)
    violations.push({
      rule: 'parts',
      amount: Math.abs(count - parts),
      message: `there are ${count} parts, not ${parts}`,
    })
  for (const [p, { length }] of answer.parts.entries()) {
    const amount = Math.max(low - length, length - high)
    if (amount <= 0) continue
    const message = `part ${p} has ${length} nodes and may have ${low} to ${high}`
    violations.push({ rule: 'size', item: p, amount, message })
  }
  return violations
}

function search(data: Data, random: Random): Job<Parted, Parted> {
  const { couplings, sizes } = data
  const floor = couplings.value.reduce((sum, w) => sum + Math.min(0, w) / 2, 0)
  const graph = { couplings, mass: new Int32Array(couplings.size).fill(1) }
  return mapFinds(partitionSearch(graph, sizes, floor, random), (found) => partedOf(data, found))
}

function draw(data: Data, answer: Parted): string {
  const { graph } = data
  const part = partsOf(data, answer)
  const shown = Math.min(answer.parts.length, 28)
  return drawGraph(graph, {
    node: (i) => (part[i] < 0 ? plain : colourOf(part[i])),
    edge: (k) => (part[graph.from[k]] !== part[graph.to[k]] ? ink.wrong : null),
    caption: `cut ${figure(cutOf(graph, part))}: ${answer.parts.length} parts of ${graph.size} nodes, ${figure(graph.from.length)} edges`,
    keys: [
      ...Array.from({ length: shown }, (_, p): Key => ({ fill: colourOf(p), label: `part ${p}`, shape: 'dot' })),
      { fill: ink.wrong, label: 'edge between parts', shape: 'line' },
    ],
  })
}

function tiny(random: Random): PartitionInput {
  const names = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus'].slice(0, 4 + random.below(4))
  const edges = names.flatMap((a, i) =>
    names.slice(i + 1).map((b): [string, string, number] => [a, b, random.below(8) - 1]),
  )
  const graph = { nodes: names, edges: edges.filter(() => random.below(3) > 0) }
  const kind = random.below(3)
  if (kind === 0) return graph
  return kind === 1 && names.length <= 5 ? { ...graph, parts: 3 } : { ...graph, imbalance: 0.5 }
}
