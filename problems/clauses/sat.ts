import type { Model } from '../../src/model/index.ts'
import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../src/problem.ts'
import { mapFinds, type Random } from '../../src/run/index.ts'
import { checkValues, columnsOf, type Values, valuesOf } from '../raw/values.ts'
import {
  type BulkClauses,
  type Clauses,
  type ClausesInput,
  clausesSchema,
  clauseText,
  lossOf,
  type NamedClauses,
  type VariableOf,
} from './clauses.ts'
import { drawClauses } from './draw-clauses.ts'
import { helpersOf, mended, minimiseClause } from './sat-model.ts'
import { satSearch } from './sat-search.ts'

interface Sat extends ProblemFactory<ClausesInput, Values> {
  (input: BulkClauses): Problem<readonly (0 | 1)[]>
  <const Literal extends string, const Hard extends string = never>(
    input: NamedClauses<Literal, Hard>,
  ): Problem<{ readonly [Name in VariableOf<Literal | Hard>]: 0 | 1 }>
}

const bits = [0, 1] as const

/**
 * Values for variables so that the clauses left unsatisfied weigh least: maximum satisfiability, weighted where `weights`
 * says so, partial where `hard` lists clauses that must hold. A cost of 0 satisfies everything, so a satisfiable formula is
 * solved, and known to be, when the cost is 0. The answer is a 0 or 1 per variable: a record by name, or a list.
 *
 * Model: a bit per variable. An unsatisfied clause is a product of k factors x or 1 − x; of three and more it becomes
 * quadratic with ⌊(k − 1)/2⌋ helper bits that a minimum sets right by itself (Ishikawa 2011), without any penalty weight.
 * Hard clauses are linear rows; those of one or two literals need no slack.
 */
export const sat = defineProblem({
  name: 'sat',
  summary: 'values for variables that leave the least weight of clauses unsatisfied',
  sense: 'min',
  schema: clausesSchema,
  build,
  decode: (clauses: Clauses, _first, point) => {
    const values = Uint8Array.from({ length: clauses.size }, (_, v) => (point[v] > 0.5 ? 1 : 0))
    return valuesOf(clauses.names, clauses.size, mended(clauses, values), bits)
  },
  encode: (clauses, _first, values) => {
    const own = columnsOf(clauses.names, clauses.size, values)
    return Float64Array.from([...own, ...helpersOf(clauses, own)])
  },
  check,
  cost: (clauses, values) => lossOf(clauses, columnsOf(clauses.names, clauses.size, values)).cost,
  heuristic: (clauses, random) =>
    mapFinds(satSearch(clauses, random), (found) => valuesOf(clauses.names, clauses.size, found, bits)),
  draw: (clauses, values) => drawClauses(clauses, columnsOf(clauses.names, clauses.size, values)),
  terms: ({ start, weight }) => {
    let terms = 0
    for (let c = 0; c < weight.length; c++) {
      const k = start[c + 1] - start[c]
      terms += weight[c] === Number.POSITIVE_INFINITY ? k : (k * (k - 1)) / 2 + Math.floor((k - 1) / 2) * (k + 1)
    }
    return terms
  },
  tiny,
}) as Sat

function build(model: Model, clauses: Clauses): null {
  const { size, names, weight, constant, start, literal } = clauses
  model.bits(size, (v) => names?.[v] ?? `variable ${v + 1}`)
  if (constant !== 0) model.minimise(constant)
  for (let c = 0; c < weight.length; c++) {
    const own = literal.subarray(start[c], start[c + 1])
    if (weight[c] !== Number.POSITIVE_INFINITY) minimiseClause(model, own, weight[c])
    else {
      const terms = Array.from(own, (l): [number, number] => [l & 1 ? -1 : 1, l >> 1])
      model.subjectTo(clauseText(clauses, c), terms, '>=', 1 - own.filter((l) => l & 1).length)
    }
  }
  return null
}

function check(clauses: Clauses, values: Values): Violation[] {
  const violations = checkValues(clauses.names, clauses.size, values, bits)
  if (violations.length > 0) return violations
  return lossOf(clauses, columnsOf(clauses.names, clauses.size, values)).broken.map((c) => {
    const item = clauseText(clauses, c)
    return { rule: 'hard clause', item, amount: 1, message: `the hard clause "${item}" does not hold` }
  })
}

function tiny(random: Random): ClausesInput {
  const names = ['a', 'b', 'c', 'd', 'e'].slice(0, 3 + random.below(3))
  const clause = (length: number) =>
    Array.from({ length }, () => `${random.below(2) ? '!' : ''}${names[random.below(names.length)]}`)
  const clauses = Array.from({ length: 4 + random.below(4) }, () => clause(1 + random.below(4)))
  return {
    clauses,
    ...(random.below(2) ? { weights: clauses.map(() => random.below(6)) } : {}),
    ...(random.below(2) ? { hard: [clause(2), clause(3)] } : {}),
  }
}
