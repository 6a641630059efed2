import { IsinglassError } from '../errors.ts'
import { type Couplings, type Group, type Qubo, quboOf, type Structure } from '../qubo/index.ts'
import type { Terms } from './penalty.ts'

/** One part of a Qubo's energy, unweighted: the objective, or the penalty of one named constraint. */
export interface Layer {
  readonly name: string
  /** What it is multiplied by unless `weigh` says otherwise; 1 for the objective. */
  readonly weight: number
  readonly constant: number
  readonly linearIndex: Uint32Array
  readonly linearValue: Float64Array
  /** Numbers of pairs, see `Pairs`. */
  readonly pairIndex: Uint32Array
  readonly pairValue: Float64Array
}

/** The pairs that any layer couples: pair k joins row[k] < column[k], and stands at `upper[k]` and `lower[k]` of the rows. */
export interface Pairs {
  readonly row: Uint32Array
  readonly column: Uint32Array
  readonly upper: Uint32Array
  readonly lower: Uint32Array
}

/** All layers over one sparsity pattern; layer l owns linear entries linearStart[l]… and pair entries pairStart[l]…. */
export interface Stack {
  readonly names: readonly string[]
  readonly constants: Float64Array
  readonly linearStart: Uint32Array
  readonly linearIndex: Uint32Array
  readonly linearValue: Float64Array
  readonly pairStart: Uint32Array
  readonly pairIndex: Uint32Array
  readonly pairValue: Float64Array
  readonly pairs: Pairs
  readonly pattern: { readonly size: number; readonly rowStart: Uint32Array; readonly column: Uint32Array }
}

/** Sorts the terms of all parts into layers: squares become linear (x² = x), repeated terms add up, zeros vanish. */
export function stackOf(size: number, parts: readonly { readonly name: string; readonly terms: Terms }[]): Stack {
  const terms = parts.map((part) => part.terms)
  const entries = mergeEntries(sortEntries(size, listEntries(terms)))
  const { pairs, pattern } = patternOf(size, entries)
  return {
    names: parts.map((part) => part.name),
    constants: Float64Array.from(terms, (t) => t.constant),
    ...linearPart(size, terms),
    ...pairPart(terms.length, entries),
    pairs,
    pattern,
  }
}

interface Entries {
  count: number
  row: Uint32Array
  column: Uint32Array
  layer: Uint32Array
  value: Float64Array
}

const entriesOf = (count: number): Entries => ({
  count,
  row: new Uint32Array(count),
  column: new Uint32Array(count),
  layer: new Uint32Array(count),
  value: new Float64Array(count),
})

function listEntries(terms: readonly Terms[]): Entries {
  const out = entriesOf(terms.reduce((sum, t) => sum + t.rows.length, 0))
  let end = 0
  for (let l = 0; l < terms.length; l++) {
    const { rows, columns, values } = terms[l]
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k]
      const j = columns[k]
      if (i === j || values[k] === 0) continue
      out.row[end] = Math.min(i, j)
      out.column[end] = Math.max(i, j)
      out.layer[end] = l
      out.value[end++] = values[k]
    }
  }
  out.count = end
  return out
}

/** By row, then column, then layer: two stable counting sorts. */
function sortEntries(size: number, entries: Entries): Entries {
  return countingSort(size, countingSort(size, entries, 'column'), 'row')
}

function countingSort(size: number, from: Entries, key: 'row' | 'column'): Entries {
  const keys = from[key]
  const next = new Uint32Array(size + 1)
  for (let k = 0; k < from.count; k++) next[keys[k] + 1]++
  for (let i = 0; i < size; i++) next[i + 1] += next[i]
  const to = entriesOf(from.count)
  const { row, column, layer, value } = from
  for (let k = 0; k < from.count; k++) {
    const at = next[keys[k]]++
    to.row[at] = row[k]
    to.column[at] = column[k]
    to.layer[at] = layer[k]
    to.value[at] = value[k]
  }
  return to
}

