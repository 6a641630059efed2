/** The types behind the solvers and strategies. */
export type { DecomposeOptions } from './strategy/decompose.ts'
export type { Nest, StrategyDeclaration, StrategyFactory } from './strategy/define-strategy.ts'
export type { Backend, RemoteFind, RemoteOptions, RemoteOrder, RemoteProgress } from './strategy/remote.ts'
