import { readBy } from '../../src/parse.ts'
import { defineProblem, type OverloadedFactory, type Problem, type Violation } from '../../src/problem.ts'
import { mapFinds, type Random } from '../../src/run/index.ts'
import { drawNetwork } from './draw-network.ts'
import { type FamilyScores, familyCost, familyScores } from './family-scores.ts'
import {
  type BayesianNetworkInput,
  type BulkNetworkData,
  type NamedNetworkData,
  type NetworkData,
  type NetworkScores,
  readNetworkData,
} from './network-data.ts'
import { build, decodeParents, encodeParents, type Layout, termsOf, whyInexact } from './parent-model.ts'
import { type Parents, structureSearch } from './structure-search.ts'
import { topologicalOrder } from './topological-order.ts'

/** Who influences whom, by the order of the influenced: names, or numbers where the input has none. */
export interface NetworkStructure<Name = string | number> {
  readonly edges: readonly (readonly [from: Name, to: Name])[]
}

interface BayesianNetwork extends OverloadedFactory<BayesianNetworkInput, NetworkStructure> {
  <const Name extends string>(input: NamedNetworkData<Name>): Problem<NetworkStructure<Name>>
  <const Name extends string>(
    input: (BulkNetworkData | NetworkScores) & { readonly names: readonly Name[] },
  ): Problem<NetworkStructure<Name>>
  (input: (BulkNetworkData | NetworkScores) & { readonly names?: undefined }): Problem<NetworkStructure<number>>
  (input: BulkNetworkData | NetworkScores): Problem<NetworkStructure>
}

/** The data, and the scores of the judge: their own, so that what is asked here changes no search. */
interface Data extends NetworkData {
  readonly scores: () => FamilyScores
}

/**
 * Learns the structure of a Bayesian network: the acyclic graph over the variables of a discrete table that explains it
 * best. Cost, minimised: the negated log score (natural logarithm), a sum over variables and their parents, of
 *
 * - `bic` (Schwarz 1978): log-likelihood − ½ ln N · free parameters, all configurations of the parents counted;
 * - `bdeu` (Heckerman, Geiger and Chickering 1995): the log marginal likelihood with equivalent sample size `ess`.
 *
 * Local scores computed elsewhere may be given instead of data. Any number of parents is allowed up to 20 variables, 3
 * above, or what `parents` says; edges may be required or forbidden. Logarithms are of our own making, so a network
 * costs the same bits on every platform.
 */
export const bayesianNetwork = defineProblem({
  name: 'bayesianNetwork',
  summary: 'the acyclic network of influences that explains a table of data best',
  sense: 'min',
  schema: readBy('expected an object with "columns", "data" or "scores"', read),
  build: (model, data: Data) => build(model, data),
  decode: (data, layout: Layout, point) => structureOf(data, decodeParents(data, layout, point)),
  encode: (data, layout, answer) => encodeParents(layout, parentsIn(data, answer)),
  check,
  cost,
  heuristic: (data, random) => mapFinds(structureSearch(data, random), (found) => structureOf(data, found)),
  draw: (data, answer) => drawNetwork(data, parentsIn(data, answer), cost(data, answer)),
  terms: termsOf,
  inexact: whyInexact,
  tiny,
}) as BayesianNetwork

function read(input: BayesianNetworkInput): Data {
  const data = readNetworkData(input)
  let known: FamilyScores | undefined
  const scores = () => (known ??= familyScores(data.table as NonNullable<typeof data.table>, data.score, data.ess))
  return { ...data, scores }
}

const nameOf = ({ names }: NetworkData, v: number): string | number => names?.[v] ?? v

function structureOf(data: NetworkData, parents: Parents): NetworkStructure {
  return { edges: parents.flatMap((list, v) => list.map((p) => [nameOf(data, p), nameOf(data, v)] as const)) }
}

const indexOf = (data: NetworkData): ReadonlyMap<string | number, number> =>
  new Map(Array.from({ length: data.size }, (_, v) => [nameOf(data, v), v]))

/** The parents of every variable, ascending, each once; strangers are passed over. */
function parentsIn(data: NetworkData, { edges }: NetworkStructure): number[][] {
  const index = indexOf(data)
  const sets = Array.from({ length: data.size }, () => new Set<number>())
  for (const [from, to] of edges) {
    const [a, b] = [index.get(from), index.get(to)]
    if (a !== undefined && b !== undefined && a !== b) sets[b].add(a)
  }
  return sets.map((set) => [...set].sort((a, b) => a - b))
}

