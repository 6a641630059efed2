/**
 * The cheapest one-to-one assignment of rows to columns of a size × size row-major matrix, by shortest augmenting paths
 * with potentials (Jonker and Volgenant 1987), O(size³). Costs may have any sign; whole costs stay exact.
 */
export function linearAssignment(
  cost: Float64Array,
  size: number,
): { readonly cost: number; readonly columnOf: Int32Array } {
  const rowOf = new Int32Array(size + 1).fill(-1)
  const rowPotential = new Float64Array(size)
  const columnPotential = new Float64Array(size + 1)
  const columnOf = new Int32Array(size)
  for (let row = 0; row < size; row++) augment(cost, size, row, { rowOf, rowPotential, columnPotential })
  let total = 0
  for (let column = 0; column < size; column++) {
    columnOf[rowOf[column]] = column
    total += cost[rowOf[column] * size + column]
  }
  return { cost: total, columnOf }
}

interface Partial {
  /** The row that a column is assigned to, −1 for none; the column past the last stands for the root of the search. */
  readonly rowOf: Int32Array
  readonly rowPotential: Float64Array
  readonly columnPotential: Float64Array
}

/** One more row is assigned: Dijkstra over reduced costs to the nearest free column, then the path is flipped. */
function augment(
  cost: Float64Array,
  size: number,
  row: number,
  { rowOf, rowPotential, columnPotential }: Partial,
): void {
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(size).fill(size)
  const done = new Uint8Array(size + 1)
  rowOf[size] = row
  let at = size
  while (rowOf[at] >= 0) {
    done[at] = 1
    const from = rowOf[at]
    let nearest = Number.POSITIVE_INFINITY
    let next = -1
    for (let column = 0; column < size; column++) {
      if (done[column]) continue
      const reduced = cost[from * size + column] - rowPotential[from] - columnPotential[column]
      if (reduced < distance[column]) {
        distance[column] = reduced
        before[column] = at
      }
      if (distance[column] < nearest) {
        nearest = distance[column]
        next = column
      }
    }
    for (let column = 0; column <= size; column++) {
      if (done[column]) {
        rowPotential[rowOf[column]] += nearest
        columnPotential[column] -= nearest
      } else if (column < size) distance[column] -= nearest
    }
    at = next
  }
  for (; at !== size; at = before[at]) rowOf[at] = rowOf[before[at]]
  rowOf[size] = -1
}
