/** The types behind the problems: what goes in, what comes out. */

export type { BulkNumbers, Measure, NamedNumbers, NumbersInput } from './assignment/numbers/number-input.ts'
export type { Partition } from './assignment/numbers/number-partition.ts'
export type { Bins } from './assignment/packing/bin-packing.ts'
export type { BinPackingInput, BulkBinPacking, NamedBinPacking } from './assignment/packing/bin-packing-input.ts'
export type { Load } from './assignment/packing/knapsack.ts'
export type { BulkKnapsack, KnapsackInput, KnapsackItem, NamedKnapsack } from './assignment/packing/knapsack-input.ts'
export type { PairedLoad } from './assignment/packing/quadratic-knapsack.ts'
export type {
  BulkQuadraticKnapsack,
  NamedQuadraticKnapsack,
  QuadraticKnapsackInput,
} from './assignment/packing/quadratic-knapsack-input.ts'
export type { Placement } from './assignment/quadratic/quadratic-assignment.ts'
export type {
  BulkAssignment,
  NamedAssignment,
  QuadraticAssignmentInput,
} from './assignment/quadratic/quadratic-assignment-input.ts'
export type { BinarySequence, LabsInput } from './assignment/sequences/labs.ts'
export type { BulkClauses, ClausesInput, NamedClauses, VariableOf } from './clauses/clauses.ts'
export type { ChosenSets } from './covers/set-cover.ts'
export type { BulkSets, NamedSets, SetsInput } from './covers/set-system.ts'
export type { Classes, ColouringInput, ColourLimit } from './graph/colouring/colouring.ts'
export type { Cut } from './graph/cut/max-cut.ts'
export type { Parted, PartitionInput, PartRules } from './graph/partition/partition.ts'
export type { NodeSet, NodeSetInput, NodeSetProblem, NodeWeightList, NodeWeights } from './graph/sets/node-set.ts'
export type {
  AnyLength,
  BulkGraph,
  GraphInput,
  GraphologyGraph,
  ListedEdge,
  ListedGraph,
  NamedGraph,
  WeightedGraph,
} from './graph/weighted-graph.ts'
export type { NetworkStructure } from './learning/bayesian-network.ts'
export type {
  BayesianNetworkInput,
  BulkNetworkData,
  LocalScore,
  NamedNetworkData,
  NetworkRules,
  NetworkScores,
} from './learning/network-data.ts'
export type { Coordinates } from './raw/coordinates.ts'
export type { IsingInput, IsingLists, IsingTerms } from './raw/ising.ts'
export type { NamedTerms, NamesOf } from './raw/named-terms.ts'
export type { QuboInput, QuboTerms } from './raw/qubo.ts'
export type { Values } from './raw/values.ts'
export type { Between, Metric, Point2 } from './routing/metric.ts'
export type { CoordinatesInput, MatrixInput, Sites } from './routing/sites.ts'
export type { NamedCities, Tour, TspInput } from './routing/tsp.ts'
export type { BulkStops, NamedStops, RoutesOf, VrpInput } from './routing/vrp.ts'
export type { Sequence } from './scheduling/flow-shop/flow-shop.ts'
export type { BulkFlowShop, FlowShopInput, NamedFlowShop } from './scheduling/flow-shop/flow-shop-input.ts'
export type { JobShopSchedule } from './scheduling/job-shop/job-shop.ts'
export type { BulkJobShop, JobShopEncoding, JobShopInput, NamedJobShop } from './scheduling/job-shop/job-shop-data.ts'
export type { Roster } from './scheduling/roster/roster-check.ts'
export type {
  BulkRoster,
  Cover,
  Hours,
  NamedRoster,
  Person,
  RosterInput,
  Wish,
} from './scheduling/roster/roster-input.ts'
export type { BulkFeatures, FeaturesInput, Likeness, NamedFeatures, Selection } from './selection/features/features.ts'
export type { Weights } from './selection/portfolio/portfolio.ts'
export type {
  BulkPortfolio,
  NamedPortfolio,
  PortfolioInput,
  PortfolioRules,
  SectorRule,
} from './selection/portfolio/portfolio-input.ts'
export type {
  BulkHyperparameters,
  Configuration,
  HyperparametersInput,
  NamedHyperparameters,
  ParameterValue,
  ValueScore,
} from './selection/tuning/hyperparameters.ts'
export type { ConfigurationOf, ParameterLists, Study, StudyOptions, Trial } from './selection/tuning/study.ts'
