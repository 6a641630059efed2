import type { Model } from '../../../src/model/index.ts'
import { defineProblem, type Violation } from '../../../src/problem.ts'
import { nameOf } from '../../names.ts'
import { absentPairs, areJoined, complementOf, edgeCliques } from '../neighbours.ts'
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
import { sparseCliques } from './sparse-cliques.ts'

/**
 * Chooses nodes of a graph, every two of them joined, so that together they weigh as much as possible; without `weights`,
 * as many as possible. Loops and the weights of edges do not count. Cost: the weight of the chosen nodes, maximised.
 *
 * Model: an independent set of the complement, so the sparser the graph, the larger the model (Lucas 2014, section 2.3).
 */
export const clique = defineProblem({
  name: 'clique',
  summary: 'the heaviest set of nodes of which every two are joined',
  sense: 'max',
  schema: nodeSetSchema('clique', (data): Data => {
    let known: ReturnType<typeof complementOf> | undefined
    return { ...data, conflicts: () => (known ??= complementOf(data.neighbours)) }
  }),
  build,
  decode,
  encode: (data, _layout, set) => Float64Array.from(chosenIn(data, set)),
  check,
  cost: weightOf,
  heuristic: (data: Data, random) => {
    const same = { bits: (set: Uint8Array) => set, cost: (weight: number) => weight }
    if (absentPairs(data.neighbours) > mostAbsent) return named(data, sparseCliques(data.neighbours, data.weight), same)
    const question = { weight: data.weight, compatible: data.neighbours }
    return named(data, setSearch(question, random), same)
  },
  draw: (data, set) => drawSet(data, set, { isBold: (ends) => ends === 2, node: 'in the clique', edge: 'edge inside' }),
  terms: ({ neighbours }) => neighbours.size + absentPairs(neighbours),
  tiny: tinySet,
}) as NodeSetProblem

/** Above so many pairs the complement is not made. */
const mostAbsent = 5_000_000

interface Data extends NodeSetData {
  /** The complement, made on first use. */
  readonly conflicts: () => ReturnType<typeof complementOf>
}

function build(model: Model, { graph, conflicts, weight }: Data): null {
  model.bits(graph.size, (i) => graph.names?.[i] ?? `node ${i}`)
  for (let i = 0; i < graph.size; i++) model.objective.addLinear(i, -weight[i])
  for (const group of edgeCliques(conflicts()))
    model.atMostOne(`joined ${group.map((i) => nameOf(graph, i)).join(' ')}`, group)
  return null
}

/** Nodes not joined with others go, and then whatever fits comes in. */
function decode(data: Data, _layout: null, point: Float64Array): NodeSet {
  const chosen = Uint8Array.from(point, (value) => (value > 0.5 ? 1 : 0))
  if (withoutConflicts(data.conflicts(), chosen)) extend(data.conflicts(), data.weight, chosen)
  return setOf(data, chosen)
}

function check(data: NodeSetData, set: NodeSet): Violation[] {
  const bits = chosenIn(data, set)
  const list = Array.from(bits.keys()).filter((i) => bits[i])
  const violations = misnamed(data, set)
  for (const [at, i] of list.entries()) {
    for (const j of list.slice(at + 1)) {
      if (areJoined(data.neighbours, i, j)) continue
      const [a, b] = [nameOf(data.graph, i), nameOf(data.graph, j)]
      violations.push({ rule: 'joined', item: a, amount: 1, message: `nodes "${a}" and "${b}" are not joined` })
    }
  }
  return violations
}
