import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { couplingsFromCoo, type Qubo, quboOf } from '../../../src/qubo/index.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { bitsOf, namedOnce, namesOf } from '../../names.ts'
import {
  type BulkGraph,
  type GraphInput,
  type GraphologyGraph,
  graphSchema,
  type ListedEdge,
  type ListedGraph,
  type NamedGraph,
  strangeNode,
  type WeightedGraph,
} from '../weighted-graph.ts'
import { cutSearch } from './cut-search.ts'
import { drawCut } from './draw-cut.ts'

/** The two sides of a cut, by name (named shape, graphology) or by number (bulk shape), in the order of the nodes. */
export interface Cut<Name = string | number> {
  readonly left: readonly Name[]
  readonly right: readonly Name[]
}

interface MaxCut extends ProblemFactory<GraphInput, Cut> {
  (input: GraphologyGraph): Problem<Cut<string>>
  <const Name extends string, const Node extends string = never>(
    input: NamedGraph<Name, Node>,
  ): Problem<Cut<Name | Node>>
  <const Edge extends ListedEdge>(input: ListedGraph<Edge>): Problem<Cut<string>>
  (input: BulkGraph): Problem<Cut<number>>
}

/**
 * Splits the nodes of a weighted graph into two sides so that the edges between them weigh as much as possible.
 * Weights may be negative; loops never count; repeated edges add up. Cost: the weight of the cut, maximised.
 *
 * Model: a bit per node, minimise −Σ w·(xᵢ + xⱼ − 2xᵢxⱼ) (Barahona, Grötschel, Jünger and Reinelt 1988).
 */
export const maxCut = defineProblem({
  name: 'maxCut',
  summary: 'split the nodes of a graph so that the edges between weigh most',
  sense: 'max',
  schema: graphSchema('maxCut'),
  build,
  decode: (graph: WeightedGraph, _layout: null, point) => cutOf(graph, point),
  encode: (graph, _layout, cut) => Float64Array.from(sidesOf(graph, cut)),
  check,
  cost: (graph, cut) => weightOf(graph, sidesOf(graph, cut)),
  heuristic: (graph, random) => mapFinds(cutSearch(graph, random), (found) => cutOf(graph, found)),
  form,
  draw: (graph, cut) => drawCut(graph, sidesOf(graph, cut)),
  tiny,
}) as MaxCut

function build(model: Model, graph: WeightedGraph): null {
  const { size, names } = graph
  model.bits(size, (i) => names?.[i] ?? `node ${i}`)
  const qubo = form(graph)
  model.objective.addForm(qubo.linear, qubo)
  return null
}

function form({ size, from, to, weight }: WeightedGraph): Qubo {
  const loops = new Float64Array(size)
  const linear = new Float64Array(size)
  for (let k = 0; k < from.length; k++) {
    if (from[k] === to[k]) continue
    linear[from[k]] -= weight[k]
    linear[to[k]] -= weight[k]
  }
  const weights = Float64Array.from(weight, (w) => 2 * w)
  return quboOf(couplingsFromCoo(size, from, to, weights, loops), linear)
}

const cutOf = (graph: WeightedGraph, sides: ArrayLike<number>): Cut => ({
  left: namesOf(
    graph,
    Uint8Array.from(sides, (side) => (side > 0.5 ? 0 : 1)),
  ),
  right: namesOf(graph, sides),
})

/** 0 for left, 1 for right; strangers are passed over. */
const sidesOf = (graph: WeightedGraph, { right }: Cut): Uint8Array => bitsOf(graph, right)

function weightOf({ from, to, weight }: WeightedGraph, sides: Uint8Array): number {
  let total = 0
  for (let k = 0; k < from.length; k++) if (sides[from[k]] !== sides[to[k]]) total += weight[k]
  return total
}

function check(graph: WeightedGraph, { left, right }: Cut): Violation[] {
  return namedOnce(graph, [...left, ...right], {
    stranger: strangeNode,
    rule: 'one side each',
    times: (item, times) => (times === 0 ? `node "${item}" is on no side` : `node "${item}" is placed ${times} times`),
  })
}

function tiny(random: Random): GraphInput {
  const names = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus'].slice(0, 4 + random.below(4))
  const edges = names.flatMap((a, i) =>
    names.slice(i + 1).map((b): [string, string, number] => [a, b, random.below(8) - 2]),
  )
  return { nodes: names, edges: edges.filter(() => random.below(3) > 0) }
}
