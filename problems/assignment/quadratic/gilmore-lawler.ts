import { linearAssignment } from './linear-assignment.ts'
import type { Assignment } from './quadratic-assignment-input.ts'

/** Facilities not yet placed, locations not yet taken, and where the others are. */
interface Remainder {
  readonly facilities: readonly number[]
  readonly locations: readonly number[]
  readonly placed: readonly number[]
  readonly location: ArrayLike<number>
}

/** What each remaining facility costs at each remaining location, at least; row-major over the remaining. */
interface LawlerBound {
  readonly bound: number
  readonly matrix: Float64Array
}

/**
 * The bound of Gilmore (1962) and Lawler (1963) on what the remaining facilities add: each pays its fixed part, and its
 * flows to the others, the largest over the shortest way; then the cheapest assignment. Valid for any signs.
 */
export function gilmoreLawler(
  assignment: Assignment,
  { facilities, locations, placed, location }: Remainder,
): LawlerBound {
  const { size, flow, distance, cost } = assignment
  const m = facilities.length
  const flows = facilities.map((i) => sortedOthers(flow, size, i, facilities))
  const ways = locations.map((k) => sortedOthers(distance, size, k, locations).reverse())
  const matrix = new Float64Array(m * m)
  for (let r = 0; r < m; r++) {
    const i = facilities[r]
    for (let c = 0; c < m; c++) {
      const k = locations[c]
      let least = flow[i * size + i] * distance[k * size + k] + (cost === null ? 0 : cost[i * size + k])
      for (const j of placed) {
        const l = location[j]
        least += flow[i * size + j] * distance[k * size + l] + flow[j * size + i] * distance[l * size + k]
      }
      const [a, b] = [flows[r], ways[c]]
      for (let t = 0; t < a.length; t++) least += a[t] * b[t]
      matrix[r * m + c] = least
    }
  }
  return { bound: linearAssignment(matrix, m).cost, matrix }
}

/** Entries of a row towards the others of a list, ascending. */
function sortedOthers(matrix: Float64Array, size: number, row: number, among: readonly number[]): Float64Array {
  const values = new Float64Array(among.length - 1)
  let count = 0
  for (const j of among) if (j !== row) values[count++] = matrix[row * size + j]
  return values.sort()
}