/** Adds up what one layer says repeatedly about one pair, in place. */
function mergeEntries(entries: Entries): Entries {
  const { count, row, column, layer, value } = entries
  let end = 0
  for (let k = 0; k < count; ) {
    const i = row[k]
    const j = column[k]
    const l = layer[k]
    let sum = 0
    for (; k < count && row[k] === i && column[k] === j && layer[k] === l; k++) sum += value[k]
    if (sum === 0) continue
    row[end] = i
    column[end] = j
    layer[end] = l
    value[end++] = sum
  }
  entries.count = end
  return entries
}

function patternOf(size: number, entries: Entries): Pick<Stack, 'pairs' | 'pattern'> {
  const { row, column } = distinctPairs(entries)
  const rowStart = new Uint32Array(size + 1)
  for (let k = 0; k < row.length; k++) {
    rowStart[row[k] + 1]++
    rowStart[column[k] + 1]++
  }
  for (let i = 0; i < size; i++) rowStart[i + 1] += rowStart[i]
  const next = rowStart.slice(0, size)
  const both = new Uint32Array(2 * row.length)
  const upper = new Uint32Array(row.length)
  const lower = new Uint32Array(row.length)
  // In sorted order every row meets its smaller neighbours before its larger ones, so rows come out ascending.
  for (let k = 0; k < row.length; k++) {
    both[(upper[k] = next[row[k]]++)] = column[k]
    both[(lower[k] = next[column[k]]++)] = row[k]
  }
  return { pairs: { row, column, upper, lower }, pattern: { size, rowStart, column: both } }
}

function distinctPairs({ count, row, column }: Entries): { row: Uint32Array; column: Uint32Array } {
  const outRow = new Uint32Array(count)
  const outColumn = new Uint32Array(count)
  let end = 0
  for (let k = 0; k < count; k++) {
    if (end > 0 && outRow[end - 1] === row[k] && outColumn[end - 1] === column[k]) continue
    outRow[end] = row[k]
    outColumn[end++] = column[k]
  }
  return { row: outRow.slice(0, end), column: outColumn.slice(0, end) }
}

function pairPart(
  layers: number,
  { count, row, column, layer, value }: Entries,
): Pick<Stack, 'pairStart' | 'pairIndex' | 'pairValue'> {
  const pairStart = new Uint32Array(layers + 1)
  for (let k = 0; k < count; k++) pairStart[layer[k] + 1]++
  for (let l = 0; l < layers; l++) pairStart[l + 1] += pairStart[l]
  const next = pairStart.slice(0, layers)
  const pairIndex = new Uint32Array(count)
  const pairValue = new Float64Array(count)
  let pair = -1
  for (let k = 0; k < count; k++) {
    if (k === 0 || row[k] !== row[k - 1] || column[k] !== column[k - 1]) pair++
    const at = next[layer[k]]++
    pairIndex[at] = pair
    pairValue[at] = value[k]
  }
  return { pairStart, pairIndex, pairValue }
}

function linearPart(size: number, terms: readonly Terms[]): Pick<Stack, 'linearStart' | 'linearIndex' | 'linearValue'> {
  const sums = new Float64Array(size)
  const seen = new Uint32Array(size)
  const linearStart = new Uint32Array(terms.length + 1)
  const index: number[] = []
  const value: number[] = []
  const add = (layer: number, column: number, amount: number) => {
    if (seen[column] !== layer + 1) index.push(column)
    seen[column] = layer + 1
    sums[column] += amount
  }
  terms.forEach(({ linearColumns, linearValues, rows, columns, values }, l) => {
    for (let k = 0; k < linearColumns.length; k++) add(l, linearColumns[k], linearValues[k])
    for (let k = 0; k < rows.length; k++) if (rows[k] === columns[k]) add(l, rows[k], values[k])
    for (let k = value.length; k < index.length; k++) {
      value.push(sums[index[k]])
      sums[index[k]] = 0
    }
    linearStart[l + 1] = index.length
  })
  return { linearStart, linearIndex: Uint32Array.from(index), linearValue: Float64Array.from(value) }
}

