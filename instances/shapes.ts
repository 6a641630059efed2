/** What files turn into: the bulk shapes of the problems, indices from 0. */

import type { BulkNetworkData, NetworkScores } from '../problems/learning/network-data.ts'

export interface MaxCutInput {
  readonly nodes: number
  readonly edges: {
    readonly from: ArrayLike<number>
    readonly to: ArrayLike<number>
    readonly weight: ArrayLike<number>
  }
}

/** Edges that weigh 1, each once; `weights` are of nodes. */
export interface GraphFileInput {
  readonly nodes: number
  readonly edges: { readonly from: ArrayLike<number>; readonly to: ArrayLike<number> }
  readonly weights?: ArrayLike<number>
}

export type Point = readonly [number, number]
export type MetricName = 'euc2d' | 'ceil2d' | 'geo' | 'att' | 'man2d' | 'max2d'

/** Places with a formula for their distances, or a row-major size × size matrix (then `at` is for pictures only). */
export type Places =
  | { readonly at: readonly Point[]; readonly metric: MetricName; readonly names?: readonly string[] }
  | {
      readonly size: number
      readonly matrix: ArrayLike<number>
      readonly at?: readonly Point[]
      readonly names?: readonly string[]
    }

export type TspInput = Places

/** Place 0 is the depot, with demand 0. Without `vehicles` the fleet is free. */
export type VrpInput = Places & {
  readonly demand: readonly number[]
  readonly capacity: number
  readonly vehicles?: number
}

/** `columns[c][r]` is feature c of row r; `target[r]` is what the features should tell. */
export interface FeaturesInput {
  readonly rows: number
  readonly columns: readonly (readonly number[])[]
  readonly target: readonly number[]
  readonly names?: readonly string[]
  readonly choose: number
  readonly redundancy?: number
  readonly between?: 'information' | 'correlation'
}

/** Options numbered through the parameters: a score per option, and per pair of options. */
export interface HyperparametersInput {
  readonly sizes: readonly number[]
  readonly own?: readonly number[]
  readonly pairs?: {
    readonly from: readonly number[]
    readonly to: readonly number[]
    readonly score: readonly number[]
  }
  readonly sense?: 'min' | 'max'
}

/** Mean and deviation of every asset's return, and a row-major n × n correlation. */
export interface PortfolioInput {
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
  readonly correlation: ArrayLike<number>
  readonly names?: readonly string[]
  readonly hold?: number
  readonly exactly?: number
  readonly return?: number
  readonly min?: number
  readonly max?: number
  readonly lots?: number
  readonly aversion?: number
}

/** values[k]·x[rows[k]]·x[columns[k]] summed, the whole pair coefficient; equal indices are linear. */
export interface QuboInput {
  readonly size: number
  readonly rows: ArrayLike<number>
  readonly columns: ArrayLike<number>
  readonly values: ArrayLike<number>
  readonly offset?: number
  readonly sense?: 'min' | 'max'
}

/** Square matrices row by row: flow[i·n + j] between facilities, distance[k·n + l] between locations. */
export interface QuadraticAssignmentInput {
  readonly flow: ArrayLike<number>
  readonly distance: ArrayLike<number>
  /** cost[i·n + k] of facility i at location k. */
  readonly cost?: ArrayLike<number>
}

/** Literal k says that variable k (from 1) is true, −k that it is false; hard clauses must hold, a missing weight is 1. */
export interface SatInput {
  readonly variables: number
  readonly clauses: readonly ArrayLike<number>[]
  readonly weights?: ArrayLike<number>
  readonly hard?: readonly ArrayLike<number>[]
}

/** durations[j][i]: how long job j takes on machine i. */
export interface FlowShopInput {
  readonly durations: readonly (readonly number[])[]
}

/** jobs[j]: the pairs [machine, duration] of job j in order, machines from 0. */
export interface JobShopInput {
  readonly jobs: readonly (readonly (readonly [number, number])[])[]
  readonly machines?: number
  readonly encoding?: 'time' | 'order'
  readonly horizon?: number
}

/** Elements 0 … elements − 1; each set lists its elements, a missing cost is 1. */
export interface SetCoverInput {
  readonly elements: number
  readonly sets: readonly ArrayLike<number>[]
  readonly costs?: ArrayLike<number>
}

/** `count[k]` says how often item k is there: once where not given. */
export interface KnapsackInput {
  readonly value: ArrayLike<number>
  readonly weight: ArrayLike<number>
  readonly capacity: number
  readonly count?: ArrayLike<number>
}

export type RosterWish = { readonly day?: number; readonly weight?: number } & (
  | { readonly want: number | 'off'; readonly avoid?: undefined }
  | { readonly avoid: number | 'off'; readonly want?: undefined }
)

/** People, days and shifts in numbers; cover[day][shift]. `off` is a day without a shift. */
export interface RosterInput {
  readonly days: number
  readonly shifts: readonly { readonly start?: number; readonly end?: number }[]
  readonly people: readonly {
    readonly skills?: readonly number[]
    readonly off?: readonly number[]
    readonly wishes?: readonly RosterWish[]
    readonly min?: number
    readonly max?: number
    readonly maxInARow?: number
    readonly share?: number
  }[]
  readonly cover: readonly (readonly (number | { readonly min?: number; readonly max?: number })[])[]
  readonly rest?: number
  readonly forbidden?: readonly (readonly [number, number])[]
  readonly maxInARow?: number
  readonly shortage?: number
  readonly surplus?: number
  readonly fairness?: number
}

export type { BulkNetworkData, NetworkScores } from '../problems/learning/network-data.ts'

export interface LabsInput {
  readonly length: number
}

/** Items from[k] and to[k] are worth value[k] more together. */
export interface QuadraticKnapsackInput {
  readonly value: ArrayLike<number>
  readonly weight: ArrayLike<number>
  readonly capacity: number
  readonly pairs: {
    readonly from: ArrayLike<number>
    readonly to: ArrayLike<number>
    readonly value: ArrayLike<number>
  }
}

/** Whole numbers; two parts and the difference of their sums where nothing else is said. */
export interface NumberPartitionInput {
  readonly numbers: ArrayLike<number>
  readonly parts?: number
  readonly measure?: 'difference' | 'square'
}

/** Sizes of items, and what a bin holds. */
export interface BinPackingInput {
  readonly size: ArrayLike<number>
  readonly capacity: number
}

/** Which bulk shape each problem takes. */
export interface InputOf {
  bayesianNetwork: BulkNetworkData | NetworkScores
  maxCut: MaxCutInput
  tsp: TspInput
  vrp: VrpInput
  features: FeaturesInput
  hyperparameters: HyperparametersInput
  portfolio: PortfolioInput
  qubo: QuboInput
  colouring: GraphFileInput
  partition: GraphFileInput
  independentSet: GraphFileInput
  clique: GraphFileInput
  vertexCover: GraphFileInput
  flowShop: FlowShopInput
  roster: RosterInput
  jobShop: JobShopInput
  labs: LabsInput
  numberPartition: NumberPartitionInput
  sat: SatInput
  setCover: SetCoverInput
  quadraticAssignment: QuadraticAssignmentInput
  knapsack: KnapsackInput
  binPacking: BinPackingInput
  quadraticKnapsack: QuadraticKnapsackInput
}
