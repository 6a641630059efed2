/**
 * What files turn into: the bulk shapes of the problems, indices from 0. Where readers promise more than the problem asks
 * for, such as one of two ways to give a matrix, the shape stands here.
 */

import type {
  BulkBinPacking as BinPackingInput,
  BulkNetworkData,
  BulkHyperparameters as HyperparametersInput,
  BulkJobShop as JobShopInput,
  BulkKnapsack as KnapsackInput,
  LabsInput,
  NetworkScores,
  BulkNumbers as NumberPartitionInput,
  BulkQuadraticKnapsack as QuadraticKnapsackInput,
  Coordinates as QuboInput,
  BulkRoster as RosterInput,
  BulkClauses as SatInput,
  BulkSets as SetCoverInput,
} from '../problems/types.ts'

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

/** Square matrices row by row: flow[i·n + j] between facilities, distance[k·n + l] between locations. */
export interface QuadraticAssignmentInput {
  readonly flow: ArrayLike<number>
  readonly distance: ArrayLike<number>
  /** cost[i·n + k] of facility i at location k. */
  readonly cost?: ArrayLike<number>
}

/** durations[j][i]: how long job j takes on machine i. */
export interface FlowShopInput {
  readonly durations: readonly (readonly number[])[]
}

export type {
  BinPackingInput,
  BulkNetworkData,
  HyperparametersInput,
  JobShopInput,
  KnapsackInput,
  LabsInput,
  NetworkScores,
  NumberPartitionInput,
  QuadraticKnapsackInput,
  QuboInput,
  RosterInput,
  SatInput,
  SetCoverInput,
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
