/** Flips remembered before the values are copied out. */
const longest = 4096

/**
 * The best values of several walks, each changing its own bits one by one: while the walk that found them goes on, they
 * are where it stands with the flips since then undone, so that a descent of many small gains copies nothing.
 */
export class BestValues {
  private values: Uint8Array
  private source: Uint8Array | null = null
  private readonly trail = new Int32Array(longest)
  private count = 0

  constructor(size: number) {
    this.values = new Uint8Array(size)
  }

  /** Where the walk with these bits stands now is the best. */
  standAt(bits: Uint8Array): void {
    this.source = bits
    this.count = 0
  }

  /** The best, copied from here. */
  set(values: Uint8Array): void {
    this.source = null
    this.values = values.slice()
  }

  /** The walk with these bits has flipped this one. */
  flipped(bits: Uint8Array, v: number): void {
    if (bits !== this.source) return
    this.trail[this.count++] = v
    if (this.count === longest) this.read()
  }

  /** Copied out: whatever the walks do, this stays. */
  read(): Uint8Array {
    if (this.source === null) return this.values
    this.values = this.source.slice()
    for (let k = 0; k < this.count; k++) this.values[this.trail[k]] ^= 1
    this.source = null
    return this.values
  }
}
