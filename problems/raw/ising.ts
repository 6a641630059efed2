import { z } from 'zod'
import { IsinglassError } from '../../src/errors.ts'
import type { Model } from '../../src/model/index.ts'
import { amount, numberList, parseWith, readBy } from '../../src/parse.ts'
import { defineProblem, type Problem, type ProblemFactory } from '../../src/problem.ts'
import { type Ising, isingEnergy, isingFromCoo, isingOf, quboFromIsing } from '../../src/qubo/index.ts'
import type { Random } from '../../src/run/index.ts'
import { figure } from '../picture/text.ts'
import { type Coordinates, checkCoordinates, checkForm, coordinateShape, formShape, type Sense } from './coordinates.ts'
import { descentAnswers } from './descent.ts'
import { drawCouplings } from './draw-couplings.ts'
import { type NamesOf, readNamedTerms } from './named-terms.ts'
import { checkValues, columnsOf, type Values, valuesOf } from './values.ts'

/** `{ a: 0.5, 'a*b': -1, '': 2 }`: fields, couplings, and a constant under the empty key; minimised. */
export type IsingTerms = Readonly<Record<string, number>>

/** Couplings as coordinate lists (equal indices are fields) and, if handier, the fields as a list of their own. */
export interface IsingLists extends Coordinates {
  readonly field?: ArrayLike<number>
}
export type IsingInput = IsingTerms | IsingLists | Ising

interface Data {
  readonly names: readonly string[] | null
  readonly ising: Ising
  readonly sense: Sense
}

interface IsingProblem extends ProblemFactory<IsingInput, Values> {
  (input: Ising | IsingLists): Problem<readonly (-1 | 1)[]>
  <const Terms extends IsingTerms>(input: Terms): Problem<{ readonly [Name in NamesOf<Terms>]: -1 | 1 }>
}

const spins = [-1, 1] as const
const bulk = z.strictObject({ ...coordinateShape, field: numberList.optional() })
const form = z.looseObject({ ...formShape, field: numberList })
const named = z.record(z.string(), amount)

/**
 * An Ising model as it stands: E(s) = constant + Σ hᵢsᵢ + Σ Jᵢⱼsᵢsⱼ over spins −1 and +1, by name, as coordinate lists,
 * or an Ising form. The answer is a spin per variable: a record in the named shape, else a list. Cost: the energy.
 */
export const ising = defineProblem({
  name: 'ising',
  summary: 'a quadratic form over spins −1 and +1',
  sense: (data: Data) => data.sense,
  schema: readBy('expected terms by name, coordinate lists or an Ising form', read),
  build,
  decode: ({ names, ising }, _layout: null, point) => valuesOf(names, ising.size, point, spins),
  encode: ({ names, ising }, _layout, values) => columnsOf(names, ising.size, values),
  check: ({ names, ising }, values) => checkValues(names, ising.size, values, spins),
  cost: ({ names, ising }, values) => isingEnergy(ising, columnsOf(names, ising.size, values)),
  heuristic: ({ names, ising, sense }) =>
    descentAnswers(quboFromIsing(minimised(ising, sense)), (x) =>
      valuesOf(
        names,
        ising.size,
        x.map((bit) => 2 * bit - 1),
        spins,
      ),
    ),
  form: ({ ising, sense }) => minimised(ising, sense),
  draw,
  tiny,
}) as IsingProblem

function draw({ names, ising, sense }: Data, answer: Values): string {
  const values = columnsOf(names, ising.size, answer)
  const title = `energy ${figure(isingEnergy(ising, values))}: ${ising.size} spins, ${figure(ising.column.length / 2)} couplings`
  return drawCouplings({ form: ising, names, values, allowed: spins, sense, title })
}

function read(input: IsingInput): Data {
  if (isForm(input)) {
    parseWith(form, input, 'ising')
    checkForm(input, input.field, 'ising')
    return { names: null, ising: input, sense: 'min' }
  }
  if ('rows' in input && typeof input.rows !== 'number') return readLists(parseWith(bulk, input, 'ising'))
  const { names, rows, columns, values, offset } = readNamedTerms(parseWith(named, input, 'ising'), 'ising')
  return { names, ising: isingFromCoo(names.length, rows, columns, values, offset), sense: 'min' }
}

const isForm = (input: IsingInput): input is Ising => (input as Ising).kind === 'ising'

function readLists(lists: IsingLists): Data {
  checkCoordinates(lists, 'ising')
  const { size, rows, columns, values, field, offset = 0, sense = 'min' } = lists
  if (field && field.length !== size) {
    throw new IsinglassError(
      'INPUT_INVALID',
      `"field" has ${field.length} entries for ${size} spins`,
      'Give one field per spin, or none',
      'ising',
    )
  }
  const fromPairs = isingFromCoo(size, rows, columns, values, offset)
  if (!field) return { names: null, ising: fromPairs, sense }
  return {
    names: null,
    ising: isingOf(
      fromPairs,
      fromPairs.field.map((h, i) => h + field[i]),
      offset,
    ),
    sense,
  }
}

/** The form whose least energy is best; maximising turns every sign. */
function minimised(ising: Ising, sense: Sense): Ising {
  if (sense === 'min') return ising
  const { size, rowStart, column } = ising
  const value = ising.value.map((j) => -j)
  const field = ising.field.map((h) => -h)
  return isingOf({ size, rowStart, column, value }, field, -ising.offset)
}

function build(model: Model, { names, ising, sense }: Data): null {
  const least = minimised(ising, sense)
  for (let i = 0; i < ising.size; i++) model.spin(names?.[i])
  model.objective.addForm(least.field, least, least.offset)
  return null
}

function tiny(random: Random): IsingInput {
  const size = 3 + random.below(6)
  const rows = Array.from({ length: 2 * size }, () => random.below(size))
  const columns = rows.map(() => random.below(size))
  const field = rows.slice(0, size).map(() => random.below(5) - 2)
  return {
    size,
    rows,
    columns,
    values: rows.map(() => random.below(11) - 5),
    field,
    sense: random.below(2) ? 'max' : 'min',
  }
}
