export { type Couplings, couplingsFromCoo } from './couplings.ts'
export { hashArrays } from './hash.ts'
export { type Ising, isingEnergy, isingFromCoo, isingFromQubo, isingOf, quboFromIsing } from './ising.ts'
export { type Milp, milpObjective, milpViolation } from './milp.ts'
export {
  type Group,
  type OneHot,
  type Permutation,
  type Qubo,
  type QuboParts,
  quboEnergy,
  quboFromCoo,
  quboOf,
  type Structure,
  type Subset,
} from './qubo.ts'
export { after, type Form, type FormKind, type Point, type Rewrite, type Rewritten, unchanged } from './rewrite.ts'
export { type FormSize, formSize } from './size.ts'
