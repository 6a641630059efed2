import type { AbstractGraph } from 'graphology-types'
import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import { amount, numberList, parseWith, readBy } from '../../src/parse.ts'

/** Nodes 0 … nodes − 1; edge k joins from[k] and to[k] and weighs weight[k] (1 without the list). */
export interface BulkGraph {
  readonly nodes: number
  readonly edges: {
    readonly from: ArrayLike<number>
    readonly to: ArrayLike<number>
    readonly weight?: ArrayLike<number>
  }
  /** Where to draw each node, in any unit. */
  readonly at?: readonly (readonly [number, number])[]
}

/** How a name that no node bears is told. */
export const strangeNode = { rule: 'known node', is: 'is no node of the graph' } as const

/** Edges between names, `[a, b]` or `[a, b, weight]`; `nodes` come first in the order and may have no edges. */
export interface NamedGraph<Name extends string = string, Node extends string = string> {
  readonly edges: readonly (readonly [Name, Name, number?])[]
  readonly nodes?: readonly Node[]
  readonly at?: Readonly<Record<string, readonly [number, number]>>
}

/** The named shape where the names are not known before it runs: edges from a file, say, typed as lists of any length. */
export interface ListedGraph<Edge extends ListedEdge = ListedEdge> {
  readonly edges: readonly (Edge & AnyLength<Edge>)[]
  readonly nodes?: readonly string[]
  readonly at?: Readonly<Record<string, readonly [number, number]>>
}

export type ListedEdge = readonly (string | number)[]

/** Nothing for tuples: their types can be checked, and are by `NamedGraph`. */
export type AnyLength<Edge extends ListedEdge> = number extends Edge['length'] ? unknown : never

/** A graphology graph; edges weigh their attribute `weight` (1 without), nodes stand at their attributes `x` and `y`. */
export interface GraphologyGraph {
  readonly graph: AbstractGraph
}

export type GraphInput = BulkGraph | NamedGraph | GraphologyGraph

/** The one shape inside: parallel edge lists. Loops and repeated edges are kept as given. */
export interface WeightedGraph {
  readonly size: number
  /** Null when nodes are numbers. */
  readonly names: readonly string[] | null
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly weight: Float64Array
  readonly at: readonly (readonly [number, number])[] | null
}

/** As many as any file may declare. */
const mostNodes = 50_000_000

const place = z.tuple([amount, amount])
const bulk = z.strictObject({
  nodes: z.int().min(1).max(mostNodes),
  edges: z.strictObject({ from: numberList, to: numberList, weight: numberList.optional() }),
  at: z.array(place).optional(),
})
const named = z.strictObject({
  edges: z.array(z.tuple([z.string(), z.string(), amount.optional()])),
  nodes: z.array(z.string()).optional(),
  at: z.record(z.string(), place).optional(),
})

/** Parses any of the three shapes; complaints name the shape the input comes closest to. */
export function graphSchema(where: string): z.ZodType<WeightedGraph, GraphInput> {
  return readBy(graphExpected, (input: GraphInput) => graphOf(input, where))
}

/** A graph with a problem's own fields beside it: `fields` are taken out and parsed, the rest must be a graph. */
export function graphWith<Input extends object, Shape extends z.core.$ZodLooseShape, Data>(
  where: string,
  fields: z.ZodObject<Shape>,
  read: (graph: WeightedGraph, own: z.output<z.ZodObject<Shape>>) => Data,
): z.ZodType<Data, Input> {
  return readBy(graphExpected, (input: Input) => {
    const isOwn = ([key]: [string, unknown]) => Object.hasOwn(fields.shape, key)
    const entries = Object.entries(input)
    const own = parseWith(fields, Object.fromEntries(entries.filter(isOwn)), where)
    const rest = Object.fromEntries(entries.filter((entry) => !isOwn(entry))) as unknown as GraphInput
    return read(graphOf(rest, where), own)
  })
}

