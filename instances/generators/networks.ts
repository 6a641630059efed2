import { topologicalOrder } from '../../problems/learning/topological-order.ts'
import { IsinglassError } from '../../src/errors.ts'
import { type Random, shuffled } from '../../src/run/index.ts'
import type { BulkNetworkData } from '../shapes.ts'
import { atLeast } from './at-least.ts'

/** A Bayesian network with its probabilities: table[configuration · states + state], the last parent's state fastest. */
export interface DiscreteNetwork {
  readonly variables: readonly {
    readonly name: string
    readonly states: readonly string[]
    /** Numbers of variables. */
    readonly parents: readonly number[]
    readonly table: readonly number[]
  }[]
}

/**
 * Rows drawn from a network, parents before children (forward sampling, Henrion 1988). Rows of a table need not sum to 1.
 * @throws INPUT_INVALID when the network has a cycle.
 */
export function sampleNetwork({ variables }: DiscreteNetwork, rows: number, random: Random): BulkNetworkData {
  atLeast(rows, 1, 'rows')
  const order = topologicalOrder(variables.map(({ parents }) => parents))
  if (order === null)
    throw new IsinglassError('INPUT_INVALID', 'the network has a cycle', 'Remove one of its edges', 'sampleNetwork')
  const columns = variables.map(() => new Array<number>(rows).fill(0))
  for (let r = 0; r < rows; r++) {
    for (const v of order) {
      const { parents, states, table } = variables[v]
      let configuration = 0
      for (const p of parents) configuration = configuration * variables[p].states.length + columns[p][r]
      columns[v][r] = drawn(table, configuration * states.length, states.length, random)
    }
  }
  return {
    rows,
    columns,
    names: variables.map(({ name }) => name),
    arities: variables.map(({ states }) => states.length),
  }
}

function drawn(table: readonly number[], first: number, states: number, random: Random): number {
  let total = 0
  for (let k = 0; k < states; k++) total += table[first + k]
  let left = random.unit() * total
  for (let k = 0; k < states; k++) {
    left -= table[first + k]
    if (left < 0) return k
  }
  return states - 1
}

export interface NetworkOptions {
  readonly variables: number
  /** At most so many parents each. */
  readonly parents: number
  /** Each variable has 2 … so many states. */
  readonly states: number
}

/**
 * A random network: every variable has up to `parents` of those before it in a random order (after Ide and Cozman 2002,
 * "Random generation of Bayesian networks"), and probabilities in proportion to cubes of uniform numbers, so that
 * parents matter.
 */
export function randomNetwork({ variables, parents, states }: NetworkOptions, random: Random): DiscreteNetwork {
  atLeast(variables, 1, 'variables')
  atLeast(parents, 0, 'parents')
  atLeast(states, 2, 'states')
  const order = Array.from(shuffled(variables, random))
  const arities = order.map(() => 2 + random.below(states - 1))
  const chosen: number[][] = order.map(() => [])
  order.forEach((v, k) => {
    const count = Math.min(k, random.below(parents + 1))
    const drawn = shuffled(k, random).subarray(0, count)
    chosen[v] = Array.from(drawn, (at) => order[at]).sort((a, b) => a - b)
  })
  return {
    variables: chosen.map((list, v) => ({
      name: `x${v + 1}`,
      states: Array.from({ length: arities[v] }, (_, k) => `s${k}`),
      parents: list,
      table: tableOf(
        list.reduce((product, p) => product * arities[p], 1),
        arities[v],
        random,
      ),
    })),
  }
}

function tableOf(configurations: number, states: number, random: Random): number[] {
  return Array.from({ length: configurations }, () => {
    const raw = Array.from({ length: states }, () => cube(random.unit()) + 1e-3)
    const total = raw.reduce((a, b) => a + b)
    return raw.map((value) => value / total)
  }).flat()
}

/** Data for structure learning: a random network and so many rows drawn from it. */
export function networkData(
  { rows, ...options }: NetworkOptions & { readonly rows: number },
  random: Random,
): BulkNetworkData {
  return sampleNetwork(randomNetwork(options, random), rows, random)
}

const cube = (value: number): number => value * value * value
