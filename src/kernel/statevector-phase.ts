import { type Diagonal, highPart } from './statevector-diagonal.ts'
import { cosSin } from './trigonometry.ts'

/** Multiplies amplitudes by scale · e^{−iγ·energy}, up to a phase that all share. */
export interface Phase {
  /** Work units per amplitude. */
  readonly work: number
  /** Turns start ≤ x < end: one block of the diagonal, or less when there is but one. */
  readonly turn: (re: Float64Array, im: Float64Array, start: number, end: number) => void
}

/** The cheapest way that the diagonal allows: a table of its levels, products of its bits' phases, or one by one. */
export function phaseOf(cost: Diagonal, gamma: number, scale: number): Phase {
  if (cost.level !== null) return byLevel(cost.level, cost, gamma, scale)
  return cost.energy.length > cost.pairs.length ? byBits(cost, gamma, scale) : oneByOne(cost, gamma, scale)
}

function byLevel(level: Uint16Array, { levels, unit }: Diagonal, gamma: number, scale: number): Phase {
  const table = new Float64Array(2 * levels)
  for (let k = 0; k < levels; k++) phaseInto(table, 2 * k, gamma * (unit * k), scale)
  const turn: Phase['turn'] = (re, im, start, end) => {
    for (let x = start; x < end; x++) {
      const at = 2 * level[x]
      const c = table[at]
      const s = table[at + 1]
      const p = re[x]
      const q = im[x]
      re[x] = p * c - q * s
      im[x] = p * s + q * c
    }
  }
  return { work: 0.5, turn }
}

/**
 * The phase of a state of a block is the phase of its low pairs, the same in every block, times the product of the
 * phases of its low bits beside the block's high bits: the products double from bit to bit.
 */
function byBits({ qubo, pairs, least }: Diagonal, gamma: number, scale: number): Phase {
  const block = pairs.length
  const bits = Math.round(Math.log2(block))
  const pair = new Float64Array(2 * block)
  for (let x = 0; x < block; x++) phaseInto(pair, 2 * x, gamma * pairs[x], scale)
  const product = new Float64Array(2 * block)
  const fields = new Float64Array(bits)
  const turn: Phase['turn'] = (re, im, start) => {
    phaseInto(product, 0, gamma * (highPart(qubo, bits, start / block, fields) - least), 1)
    for (let i = 0; i < bits; i++) double(product, 2 ** i, gamma * fields[i])
    for (let x = 0, at = 0; x < block; x++, at += 2) {
      const c = product[at] * pair[at] - product[at + 1] * pair[at + 1]
      const s = product[at] * pair[at + 1] + product[at + 1] * pair[at]
      const p = re[start + x]
      const q = im[start + x]
      re[start + x] = p * c - q * s
      im[start + x] = p * s + q * c
    }
  }
  return { work: 0.75, turn }
}

/** The second half of twice `half` phases: the first half times e^{−i·angle}. */
function double(product: Float64Array, half: number, angle: number): void {
  const turned = new Float64Array(2)
  cosSin(-angle, turned, 0)
  const [c, s] = turned
  for (let at = 0, to = 2 * half; at < 2 * half; at += 2, to += 2) {
    product[to] = product[at] * c - product[at + 1] * s
    product[to + 1] = product[at] * s + product[at + 1] * c
  }
}

function oneByOne({ energy, least }: Diagonal, gamma: number, scale: number): Phase {
  const phase = new Float64Array(2)
  const turn: Phase['turn'] = (re, im, start, end) => {
    for (let x = start; x < end; x++) {
      phaseInto(phase, 0, gamma * (energy[x] - least), scale)
      const p = re[x]
      const q = im[x]
      re[x] = p * phase[0] - q * phase[1]
      im[x] = p * phase[1] + q * phase[0]
    }
  }
  return { work: 2, turn }
}

function phaseInto(out: Float64Array, at: number, angle: number, scale: number): void {
  cosSin(-angle, out, at)
  out[at] *= scale
  out[at + 1] *= scale
}
