/** table[k][n] = n over k for n ≤ size; may exceed what is exact, where nobody looks. */
export function binomials(size: number, most: number): Float64Array[] {
  const table = [new Float64Array(size + 1).fill(1)]
  for (let k = 1; k <= most; k++) {
    const row = new Float64Array(size + 1)
    for (let n = 1; n <= size; n++) row[n] = row[n - 1] + table[k - 1][n - 1]
    table.push(row)
  }
  return table
}

/**
 * The place of an ascending set among all sets of its size (colexicographic, Knuth 7.2.1.3), its entry number `skip`
 * left out and one more element `extra`, which is not in it, put in; −1 for neither.
 */
export function rankOf(
  choose: readonly Float64Array[],
  set: ArrayLike<number>,
  length: number,
  skip = -1,
  extra = -1,
): number {
  let rank = 0
  let k = 0
  let placed = extra < 0
  for (let i = 0; i < length; i++) {
    if (i === skip) continue
    if (!placed && extra < set[i]) {
      rank += choose[++k][extra]
      placed = true
    }
    rank += choose[++k][set[i]]
  }
  return placed ? rank : rank + choose[k + 1][extra]
}

/** The next ascending set in lexicographic order; false after the last. */
export function nextSet(set: Int32Array, length: number, size: number): boolean {
  let k = length - 1
  while (k >= 0 && set[k] === size - length + k) k--
  if (k < 0) return false
  set[k]++
  for (let i = k + 1; i < length; i++) set[i] = set[i - 1] + 1
  return true
}
