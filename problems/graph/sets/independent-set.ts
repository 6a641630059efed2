import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Violation } from '../../../src/problem.ts'
import { nameOf } from '../../names.ts'
import { edgeCliques } from '../neighbours.ts'
import {
  chosenIn,
  drawSet,
  misnamed,
  type NodeSet,
  type NodeSetData,
  type NodeSetProblem,
  named,
  nodeSetSchema,
  setOf,
  tinySet,
  weightOf,
} from './node-set.ts'
import { extend, setSearch, withoutConflicts } from './set-search.ts'

/**
 * Chooses nodes of a graph, no two of them joined, so that together they weigh as much as possible; without `weights`, as
 * many as possible. Loops and the weights of edges do not count. Cost: the weight of the chosen nodes, maximised.
 *
 * Model: a bit per node, minimise −Σ wᵢxᵢ with at most one of each clique of an edge partition (Lucas 2014, section 4.2,
 * where every edge is a penalty of its own).
 */
export const independentSet = defineProblem({
  name: 'independentSet',
  summary: 'the heaviest set of nodes of which no two are joined',
  sense: 'max',
  schema: nodeSetSchema('independentSet'),
  build,
  decode,
  encode: (data, _layout, set) => Float64Array.from(chosenIn(data, set)),
  check,
  cost: weightOf,
  heuristic: (data: NodeSetData, random) => {
    const question = { weight: data.weight, conflicts: data.neighbours }
    return named(data, setSearch(question, random), { bits: (set) => set, cost: (weight) => weight })
  },
  draw: (data, set) =>
    drawSet(data, set, { isBold: (ends) => ends === 2, node: 'in the set', edge: 'edge inside, which is not allowed' }),
  terms: ({ neighbours }) => neighbours.size + neighbours.column.length / 2,
  tiny: tinySet,
}) as NodeSetProblem

function build(model: Model, { graph, neighbours, weight }: NodeSetData): null {
  model.bits(graph.size, (i) => graph.names?.[i] ?? `node ${i}`)
  for (let i = 0; i < graph.size; i++) model.objective.addLinear(i, -weight[i])
  for (const clique of edgeCliques(neighbours))
    model.atMostOne(`apart ${clique.map((i) => nameOf(graph, i)).join(' ')}`, clique)
  return null
}

/** Nodes in conflict go, and then whatever fits comes in. */
function decode(data: NodeSetData, _layout: null, point: Float64Array): NodeSet {
  const chosen = Uint8Array.from(point, (value) => (value > 0.5 ? 1 : 0))
  if (withoutConflicts(data.neighbours, chosen)) extend(data.neighbours, data.weight, chosen)
  return setOf(data, chosen)
}

function check(data: NodeSetData, set: NodeSet): Violation[] {
  const { from, to } = data.graph
  const bits = chosenIn(data, set)
  const violations = misnamed(data, set)
  for (let k = 0; k < from.length; k++) {
    if (!bits[from[k]] || !bits[to[k]] || from[k] === to[k]) continue
    const [a, b] = [nameOf(data.graph, from[k]), nameOf(data.graph, to[k])]
    violations.push({ rule: 'apart', item: a, amount: 1, message: `nodes "${a}" and "${b}" are joined` })
  }
  return violations
}
