import fc from 'fast-check'
import { Model, type Sense } from '../../src/model/index.ts'

/** What random tiny models may hold. */
export interface Ingredients {
  readonly bits: number
  readonly spins: number
  readonly integers: number
  readonly structures: readonly ('none' | 'choice' | 'permutation')[]
  readonly rules: readonly RuleKind[]
  readonly weights: readonly number[]
}

export type RuleKind = '==' | '<=' | '>=' | 'exactly-one' | 'exactly' | 'at-most-one'

const hard = Number.POSITIVE_INFINITY

export const everything: Ingredients = {
  bits: 3,
  spins: 1,
  integers: 1,
  structures: ['none', 'choice', 'permutation'],
  rules: ['==', '<=', '>=', 'exactly-one', 'exactly', 'at-most-one'],
  weights: [hard, hard, 1, 2.5],
}

/** Bits with linear, pair and square terms and rules that are hard or soft; most have a feasible point by construction. */
export const bitsOnly: Ingredients = { ...everything, bits: 5, spins: 0, integers: 0, structures: ['none'] }

const rule = (kinds: readonly RuleKind[], weights: readonly number[]) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    weight: fc.constantFrom(...weights),
    picks: fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 4 }),
    coefficients: fc.array(fc.constantFrom(-2, -1, 1, 1, 1, 2, 3), { minLength: 4, maxLength: 4 }),
    unit: fc.constantFrom(1, 1, 1, 0.5),
    room: fc.nat(2),
  })

type Rule = ReturnType<typeof rule> extends fc.Arbitrary<infer R> ? R : never

/** Random models small enough for brute force. */
export function tinyModels(ingredients: Ingredients = everything): fc.Arbitrary<Model> {
  const { bits, spins, integers, structures, rules, weights } = ingredients
  return fc
    .record({
      bits: fc.integer({ min: spins + integers > 0 ? 0 : 1, max: bits }),
      spins: fc.nat(spins),
      integers: fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.nat(5)), { maxLength: integers }),
      structure: fc.constantFrom(...structures),
      unit: fc.constantFrom(1, 1, 0.5, 0.1),
      linear: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 10, maxLength: 10 }),
      pairs: fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.integer({ min: -3, max: 3 })), { maxLength: 7 }),
      planted: fc.array(fc.nat(5), { minLength: 10, maxLength: 10 }),
      rules: fc.array(rule(rules.length === 0 ? ['=='] : rules, weights), { maxLength: rules.length === 0 ? 0 : 3 }),
    })
    .map((recipe) => {
      const model = new Model()
      model.bits(recipe.bits, (k) => `b${k}`)
      for (let k = 0; k < recipe.spins; k++) model.spin(`s${k}`)
      recipe.integers.forEach(([lower, range], k) => {
        model.integer(lower, lower + range, `n${k}`)
      })
      if (recipe.structure === 'choice') model.choice('colour', ['red', 'green', 'blue'])
      if (recipe.structure === 'permutation') model.permutation('order', recipe.bits > 1 ? 2 : 3)
      if (model.size === 0) model.bit('b0')
      for (let c = 0; c < model.size; c++) model.minimise([(recipe.linear[c] ?? 1) * recipe.unit, c])
      for (const [i, j, value] of recipe.pairs) model.minimise([value * recipe.unit, i % model.size, j % model.size])
      const planted = Array.from({ length: model.size }, (_, c) => plantedValue(model, c, recipe.planted[c] ?? 0))
      recipe.rules.forEach((r, k) => {
        addRule(model, r, `rule ${k}`, planted)
      })
      return model
    })
}

function plantedValue(model: Model, column: number, draw: number): number {
  if (model.domains[column] === 'spin') return draw % 2 === 0 ? -1 : 1
  return model.lower[column] + (draw % (model.upper[column] - model.lower[column] + 1))
}

function addRule(
  model: Model,
  { kind, weight, picks, coefficients, unit, room }: Rule,
  name: string,
  planted: readonly number[],
): void {
  const columns = [...new Set(picks.map((pick) => pick % model.size))]
  if (kind === 'exactly-one' || kind === 'at-most-one') {
    const bits = columns.filter((c) => model.domains[c] === 'bit')
    if (kind === 'exactly-one' && bits.length > 0) model.exactlyOne(name, bits, weight)
    if (kind === 'at-most-one' && bits.length > 1) model.atMostOne(name, bits, weight)
    return
  }
  const terms = columns.map((c, k) => [coefficients[kind === 'exactly' ? 0 : k] * unit, c] as const)
  const activity = terms.reduce((sum, [a, c]) => sum + a * planted[c], 0)
  const sense: Sense = kind === 'exactly' ? '==' : kind
  const slackened = sense === '==' ? 0 : sense === '<=' ? room * unit : -room * unit
  model.subjectTo(name, terms, sense, activity + slackened, weight)
}
