import { describe, it } from 'vitest'
import { type CompileOptions, compileModel } from '../../src/compile/index.ts'
import type { Model } from '../../src/model/index.ts'
import type { FormKind, Rewrite, Structure } from '../../src/qubo/index.ts'
import { rewritePromises } from '../contracts/rewrite.ts'
import { everything, type Ingredients, tinyModels } from '../contracts/tiny-models.ts'

const compiledAs =
  <K extends FormKind>(kind: K, options: Partial<CompileOptions> = {}) =>
  (model: Model) => {
    const { form, lift, lower } = compileModel(model, kind, { native: [], memoryLimitMiB: 64, ...options })
    return { to: form, lift, lower, scale: 1, constant: 0 }
  }

const natives: readonly (readonly Structure[])[] = [
  [],
  ['one-hot'],
  ['permutation'],
  ['subset'],
  ['one-hot', 'permutation'],
  ['one-hot', 'permutation', 'subset'],
]
const hardOnly: Ingredients = { ...everything, weights: [Number.POSITIVE_INFINITY] }
const only = (rules: Ingredients['rules']): Ingredients => ({
  ...hardOnly,
  rules,
  bits: 6,
  spins: 0,
  integers: 0,
  structures: ['none', 'choice'],
})

describe.each(natives.map((native) => ({ native })))('a model compiled to a qubo, native $native', ({ native }) => {
  for (const { promise, check } of rewritePromises('qubo', compiledAs('qubo', { native }), { runs: 150 }))
    it(promise, check)
})

describe.each(['one-hot', 'domain-wall'] as const)('a model compiled to a qubo with %s integers', (integers) => {
  const models = tinyModels({ ...everything, bits: 2, structures: ['none'] })
  for (const { promise, check } of rewritePromises('qubo', compiledAs('qubo', { integers }), { models, runs: 100 }))
    it(promise, check)
})

describe.each([
  ['at most one', only(['at-most-one'])],
  ['exactly one', only(['exactly-one'])],
  ['exactly some', only(['exactly'])],
  ['exactly one or some', only(['exactly-one', 'exactly'])],
  [
    'a permutation',
    { ...hardOnly, rules: [], bits: 1, spins: 1, integers: 0, structures: ['permutation'] } satisfies Ingredients,
  ],
] as const)('weights by repair: only %s', (_, ingredients) => {
  const models = tinyModels(ingredients)
  for (const { promise, check } of rewritePromises('qubo', compiledAs('qubo'), { models, runs: 200 }))
    it(promise, check)
})

describe('a model compiled to an Ising form', () => {
  for (const { promise, check } of rewritePromises('ising', compiledAs('ising'))) {
    if (!promise.includes('keep the groups')) it(promise, check)
  }
})

describe('a model compiled to a linear programme', () => {
  for (const { promise, check } of rewritePromises('milp', compiledAs('milp'))) it(promise, check)
})

describe('a model compiled to itself', () => {
  const itself: Rewrite<Model, Model> = compiledAs('model')
  for (const { promise, check } of rewritePromises('model', itself)) it(promise, check)
})
