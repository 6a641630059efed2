export { type Evaluation, evaluate, permutationLines, violationOf } from './evaluate.ts'
export { type Constraint, checkColumnCount, type Domain, Model, type ModelStructure, type Sense } from './model.ts'
export { Quadratic, type Term } from './quadratic.ts'
