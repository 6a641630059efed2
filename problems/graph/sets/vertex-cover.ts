import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Violation } from '../../../src/problem.ts'
import { nameOf } from '../../names.ts'
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
import { setSearch, sumOf, withoutConflicts } from './set-search.ts'

/**
 * Chooses nodes of a graph so that every edge has a chosen end and they weigh as little as possible; without `weights`,
 * as few as possible. Loops and the weights of edges do not count. Cost: the weight of the chosen nodes, minimised.
 *
 * Model: a bit per node, minimise Σ wᵢxᵢ with xᵢ + xⱼ ≥ 1 for every edge (Lucas 2014, section 4.3). The domain method
 * looks for the independent set that the cover leaves.
 */
export const vertexCover = defineProblem({
  name: 'vertexCover',
  summary: 'the lightest set of nodes that touches every edge',
  sense: 'min',
  schema: nodeSetSchema('vertexCover'),
  build,
  decode,
  encode: (data, _layout, set) => Float64Array.from(chosenIn(data, set)),
  check,
  cost: weightOf,
  heuristic: (data: NodeSetData, random) => {
    const question = { weight: data.weight, conflicts: data.neighbours }
    const total = sumOf(new Uint8Array(data.graph.size).fill(1), data.weight)
    return named(data, setSearch(question, random), { bits: others, cost: (weight) => total - weight })
  },
  draw: (data, set) =>
    drawSet(data, set, { isBold: (ends) => ends === 0, node: 'in the cover', edge: 'edge not covered' }),
  terms: ({ neighbours }) => neighbours.size + neighbours.column.length / 2,
  tiny: tinySet,
}) as NodeSetProblem

const others = (set: Uint8Array): Uint8Array => set.map((bit) => 1 - bit)

function build(model: Model, { graph, neighbours, weight }: NodeSetData): null {
  const { rowStart, column } = neighbours
  model.bits(graph.size, (i) => graph.names?.[i] ?? `node ${i}`)
  for (let i = 0; i < graph.size; i++) {
    model.objective.addLinear(i, weight[i])
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = column[k]
      const ends = [[1, i] as const, [1, j] as const]
      if (j > i) model.subjectTo(`cover ${nameOf(graph, i)} ${nameOf(graph, j)}`, ends, '>=', 1)
    }
  }
  return null
}

/** Where an edge is open, one of its ends is chosen. */
function decode(data: NodeSetData, _layout: null, point: Float64Array): NodeSet {
  const left = Uint8Array.from(point, (value) => (value > 0.5 ? 0 : 1))
  withoutConflicts(data.neighbours, left)
  return setOf(data, others(left))
}

function check(data: NodeSetData, set: NodeSet): Violation[] {
  const { from, to } = data.graph
  const bits = chosenIn(data, set)
  const violations = misnamed(data, set)
  for (let k = 0; k < from.length; k++) {
    if (bits[from[k]] || bits[to[k]] || from[k] === to[k]) continue
    const [a, b] = [nameOf(data.graph, from[k]), nameOf(data.graph, to[k])]
    violations.push({ rule: 'covered', item: a, amount: 1, message: `the edge of "${a}" and "${b}" is not covered` })
  }
  return violations
}
