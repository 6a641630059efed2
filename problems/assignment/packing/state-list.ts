import type { Pieces } from '../../../src/run/index.ts'

/** States of a dynamic programme by rising weight and value; `node` is where their history begins. */
interface StateList {
  weight: Float64Array
  value: Float64Array
  node: Int32Array
  count: number
}

export const emptyStates = (room: number): StateList => ({
  weight: new Float64Array(room),
  value: new Float64Array(room),
  node: new Int32Array(room),
  count: 0,
})

/** An empty list with room for so many, the old one where it has it. */
export function roomFor(list: StateList, room: number): StateList {
  if (list.weight.length < room) return emptyStates(2 * room)
  list.count = 0
  return list
}

const fewNodes = 1 << 16
/** Nodes between two pieces. */
const chunk = 1 << 13

/** What was done to come to a state: a forest of items, each pointing at what was done before; −1 is the beginning. */
export class History {
  private item = new Int32Array(fewNodes)
  private before = new Int32Array(fewNodes)
  private count = 0

  /** A new node. Room must have been made. */
  push(item: number, before: number): number {
    this.item[this.count] = item
    this.before[this.count] = before
    return this.count++
  }

  /** The items on the way back from a node. */
  path(node: number): number[] {
    const items: number[] = []
    for (let k = node; k >= 0; k = this.before[k]) items.push(this.item[k])
    return items
  }

  /**
   * Makes room for so many more nodes: nodes that no listed state and no other root leads to are forgotten first. The nodes
   * of the states are renumbered, and the new number of the other root is returned. Until then all paths are as before.
   */
  *reserve(more: number, states: StateList, root: number): Pieces<number> {
    if (this.count + more <= this.item.length) return root
    const place = yield* this.marked(states, root)
    const { item, before, count } = yield* this.compacted(place)
    for (let k = 0; k < states.count; k++) {
      if (states.node[k] >= 0) states.node[k] = place[states.node[k]]
      if (k % chunk === chunk - 1) yield chunk
    }
    Object.assign(this, { item, before, count })
    if (2 * (this.count + more) > this.item.length) this.grow(2 * (this.count + more))
    return root < 0 ? -1 : place[root]
  }

  /** 1 for the nodes that must stay: a node's predecessor is older than itself, so one pass downwards finds them. */
  private *marked(states: StateList, root: number): Pieces<Int32Array> {
    const { before } = this
    const place = new Int32Array(this.count)
    for (let k = 0; k < states.count; k++) {
      if (states.node[k] >= 0) place[states.node[k]] = 1
      if (k % chunk === chunk - 1) yield chunk
    }
    if (root >= 0) place[root] = 1
    for (let k = this.count - 1; k >= 0; k--) {
      if (place[k] === 1 && before[k] >= 0) place[before[k]] = 1
      if (k % chunk === chunk - 1) yield chunk
    }
    return place
  }

  /** Other lists of what stays, the new numbers in `place`. */
  private *compacted(place: Int32Array): Pieces<{ item: Int32Array; before: Int32Array; count: number }> {
    const { item, before } = this
    const [items, befores] = [new Int32Array(item.length), new Int32Array(item.length)]
    let next = 0
    for (let k = 0; k < this.count; k++) {
      if (k % chunk === chunk - 1) yield 2 * chunk
      if (place[k] === 0) continue
      items[next] = item[k]
      befores[next] = before[k] < 0 ? -1 : place[before[k]]
      place[k] = next++
    }
    return { item: items, before: befores, count: next }
  }

  private grow(room: number): void {
    const wider = (list: Int32Array) => {
      const copy = new Int32Array(room)
      copy.set(list.subarray(0, this.count))
      return copy
    }
    this.item = wider(this.item)
    this.before = wider(this.before)
  }
}
