import type { Random } from '../../../src/run/index.ts'
import { correlations, energyTurned, turn } from './autocorrelation.ts'

/**
 * A self-avoiding walk: from a random sequence always to the best neighbour not visited in this walk, for a while, then
 * from another sequence (lssOrel: Bošković, Brglez and Brest 2017, "Low-autocorrelation binary sequences: on improved merit
 * factors and runtime predictions to achieve them"). A skew walk stays among skew-symmetric sequences of odd length,
 * s(m + l) = (−1)^l·s(m − l) about the middle m, half as many elements to choose (Golay 1977); it turns such pairs.
 */
export class SequenceWalk {
  readonly signs: Int8Array
  energy = 0
  private sums: Int32Array
  private readonly random: Random
  private readonly isSkew: boolean
  private readonly keys: Uint32Array
  /** Hashes of the sequences visited in this walk, open addressing; a slot counts when its stamp is the walk's. */
  private readonly visited: Uint32Array
  private readonly stamps: Uint32Array
  private readonly slots: number
  private hash = 0
  private walk = 0
  private left = 0
  private readonly steps: number

  constructor(length: number, isSkew: boolean, random: Random) {
    this.signs = new Int8Array(length)
    this.sums = new Int32Array(length)
    this.random = random
    this.isSkew = isSkew
    const moves = isSkew ? (length + 1) / 2 : length
    this.steps = 8 * moves
    this.slots = 4 * 2 ** (32 - Math.clz32(this.steps))
    this.visited = new Uint32Array(this.slots)
    this.stamps = new Uint32Array(this.slots)
    this.keys = Uint32Array.from({ length }, () => random.uint32())
  }

  /** One step, or the start of another walk; returns the work. */
  step(): number {
    const { length } = this.signs
    if (this.left === 0) return this.restart()
    this.left--
    const moves = this.isSkew ? (length + 1) / 2 : length
    let best = -1
    let least = Number.POSITIVE_INFINITY
    let ties = 0
    for (let i = 0; i < moves; i++) {
      const energy = this.isSkew ? this.energyOfPair(i) : energyTurned(this.signs, this.sums, i)
      if (energy > least || this.isVisited(this.hash ^ this.keyOf(i))) continue
      ties = energy < least ? 1 : ties + 1
      if (ties > 1 && this.random.below(ties) > 0) continue
      least = energy
      best = i
    }
    if (best < 0) this.left = 0
    else this.move(best, least)
    return Math.ceil((moves * length) / 3)
  }

  private restart(): number {
    const { signs, random } = this
    const { length } = signs
    this.left = this.steps
    this.walk++
    this.hash = 0
    for (let i = 0; i < length; i++) signs[i] = random.below(2) === 0 ? 1 : -1
    if (this.isSkew) {
      const middle = (length - 1) / 2
      for (let l = 1; l <= middle; l++) signs[middle + l] = l % 2 === 0 ? signs[middle - l] : -signs[middle - l]
    }
    this.sums = correlations(signs)
    this.energy = this.sums.reduce((energy, sum) => energy + sum * sum, 0)
    this.visit()
    return (length * length) / 2 + length
  }

  private move(i: number, energy: number): void {
    this.hash ^= this.keyOf(i)
    const mirror = this.signs.length - 1 - i
    turn(this.signs, this.sums, i)
    if (this.isSkew && mirror !== i) turn(this.signs, this.sums, mirror)
    this.energy = energy
    this.visit()
  }

  private keyOf(i: number): number {
    return this.keys[i] | 0
  }

  private energyOfPair(i: number): number {
    const { signs, sums } = this
    const mirror = signs.length - 1 - i
    if (mirror === i) return energyTurned(signs, sums, i)
    turn(signs, sums, i)
    const energy = energyTurned(signs, sums, mirror)
    turn(signs, sums, i)
    return energy
  }

  private isVisited(hash: number): boolean {
    const wanted = hash >>> 0
    for (let slot = wanted & (this.slots - 1); this.stamps[slot] === this.walk; slot = (slot + 1) & (this.slots - 1))
      if (this.visited[slot] === wanted) return true
    return false
  }

  private visit(): void {
    const wanted = this.hash >>> 0
    let slot = wanted & (this.slots - 1)
    while (this.stamps[slot] === this.walk) slot = (slot + 1) & (this.slots - 1)
    this.visited[slot] = wanted
    this.stamps[slot] = this.walk
  }
}
