/** The operations of one machine as seen by a bound on the makespan: earliest start (`head`), time needed after the end (`tail`). */
export interface MachineWindow {
  readonly operations: readonly number[]
  readonly duration: Int32Array
}

/**
 * Raises heads: an operation that cannot come before or among others, all to end by `limit`, begins after them (Carlier and
 * Pinson 1989, as an O(n²) edge finder by Nuijten 1994). With heads and tails exchanged it raises tails. Answers how many
 * were raised, or −1 when no order of the machine can end by the limit. `order` and `bound` are scratch of length ≥ n.
 */
export function findEdges(
  { operations, duration }: MachineWindow,
  head: Int32Array,
  tail: Int32Array,
  limit: number,
  order: Int32Array,
  bound: Int32Array,
): number {
  const { length } = operations
  for (let k = 0; k < length; k++) {
    const o = operations[k]
    let at = k
    for (; at > 0 && head[order[at - 1]] > head[o]; at--) order[at] = order[at - 1]
    order[at] = o
  }
  let found = 0
  for (let d = 0; d < length; d++) {
    const deadline = limit - tail[operations[d]]
    let work = 0
    let ends = -1
    for (let k = length - 1; k >= 0; k--) {
      const o = order[k]
      if (limit - tail[o] <= deadline) {
        work += duration[o]
        ends = Math.max(ends, head[o] + work)
      }
      bound[k] = ends
    }
    if (ends > deadline) return -1
    let latest = -1
    for (let k = 0; k < length; k++) {
      const o = order[k]
      if (limit - tail[o] <= deadline) {
        latest = Math.max(latest, head[o] + work)
        work -= duration[o]
        continue
      }
      let to = -1
      if (work > 0 && head[o] + work + duration[o] > deadline) to = bound[k]
      if (latest >= 0 && latest + duration[o] > deadline) to = ends
      if (to <= head[o]) continue
      raisedHeads[found * 2] = o
      raisedHeads[found * 2 + 1] = to
      found++
      if (found * 2 === raisedHeads.length) return settle(head, found)
    }
  }
  return settle(head, found)
}

/** New heads wait until all deadlines were looked at, since the order is by the old ones. */
const raisedHeads = new Int32Array(512)

function settle(head: Int32Array, found: number): number {
  let raised = 0
  for (let k = 0; k < found; k++) {
    const o = raisedHeads[2 * k]
    if (raisedHeads[2 * k + 1] <= head[o]) continue
    head[o] = raisedHeads[2 * k + 1]
    raised++
  }
  return raised
}
