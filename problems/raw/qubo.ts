import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import type { Model } from '../../src/model/index.ts'
import { amount, numberList, parseWith, readBy } from '../../src/parse.ts'
import { defineProblem, type Problem, type ProblemFactory } from '../../src/problem.ts'
import { type Qubo, quboEnergy, quboFromCoo, quboOf } from '../../src/qubo/index.ts'
import type { Random } from '../../src/run/index.ts'
import { figure } from '../picture/text.ts'
import { type Coordinates, checkCoordinates, checkForm, coordinateShape, formShape, type Sense } from './coordinates.ts'
import { descentAnswers } from './descent.ts'
import { drawCouplings } from './draw-couplings.ts'
import { type NamesOf, readNamedTerms } from './named-terms.ts'
import { checkValues, columnsOf, type Values, valuesOf } from './values.ts'

/** `{ a: -1, b: 2, 'a*b': -3, '': 5 }`: linear terms, pairs, and a constant under the empty key; minimised. */
export type QuboTerms = Readonly<Record<string, number>>
export type QuboInput = QuboTerms | Coordinates | Qubo

interface Data {
  readonly names: readonly string[] | null
  readonly qubo: Qubo
  readonly sense: Sense
}

interface QuboProblem extends ProblemFactory<QuboInput, Values> {
  (input: Qubo | Coordinates): Problem<readonly (0 | 1)[]>
  <const Terms extends QuboTerms>(input: Terms): Problem<{ readonly [Name in NamesOf<Terms>]: 0 | 1 }>
}

const bits = [0, 1] as const
const bulk = z.strictObject(coordinateShape)
const form = z.looseObject({ ...formShape, linear: numberList, native: z.array(z.string()) })
const named = z.record(z.string(), amount)

/**
 * Quadratic unconstrained binary optimization as it stands: terms by name, coordinate lists, or a Qubo form.
 * The answer is a 0 or 1 per variable: a record in the named shape, else a list. Cost: the energy.
 */
export const qubo = defineProblem({
  name: 'qubo',
  summary: 'a quadratic form over bits',
  sense: (data: Data) => data.sense,
  schema: readBy('expected terms by name, coordinate lists or a Qubo', read),
  build,
  decode: ({ names, qubo }, _layout: null, point) => valuesOf(names, qubo.size, point, bits),
  encode: ({ names, qubo }, _layout, values) => columnsOf(names, qubo.size, values),
  check: ({ names, qubo }, values) => checkValues(names, qubo.size, values, bits),
  cost: ({ names, qubo }, values) => quboEnergy(qubo, columnsOf(names, qubo.size, values)),
  heuristic: ({ names, qubo, sense }) =>
    descentAnswers(minimised(qubo, sense), (x) => valuesOf(names, qubo.size, x, bits)),
  form: ({ qubo, sense }) => minimised(qubo, sense),
  draw,
  tiny,
}) as QuboProblem

function draw({ names, qubo, sense }: Data, answer: Values): string {
  const values = columnsOf(names, qubo.size, answer)
  const title = `energy ${figure(quboEnergy(qubo, values))}: ${qubo.size} variables, ${figure(qubo.column.length / 2)} couplings`
  return drawCouplings({ form: qubo, names, values, allowed: bits, sense, title })
}

function read(input: QuboInput): Data {
  if (isForm(input)) return readForm(input)
  if ('rows' in input && typeof input.rows !== 'number') {
    const lists = parseWith(bulk, input, 'qubo')
    checkCoordinates(lists, 'qubo')
    const { size, rows, columns, values, offset, sense = 'min' } = lists
    return { names: null, qubo: quboFromCoo(size, rows, columns, values, { offset }), sense }
  }
  const { names, rows, columns, values, offset } = readNamedTerms(parseWith(named, input, 'qubo'), 'qubo')
  return { names, qubo: quboFromCoo(names.length, rows, columns, values, { offset }), sense: 'min' }
}

const isForm = (input: QuboInput): input is Qubo => (input as Qubo).kind === 'qubo'

function readForm(given: Qubo): Data {
  parseWith(form, given, 'qubo')
  checkForm(given, given.linear, 'qubo')
  if (given.native.length > 0) {
    const what = `the form leaves "${given.native.join('", "')}" to the solver, so its energy alone does not say what is allowed`
    throw new IsinglassError('INPUT_INVALID', what, 'Compile it without native structures', 'qubo')
  }
  return { names: null, qubo: given, sense: 'min' }
}

/** The form whose least energy is best; maximising turns every sign. */
function minimised(qubo: Qubo, sense: Sense): Qubo {
  if (sense === 'min') return qubo
  const { size, rowStart, column } = qubo
  const value = qubo.value.map((q) => -q)
  const linear = qubo.linear.map((h) => -h)
  return quboOf({ size, rowStart, column, value }, linear, { offset: -qubo.offset, groups: qubo.groups })
}

function build(model: Model, { names, qubo, sense }: Data): null {
  const least = minimised(qubo, sense)
  model.bits(qubo.size, names === null ? undefined : (i) => names[i])
  model.objective.addForm(least.linear, least, least.offset)
  return null
}

function tiny(random: Random): QuboInput {
  const size = 3 + random.below(6)
  const rows = Array.from({ length: 3 * size }, () => random.below(size))
  const columns = rows.map(() => random.below(size))
  return {
    size,
    rows,
    columns,
    values: rows.map(() => random.below(11) - 5),
    offset: random.below(5),
    sense: random.below(2) ? 'max' : 'min',
  }
}
