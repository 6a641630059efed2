import { z } from 'zod'
import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import type { Job, Random } from '../../../src/run/index.ts'
import { listsOf, namedOnce, nameOf } from '../../names.ts'
import { colourOf, ink } from '../../picture/svg.ts'
import { figure } from '../../picture/text.ts'
import { drawGraph, plain } from '../draw-graph.ts'
import { type Neighbours, neighboursOf } from '../neighbours.ts'
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
import { classesOf, inOrder, mended } from './colour-classes.ts'
import { buildColouring, type ColourLayout, encodeColours, readColours } from './colouring-model.ts'
import { colouringSearch } from './colouring-search.ts'
import { coloursIn, greedyClique, saturated } from './saturation.ts'

/** At most so many colours; without it, as few as can be. */
export interface ColourLimit {
  readonly colours?: number
}

/** A graph, the weights of its edges without meaning. */
export type ColouringInput = GraphInput & ColourLimit

/** One list of nodes per colour, each in the order of the graph and the lists by their first nodes. */
export interface Classes<Name = string | number> {
  readonly classes: readonly (readonly Name[])[]
}

interface Colouring extends ProblemFactory<ColouringInput, Classes> {
  (input: GraphologyGraph & ColourLimit): Problem<Classes<string>>
  <const Name extends string, const Node extends string = never>(
    input: NamedGraph<Name, Node> & ColourLimit,
  ): Problem<Classes<Name | Node>>
  <const Edge extends ListedEdge>(input: ListedGraph<Edge> & ColourLimit): Problem<Classes<string>>
  (input: BulkGraph & ColourLimit): Problem<Classes<number>>
}

interface Data {
  readonly graph: WeightedGraph
  readonly neighbours: Neighbours
  readonly limit: number
  /** A colouring by DSATUR and a clique, made on first use. */
  readonly plan: () => { readonly first: Int32Array; readonly clique: readonly number[] }
}

const fields = z.object({ colours: z.int().min(1).optional() })

/**
 * Colours the nodes of a graph so that the ends of every edge differ, with as few colours as can be, and with no more
 * than `colours` where that is given. Loops and the weights of edges do not count. Cost: the number of colours, minimised.
 *
 * Model: a choice per node among as many colours as DSATUR needs, a bit per colour that says whether it is used (Lucas
 * 2014, section 6.1); the nodes of a clique have their colours, and colours are used in order.
 */
export const colouring = defineProblem({
  name: 'colouring',
  summary: 'as few colours as can be, the ends of every edge different',
  sense: 'min',
  schema: graphWith<ColouringInput, typeof fields.shape, Data>('colouring', fields, (graph, own) => {
    const neighbours = neighboursOf(graph)
    let known: ReturnType<Data['plan']> | undefined
    const plan = () => (known ??= { first: saturated(neighbours), clique: greedyClique(neighbours) })
    return { graph, neighbours, limit: own.colours ?? Number.POSITIVE_INFINITY, plan }
  }),
  build: (model: Model, data: Data): ColourLayout => buildColouring(model, data.neighbours, pallet(data), labels(data)),
  decode: (data, layout, point) => classesIn(data, mended(data.neighbours, readColours(layout, point))),
  encode: (data, layout, answer) => encodeColours(layout, coloursOf(data, answer)),
  check,
  cost: (_data, { classes }) => classes.length,
  heuristic: search,
  draw: (data, answer) => draw(data, coloursOf(data, answer), answer.classes.length),
  terms: (data) => pallet(data).colours * (data.neighbours.size + data.neighbours.column.length / 2),
  tiny,
}) as Colouring

/** How many colours the model has, and whose colours are given. */
const pallet = ({ plan, limit }: Data) => ({ colours: Math.min(limit, coloursIn(plan().first)), clique: plan().clique })

const labels =
  ({ graph }: Data) =>
  (i: number) =>
    graph.names?.[i] ?? `node ${i}`

function classesIn({ graph }: Data, colour: Int32Array): Classes {
  return { classes: classesOf(inOrder(colour)).map((nodes) => nodes.map((i) => nameOf(graph, i))) }
}

/** −1 for nodes in no class; of several the last counts; strangers are passed over. */
const coloursOf = ({ graph }: Data, { classes }: Classes): Int32Array => listsOf(graph, classes)

function check(data: Data, answer: Classes): Violation[] {
  const { graph, limit } = data
  const { from, to } = graph
  const colour = coloursOf(data, answer)
  const violations = misplaced(data, answer)
  for (let k = 0; k < from.length; k++) {
    if (from[k] === to[k] || colour[from[k]] < 0 || colour[from[k]] !== colour[to[k]]) continue
    const [a, b] = [nameOf(graph, from[k]), nameOf(graph, to[k])]
    violations.push({ rule: 'differ', item: a, amount: 1, message: `nodes "${a}" and "${b}" are joined and alike` })
  }
  const count = answer.classes.length
  if (count > limit)
    violations.push({ rule: 'colours', amount: count - limit, message: `${count} colours are used, not ${limit}` })
  return violations
}

function misplaced({ graph }: Data, { classes }: Classes): Violation[] {
  const unused = classes.filter((nodes) => nodes.length === 0)
  const placed = namedOnce(graph, classes.flat(), {
    stranger: strangeNode,
    rule: 'one colour each',
    times: (item, count) => (count === 0 ? `node "${item}" has no colour` : `node "${item}" has ${count} colours`),
  })
  return [...unused.map(() => ({ rule: 'used', amount: 1, message: 'a colour has no nodes' })), ...placed]
}

/** Colourings above the limit are no finds; they are what is left when nothing better was found. */
function* search(data: Data, random: Random): Job<Classes, Classes> {
  const job = colouringSearch(data.neighbours, random, data.limit)
  for (let state = job.next(0); ; ) {
    if (state.done) return classesIn(data, state.value)
    const { find, ...step } = state.value
    const isFind = find !== undefined && coloursIn(find) <= data.limit
    state = job.next(yield isFind ? { ...step, find: classesIn(data, find) } : step)
  }
}

function draw({ graph }: Data, colour: Int32Array, colours: number): string {
  const { from, to } = graph
  return drawGraph(graph, {
    node: (i) => (colour[i] < 0 ? plain : colourOf(colour[i])),
    edge: (k) => (colour[from[k]] >= 0 && colour[from[k]] === colour[to[k]] ? ink.wrong : null),
    caption: `${colours} colours: ${graph.size} nodes, ${figure(from.length)} edges`,
    keys: Array.from({ length: Math.min(colours, 28) }, (_, k) => ({ fill: colourOf(k), label: `${k}`, shape: 'dot' })),
  })
}

function tiny(random: Random): ColouringInput {
  const names = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay'].slice(0, 4 + random.below(3))
  const density = 1 + random.below(3)
  const edges = names.flatMap((a, i) => names.slice(i + 1).map((b): [string, string] => [a, b]))
  return { nodes: names, edges: edges.filter(() => random.below(5) < density) }
}