/** The negated log score, from the counts of the families of the answer alone. */
function cost(data: Data, answer: NetworkStructure): number {
  return parentsIn(data, answer).reduce((sum, parents, v) => sum + costOf(data, v, parents), 0)
}

function costOf(data: Data, v: number, parents: readonly number[]): number {
  if (data.listed === null) return familyCost(data.scores(), v, parents)
  return listedFamily(data, v, parents)?.cost ?? data.listed[v][data.listed[v].length - 1].cost
}

const listedFamily = ({ listed }: NetworkData, v: number, parents: readonly number[]) =>
  listed?.[v].find(
    (family) => family.parents.length === parents.length && family.parents.every((p, k) => p === parents[k]),
  )

function check(data: Data, answer: NetworkStructure): Violation[] {
  const parents = parentsIn(data, answer)
  const violations = [...checkEdges(data, answer), ...checkRules(data, parents)]
  if (topologicalOrder(parents) !== null) return violations
  return [...violations, { rule: 'acyclic', amount: 1, message: 'the edges form a cycle' }]
}

/** Known ends, no loops, nothing twice. */
function checkEdges(data: NetworkData, { edges }: NetworkStructure): Violation[] {
  const index = indexOf(data)
  const seen = new Set<string>()
  return edges.flatMap((ends): Violation[] => {
    const [from, to] = ends
    const edge = `${from} → ${to}`
    if (ends.length !== 2)
      return [{ rule: 'edges join two', item: edge, amount: 1, message: `an edge has ${ends.length} ends` }]
    const stranger = ends.find((name) => !index.has(name))
    if (stranger !== undefined)
      return [{ rule: 'known variable', item: stranger, amount: 1, message: `"${stranger}" is no variable` }]
    if (from === to) return [{ rule: 'acyclic', item: edge, amount: 1, message: `"${from}" influences itself` }]
    const key = `${index.get(from)},${index.get(to)}`
    if (seen.has(key))
      return [{ rule: 'each edge once', item: edge, amount: 1, message: `the edge ${edge} is there twice` }]
    seen.add(key)
    return []
  })
}

/** Required and forbidden edges, the number of parents, and that their score is known. */
function checkRules(data: NetworkData, parents: Parents): Violation[] {
  const name = (v: number) => nameOf(data, v)
  return parents.flatMap((list, v) => [
    ...data.required[v]
      .filter((p) => !list.includes(p))
      .map((p) => ({
        rule: 'required',
        item: name(v),
        amount: 1,
        message: `the edge ${name(p)} → ${name(v)} is missing`,
      })),
    ...list
      .filter((p) => data.forbidden[p * data.size + v] === 1)
      .map((p) => ({
        rule: 'forbidden',
        item: name(v),
        amount: 1,
        message: `the edge ${name(p)} → ${name(v)} is forbidden`,
      })),
    ...(list.length <= data.most
      ? []
      : [
          {
            rule: 'parents',
            item: name(v),
            amount: list.length - data.most,
            message: `"${name(v)}" has ${list.length} parents, ${data.most} are allowed`,
          },
        ]),
    ...(data.listed === null || listedFamily(data, v, list)
      ? []
      : [
          {
            rule: 'listed parents',
            item: name(v),
            amount: 1,
            message: `no score is listed for the parents of "${name(v)}"`,
          },
        ]),
  ])
}

/** Three or so variables, each partly a copy of the one before. */
function tiny(random: Random): BayesianNetworkInput {
  const rows = 10 + random.below(4)
  const cloud = Array.from({ length: rows }, () => random.below(2))
  const noisy = (list: readonly number[]) => list.map((state) => (random.below(5) === 0 ? random.below(2) : state))
  const rain = noisy(cloud)
  const wet = noisy(rain)
  const word = (list: readonly number[]) => list.map((state) => (state === 1 ? 'yes' : 'no'))
  const data = { cloud: word(cloud), rain: word(rain), wet: word(wet) }
  const forbidden: [string, string][] = random.below(2) === 0 ? [['wet', 'cloud']] : []
  return random.below(2) === 0 ? { data, forbidden } : { data, forbidden, score: 'bdeu', ess: 1 + random.below(3) }
}
