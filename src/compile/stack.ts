/** A quadratic polynomial over bits as coordinate lists; a Quadratic is one. */
export interface Terms {
  readonly constant: number
  readonly linearColumns: ArrayLike<number>
  readonly linearValues: ArrayLike<number>
  readonly rows: ArrayLike<number>
  readonly columns: ArrayLike<number>
  readonly values: ArrayLike<number>
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