const graphExpected = 'expected a graph: an object with "edges"'

function graphOf(input: GraphInput, where: string): WeightedGraph {
  if ('graph' in input) return fromGraphology(input, where)
  if (Array.isArray(input.edges)) return fromNames(parseWith(named, input, where), where)
  return fromLists(parseWith(bulk, input, where), where)
}

function fromLists({ nodes, edges: { from, to, weight }, at }: BulkGraph, where: string): WeightedGraph {
  const count = from.length
  if (to.length !== count)
    refuse(`"to" has ${to.length} entries but "from" has ${count}`, 'Give lists of equal length', where)
  if (weight && weight.length !== count) {
    refuse(`"weight" has ${weight.length} entries but "from" has ${count}`, 'Give one weight per edge, or none', where)
  }
  if (at && at.length !== nodes)
    refuse(`"at" has ${at.length} places for ${nodes} nodes`, 'Give one place per node, or none', where)
  return {
    size: nodes,
    names: null,
    from: nodeList(from, nodes, `${where}, edges.from`),
    to: nodeList(to, nodes, `${where}, edges.to`),
    weight: weight ? Float64Array.from(weight) : new Float64Array(count).fill(1),
    at: at ?? null,
  }
}

function nodeList(list: ArrayLike<number>, nodes: number, where: string): Uint32Array {
  const out = new Uint32Array(list.length)
  for (let k = 0; k < list.length; k++) {
    const node = list[k]
    out[k] = node
    if (out[k] !== node || node >= nodes)
      refuse(`entry ${k} is ${node}, not a node`, `Use whole numbers from 0 to ${nodes - 1}`, where)
  }
  return out
}

function fromNames({ edges, nodes, at }: NamedGraph, where: string): WeightedGraph {
  const index = new Map<string, number>()
  const nodeOf = (name: string): number => {
    if (name === '') throw new IsinglassError('NAME_INVALID', 'a node has an empty name', 'Name every node', where)
    const known = index.get(name) ?? index.size
    if (known === index.size) index.set(name, known)
    return known
  }
  for (const [i, name] of (nodes ?? []).entries()) {
    if (nodeOf(name) < i)
      throw new IsinglassError('NAME_INVALID', `node "${name}" is listed twice`, 'List every node once', where)
  }
  const ends = edges.map(([a, b]) => [nodeOf(a), nodeOf(b)] as const)
  if (index.size === 0) refuse('the graph has no nodes', 'Give at least one edge or node', where)
  const placeOf = (name: string) =>
    at && Object.hasOwn(at, name)
      ? at[name]
      : refuse(`node "${name}" has no place`, 'Give a place for every node, or none', where)
  const all = [...index.keys()]
  return {
    size: index.size,
    names: all,
    at: at ? all.map(placeOf) : null,
    from: Uint32Array.from(ends, ([a]) => a),
    to: Uint32Array.from(ends, ([, b]) => b),
    weight: Float64Array.from(edges, (e) => e[2] ?? 1),
  }
}

function fromGraphology({ graph }: GraphologyGraph, where: string): WeightedGraph {
  if (typeof graph?.forEachEdge !== 'function')
    refuse('"graph" is not a graphology graph', 'Pass a Graph of the package graphology', where)
  const nodes = graph.nodes()
  const edges = graph.mapEdges((_, attributes, a, b) => [a, b, attributes.weight ?? 1])
  const places = nodes.map(
    (node) => [node, [graph.getNodeAttribute(node, 'x'), graph.getNodeAttribute(node, 'y')]] as const,
  )
  const placed = places.length > 0 && places.every(([, [x, y]]) => Number.isFinite(x) && Number.isFinite(y))
  const input = { nodes, edges, ...(placed ? { at: Object.fromEntries(places) } : {}) }
  return fromNames(parseWith(named, input, `${where}, graph`), where)
}

function refuse(what: string, remedy: string, where: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, where)
}
