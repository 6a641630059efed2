import type { Model } from '../../../src/model/index.ts'
import { type Numbers, sumsOf } from './number-input.ts'

/** One of four models, by the number of parts and the measure. */
export function buildPartition(model: Model, data: Numbers): null {
  if (data.parts === 2) (data.measure === 'square' ? squareOfTwo : differenceOfTwo)(model, data)
  else {
    choices(model, data)
    if (data.measure === 'square') squareOfMany(model, data)
    else differenceOfMany(model, data)
  }
  return null
}

const labelOf =
  ({ names }: Numbers) =>
  (i: number) =>
    String(names?.[i] ?? `number ${i}`)

/** (T − 2Σ ax)² with x² = x. */
function squareOfTwo(model: Model, data: Numbers): void {
  const { numbers, total } = data
  model.bits(numbers.length, labelOf(data))
  model.objective.addConstant(total * total)
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] === 0) continue
    model.objective.addLinear(i, 4 * numbers[i] * (numbers[i] - total))
    for (let j = 0; j < i; j++) if (numbers[j] !== 0) model.objective.addPair(j, i, 8 * numbers[i] * numbers[j])
  }
}

/** The lighter part as large as can be; the last bit says that it is the first one. */
function differenceOfTwo(model: Model, data: Numbers): void {
  const { numbers, total } = data
  model.bits(numbers.length, labelOf(data))
  model.bit('the lighter part is the first')
  model.minimise(total)
  const terms: [number, number][] = []
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] === 0) continue
    model.objective.addLinear(i, -2 * numbers[i])
    terms.push([numbers[i], i])
  }
  model.subjectTo('at most half', terms, '<=', Math.floor(total / 2))
}

function choices(model: Model, data: Numbers): void {
  const label = labelOf(data)
  const options = Array.from({ length: data.parts }, (_, p) => `part ${p}`)
  for (let i = 0; i < data.numbers.length; i++) model.choice(label(i), options)
}

/** parts·Σ S² − T². */
function squareOfMany(model: Model, { numbers, parts, total }: Numbers): void {
  model.objective.addConstant(-total * total)
  for (let p = 0; p < parts; p++)
    for (let i = 0; i < numbers.length; i++) {
      model.objective.addLinear(i * parts + p, parts * numbers[i] * numbers[i])
      for (let j = 0; j < i; j++)
        if (numbers[i] * numbers[j] !== 0)
          model.objective.addPair(j * parts + p, i * parts + p, 2 * parts * numbers[i] * numbers[j])
    }
}

/** low ≤ every sum ≤ high, minimise high − low. */
function differenceOfMany(model: Model, { numbers, parts, total }: Numbers): void {
  const low = model.integer(0, Math.floor(total / parts), 'smallest sum')
  const high = model.integer(Math.ceil(total / parts), total, 'largest sum')
  model.minimise([1, high], [-1, low])
  for (let p = 0; p < parts; p++) {
    const sum = Array.from(numbers, (value, i): [number, number] => [value, i * parts + p]).filter(([a]) => a !== 0)
    model.subjectTo(`part ${p} at most the largest`, [...sum, [-1, high]], '<=', 0)
    model.subjectTo(`part ${p} at least the smallest`, [...sum, [-1, low]], '>=', 0)
  }
}

/** The part of each number; of several chosen ones the first, of none the lightest so far. */
export function partsOfPoint(data: Numbers, point: ArrayLike<number>): Uint8Array {
  const { numbers, parts, measure } = data
  const isOn = (k: number) => point[k] > 0.5
  if (parts === 2) {
    const turned = measure === 'difference' && isOn(numbers.length)
    return Uint8Array.from(numbers, (_, i) => (isOn(i) === turned ? 0 : 1))
  }
  const part = Uint8Array.from(numbers, (_, i) => {
    const chosen = Array.from({ length: parts }, (_, p) => p).find((p) => isOn(i * parts + p))
    return chosen ?? parts
  })
  const sums = new Float64Array(parts)
  for (let i = 0; i < part.length; i++) if (part[i] < parts) sums[part[i]] += numbers[i]
  for (let i = 0; i < part.length; i++) {
    if (part[i] < parts) continue
    part[i] = sums.indexOf(sums.reduce((least, sum) => Math.min(least, sum), Number.POSITIVE_INFINITY))
    sums[part[i]] += numbers[i]
  }
  return part
}

export function pointOfParts(data: Numbers, part: ArrayLike<number>): Float64Array {
  const { numbers, parts, measure } = data
  const bits = Array.from(numbers)
  if (parts === 2 && measure === 'square') return Float64Array.from(bits, (_, i) => part[i])
  const sums = sumsOf(data, part)
  if (parts === 2) {
    const lighter = sums[0] < sums[1] ? 0 : 1
    return Float64Array.from([...bits.map((_, i) => (part[i] === lighter ? 1 : 0)), 1 - lighter])
  }
  const chosen = bits.flatMap((_, i) => Array.from({ length: parts }, (_, p) => (part[i] === p ? 1 : 0)))
  const bounds = measure === 'difference' ? [Math.min(...sums), Math.max(...sums)] : []
  return Float64Array.from([...chosen, ...bounds])
}
