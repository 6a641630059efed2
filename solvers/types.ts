/** The types behind the solvers and strategies. */
export type { DecomposeOptions } from './strategy/decompose.ts'
export type { Nest, StrategyDeclaration, StrategyFactory } from './strategy/define-strategy.ts'
