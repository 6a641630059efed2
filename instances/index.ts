export { filesNamed, type InstanceFile, instanceFiles } from './catalogue/files.ts'
export { bestKnownOf, catalogue, type Known } from './catalogue.ts'
export { type Embedded, embedded } from './embedded/index.ts'
export type { InstanceFormat, Reading, Settings } from './format.ts'
export { formats } from './formats.ts'
export * as generate from './generators/index.ts'
export { type DiscreteNetwork, sampleNetwork } from './generators/networks.ts'
export { type Instance, knownSettings, type ReadOptions, readInstance } from './read.ts'
export { readBif } from './readers/bif.ts'
export { printDocument } from './readers/json.ts'
export { printRoutes, type Routes, readRoutes } from './readers/routes.ts'
export { printTour, readTour, type Tour } from './readers/tour.ts'
export { problemSettings } from './settings.ts'
export type {
  BinPackingInput,
  FeaturesInput,
  FlowShopInput,
  HyperparametersInput,
  InputOf,
  JobShopInput,
  KnapsackInput,
  LabsInput,
  MaxCutInput,
  NumberPartitionInput,
  Places,
  PortfolioInput,
  QuadraticAssignmentInput,
  QuadraticKnapsackInput,
  QuboInput,
  RosterInput,
  SatInput,
  SetCoverInput,
  TspInput,
  VrpInput,
} from './shapes.ts'