/** Σ weights[l]·layer l as one Qubo; pairs that cancel stay as zeros, so that all weighings share one pattern. */
export function weighStack(
  stack: Stack,
  weights: ArrayLike<number>,
  parts: { groups?: readonly Group[]; native?: readonly Structure[] } = {},
): Qubo {
  const { constants, pattern, pairs } = stack
  const linear = new Float64Array(pattern.size)
  const value = new Float64Array(pattern.column.length)
  let offset = 0
  for (let l = 0; l < constants.length; l++) {
    const weight = weights[l]
    if (weight === 0) continue
    offset += weight * constants[l]
    for (let k = stack.linearStart[l]; k < stack.linearStart[l + 1]; k++)
      linear[stack.linearIndex[k]] += weight * stack.linearValue[k]
    for (let k = stack.pairStart[l]; k < stack.pairStart[l + 1]; k++) {
      value[pairs.upper[stack.pairIndex[k]]] += weight * stack.pairValue[k]
    }
  }
  for (let k = 0; k < pairs.upper.length; k++) value[pairs.lower[k]] = value[pairs.upper[k]]
  return quboOf({ ...pattern, value } satisfies Couplings, linear, { offset, ...parts })
}

/** One view per layer. */
export function layersOf(stack: Stack, weights: ArrayLike<number>): Layer[] {
  const { linearStart, pairStart } = stack
  return stack.names.map((name, l) => ({
    name,
    weight: weights[l],
    constant: stack.constants[l],
    linearIndex: stack.linearIndex.subarray(linearStart[l], linearStart[l + 1]),
    linearValue: stack.linearValue.subarray(linearStart[l], linearStart[l + 1]),
    pairIndex: stack.pairIndex.subarray(pairStart[l], pairStart[l + 1]),
    pairValue: stack.pairValue.subarray(pairStart[l], pairStart[l + 1]),
  }))
}

/** The weighted energy of every layer at a point of bits, by name; layers of one name add up. */
export function splitEnergy(stack: Stack, weights: ArrayLike<number>, x: ArrayLike<number>): Record<string, number> {
  const energies: Record<string, number> = {}
  const { row, column } = stack.pairs
  stack.names.forEach((name, l) => {
    let energy = stack.constants[l]
    for (let k = stack.linearStart[l]; k < stack.linearStart[l + 1]; k++)
      energy += stack.linearValue[k] * x[stack.linearIndex[k]]
    for (let k = stack.pairStart[l]; k < stack.pairStart[l + 1]; k++) {
      energy += stack.pairValue[k] * x[row[stack.pairIndex[k]]] * x[column[stack.pairIndex[k]]]
    }
    energies[name] = (energies[name] ?? 0) + weights[l] * energy
  })
  return energies
}

/** The weights with those of the named layers replaced. */
export function reweighed(
  names: readonly string[],
  weights: Float64Array,
  changes: Readonly<Record<string, number>>,
): Float64Array {
  const known = new Set(names)
  for (const [name, weight] of Object.entries(changes)) {
    if (!known.has(name)) {
      throw new IsinglassError(
        'OPTION_INVALID',
        `no layer is named "${name}"`,
        `Choose from ${[...known].slice(0, 8).join(', ')}`,
        'weigh',
      )
    }
    if (!Number.isFinite(weight))
      throw new IsinglassError(
        'OPTION_INVALID',
        `weight ${weight} is not finite`,
        'Give a finite weight',
        `weigh "${name}"`,
      )
  }
  return weights.map((weight, l) => (Object.hasOwn(changes, names[l]) ? changes[names[l]] : weight))
}
