/**
 * A mixed-integer linear programme, minimised: constant + Σ objective[j]·yⱼ
 * subject to rowLower ≤ A·y ≤ rowUpper, lower ≤ y ≤ upper, yⱼ whole where integer[j] = 1.
 * A is compressed rows: row r holds `column[k]`, `value[k]` for rowStart[r] ≤ k < rowStart[r + 1].
 */
export interface Milp {
  readonly kind: 'milp'
  readonly size: number
  readonly constant: number
  readonly objective: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly integer: Uint8Array
  readonly rows: number
  readonly rowStart: Uint32Array
  readonly column: Uint32Array
  readonly value: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
}

/** constant + objective·y. */
export function milpObjective(milp: Milp, y: ArrayLike<number>): number {
  let total = milp.constant
  for (let j = 0; j < milp.size; j++) total += milp.objective[j] * y[j]
  return total
}

/** The largest amount by which y breaks a bound, a row or integrality; 0 when feasible. */
export function milpViolation(milp: Milp, y: ArrayLike<number>): number {
  let worst = 0
  for (let j = 0; j < milp.size; j++) {
    const fraction = milp.integer[j] ? Math.abs(y[j] - Math.round(y[j])) : 0
    worst = Math.max(worst, milp.lower[j] - y[j], y[j] - milp.upper[j], fraction)
  }
  for (let r = 0; r < milp.rows; r++) {
    let activity = 0
    for (let k = milp.rowStart[r]; k < milp.rowStart[r + 1]; k++) activity += milp.value[k] * y[milp.column[k]]
    worst = Math.max(worst, milp.rowLower[r] - activity, activity - milp.rowUpper[r])
  }
  return worst
}
