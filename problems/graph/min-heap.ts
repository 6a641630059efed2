/** Whole numbers from 0, the least on top; equal ones are kept apart. */
export class MinHeap {
  count = 0
  private items = new Uint32Array(16)

  /** Returns the work. */
  push(item: number): number {
    if (this.count === this.items.length) {
      const grown = new Uint32Array(2 * this.count)
      grown.set(this.items)
      this.items = grown
    }
    const { items } = this
    let at = this.count++
    let work = 2
    for (; at > 0 && items[(at - 1) >> 1] > item; at = (at - 1) >> 1) {
      items[at] = items[(at - 1) >> 1]
      work++
    }
    items[at] = item
    return work
  }

  /** The least, taken out; there must be one. */
  pop(): number {
    const { items } = this
    const least = items[0]
    const last = items[--this.count]
    let at = 0
    for (let child = 1; child < this.count; child = 2 * at + 1) {
      if (child + 1 < this.count && items[child + 1] < items[child]) child++
      if (items[child] >= last) break
      items[at] = items[child]
      at = child
    }
    items[at] = last
    return least
  }
}
