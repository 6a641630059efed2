import type { Terms } from './stack.ts'

/**
 * A permutation matrix: every row and column squared, Σ (Σ x − 1)² over all 2n lines.
 * Rows and columns have the same total, so a broken line never comes alone: a broken point costs at least 2.
 */
export function permutationPenalty(order: number, members: Uint32Array): Terms {
  const count = order * order * (order - 1)
  const rows = new Uint32Array(count)
  const columns = new Uint32Array(count)
  let end = 0
  for (let line = 0; line < order; line++) {
    for (let a = 0; a < order; a++) {
      for (let b = a + 1; b < order; b++) {
        rows[end] = members[line * order + a]
        columns[end++] = members[line * order + b]
        rows[end] = members[a * order + line]
        columns[end++] = members[b * order + line]
      }
    }
  }
  const linearValues = new Float64Array(members.length).fill(-2)
  return {
    constant: 2 * order,
    linearColumns: members,
    linearValues,
    rows,
    columns,
    values: new Float64Array(count).fill(2),
  }
}
