import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { amount, numberList } from '../../../src/parse.ts'
import type { Problem, ProblemFactory, Violation } from '../../../src/problem.ts'
import { type Job, mapFinds, type Random } from '../../../src/run/index.ts'
import { bitsOf, namedAtMostOnce, nameOf, namesOf } from '../../names.ts'
import { palette } from '../../picture/svg.ts'
import { figure } from '../../picture/text.ts'
import { drawGraph, plain } from '../draw-graph.ts'
import { type Neighbours, neighboursOf } from '../neighbours.ts'
import {
  type BulkGraph,
  type GraphologyGraph,
  graphWith,
  type ListedEdge,
  type ListedGraph,
  type NamedGraph,
  strangeNode,
  type WeightedGraph,
} from '../weighted-graph.ts'
import { sumOf } from './set-search.ts'

/** What nodes weigh, 1 by default: a list in the bulk shape, a record of the exceptions in the others. */
export interface NodeWeights<Name extends string = string> {
  readonly weights?: Readonly<Partial<Record<Name, number>>>
}

export interface NodeWeightList {
  readonly weights?: ArrayLike<number>
}

/** A graph, the weights of its edges without meaning, and what its nodes weigh. */
export type NodeSetInput = (BulkGraph & NodeWeightList) | ((NamedGraph | GraphologyGraph) & NodeWeights)

/** The chosen nodes in the order of the graph: names, or numbers in the bulk shape. */
export interface NodeSet<Name = string | number> {
  readonly chosen: readonly Name[]
}

/** The constructor of a problem that chooses nodes. */
export interface NodeSetProblem extends ProblemFactory<NodeSetInput, NodeSet> {
  (input: GraphologyGraph & NodeWeights): Problem<NodeSet<string>>
  <const Name extends string, const Node extends string = never>(
    input: NamedGraph<Name, Node> & NodeWeights<Name | Node>,
  ): Problem<NodeSet<Name | Node>>
  <const Edge extends ListedEdge>(input: ListedGraph<Edge> & NodeWeights): Problem<NodeSet<string>>
  (input: BulkGraph & NodeWeightList): Problem<NodeSet<number>>
}

export interface NodeSetData {
  readonly graph: WeightedGraph
  readonly neighbours: Neighbours
  readonly weight: Float64Array
}

const fields = z.object({ weights: z.union([numberList, z.record(z.string(), amount)]).optional() })

export function nodeSetSchema<Data = NodeSetData>(
  where: string,
  from: (data: NodeSetData) => Data = (data) => data as Data,
): z.ZodType<Data, NodeSetInput> {
  return graphWith<NodeSetInput, typeof fields.shape, Data>(where, fields, (graph, own) => {
    const weight = weightsOf(graph, own.weights, where)
    const light = weight.findIndex((w) => !(w > 0))
    if (light >= 0)
      refuse(`node "${nameOf(graph, light)}" weighs ${weight[light]}`, 'Give weights above 0, or leave it out', where)
    return from({ graph, neighbours: neighboursOf(graph), weight })
  })
}

function weightsOf(graph: WeightedGraph, given: z.output<typeof fields>['weights'], where: string): Float64Array {
  const weight = new Float64Array(graph.size).fill(1)
  if (given === undefined) return weight
  if (graph.names === null) {
    if (!isList(given)) refuse('"weights" is no list', 'Give a list with one weight per node', where)
    if (given.length !== graph.size)
      refuse(
        `"weights" has ${given.length} entries for ${graph.size} nodes`,
        'Give one weight per node, or none',
        where,
      )
    return Float64Array.from(given)
  }
  if (isList(given)) refuse('"weights" is a list', 'Give an object from names to weights', where)
  const at = new Map(graph.names.map((name, i) => [name, i]))
  for (const [name, value] of Object.entries(given)) {
    const i = at.get(name) ?? refuse(`"weights" names "${name}", no node of the graph`, 'Correct the name', where)
    weight[i] = value
  }
  return weight
}

const isList = (given: ArrayLike<number> | Record<string, number>): given is ArrayLike<number> =>
  Array.isArray(given) || ArrayBuffer.isView(given)

function refuse(what: string, remedy: string, where: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, where)
}

export const setOf = ({ graph }: NodeSetData, chosen: ArrayLike<number>): NodeSet => ({
  chosen: namesOf(graph, chosen),
})

/** 1 for chosen nodes; strangers are passed over. */
export const chosenIn = ({ graph }: NodeSetData, { chosen }: NodeSet): Uint8Array => bitsOf(graph, chosen)

export const weightOf = (data: NodeSetData, set: NodeSet): number => sumOf(chosenIn(data, set), data.weight)

/** Strangers and repeated nodes. */
export const misnamed = ({ graph }: NodeSetData, { chosen }: NodeSet): Violation[] =>
  namedAtMostOnce(graph, chosen, {
    stranger: strangeNode,
    rule: 'chosen once',
    times: (item) => `node "${item}" is chosen twice`,
  })

/** A job on bits told in names; `cost` turns the weights of its bounds into costs, `bits` its sets into the problem's. */
export function named(
  data: NodeSetData,
  job: Job<Uint8Array, Uint8Array>,
  as: { readonly bits: (set: Uint8Array) => Uint8Array; readonly cost: (weight: number) => number },
): Job<NodeSet, NodeSet> {
  return mapFinds(job, (set) => setOf(data, as.bits(set)), as.cost)
}

/** The edges that stand out, by how many of their ends are chosen, and what they and the chosen nodes are called. */
export interface SetWords {
  readonly isBold: (ends: number) => boolean
  readonly node: string
  readonly edge: string
}

/** Chosen nodes stand out, and so do the edges of which `isBold` says so. */
export function drawSet(data: NodeSetData, set: NodeSet, words: SetWords): string {
  const { graph } = data
  const bits = chosenIn(data, set)
  const count = bits.reduce((sum, bit) => sum + bit, 0)
  const total = sumOf(bits, data.weight)
  const weighs = total === count ? '' : ` of weight ${figure(total)}`
  return drawGraph(graph, {
    node: (i) => (bits[i] ? palette[1] : plain),
    edge: (k) => (words.isBold(bits[graph.from[k]] + bits[graph.to[k]]) ? palette[0] : null),
    caption: `${count} of ${graph.size} nodes${weighs}, ${figure(graph.from.length)} edges`,
    keys: [
      { fill: palette[1], label: words.node, shape: 'dot' },
      { fill: plain, label: 'other node', shape: 'dot' },
      { fill: palette[0], label: words.edge, shape: 'line' },
    ],
  })
}

/** A small random graph by name, now and then with weights. */
export function tinySet(random: Random): NodeSetInput {
  const names = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal'].slice(0, 4 + random.below(5))
  const density = 1 + random.below(4)
  const edges = names.flatMap((a, i) => names.slice(i + 1).map((b): [string, string] => [a, b]))
  const kept = edges.filter(() => random.below(5) < density)
  if (random.below(2) === 0) return { nodes: names, edges: kept }
  const weights = Object.fromEntries(names.map((name) => [name, 1 + random.below(6)]))
  return { nodes: names, edges: kept, weights }
}
