import { IsinglassError } from '../errors.ts'
import type { Model } from '../model/index.ts'
import { cappedPowers } from './integer-binary.ts'
import { activity } from './whole-numbers.ts'

/** How integers become bits. */
export type IntegerEncoding = 'binary' | 'one-hot' | 'domain-wall'

/** Bytes held at once per pair term (lists, two sorts, layers, rows) and per bit. */
const bytesPerPair = 160
const bytesPerBit = 240

/** About how many bytes the qubo form takes while it is made, before anything is allocated. */
export function quboBytes(model: Model, integers: IntegerEncoding): number {
  const width = Float64Array.from(model.domains, (domain, c) =>
    domain === 'integer' ? widthOf(model.upper[c] - model.lower[c], integers) : 1,
  )
  const { rows, columns } = model.objective
  let pairs = 0
  for (let k = 0; k < rows.length; k++) pairs += width[rows[k]] * width[columns[k]]
  let bits = width.reduce((sum, w) => sum + w, 0)
  for (const constraint of model.constraints) {
    const slack = constraint.sense === '==' || constraint.kind === 'at-most-one' ? 0 : slackWidth(model, constraint)
    const wide = constraint.columns.reduce((sum, c) => sum + width[c], slack)
    pairs += (wide * (wide - 1)) / 2
    bits += slack
  }
  for (const { kind, members } of model.structures) {
    pairs += kind === 'one-hot' ? members.length ** 2 / 2 : members.length ** 1.5
  }
  return bytesPerPair * pairs + bytesPerBit * bits
}

const slackWidth = (model: Model, constraint: Model['constraints'][number]): number => {
  const { least, most } = activity(model, constraint)
  return widthOf(Math.max(1, most - least), 'binary')
}

const widthOf = (range: number, integers: IntegerEncoding): number =>
  integers === 'binary' ? cappedPowers(range).length : range + 1

/** Bytes of the milp form: products of bits take up to three rows, a wish one column per unit of its worst violation. */
export function milpBytes(products: number, nonzeros: number, columns: number, steps: number): number {
  return 180 * products + 24 * nonzeros + 80 * columns + 100 * steps
}

/** Refuses a form that would not fit. */
export function checkMemory(form: string, bytes: number, limitMiB: number): void {
  const needed = Math.ceil(bytes / 2 ** 20)
  if (needed <= limitMiB) return
  throw new IsinglassError(
    'MEMORY_LIMIT',
    `the ${form} form needs about ${needed} MiB and the limit is ${limitMiB} MiB`,
    'Raise memoryLimitMiB, or state the problem with fewer products, narrower integers or smaller groups',
  )
}
