import { blockBits, type Diagonal } from './statevector-diagonal.ts'
import { phaseOf } from './statevector-phase.ts'
import { rotate2, rotate8 } from './statevector-rotate.ts'
import { cosSin } from './trigonometry.ts'

/**
 * The state of `qubits` qubits; bit i of an index is qubit i.
 *
 * Kept in the gauge ψ_x = (−i)^|x| · φ_x, φ = re + i·im, where |x| counts ones: there e^{−iβX} is the real rotation
 * [[cos β, −sin β], [sin β, cos β]], so the two parts never mix in a mixer. Probabilities are those of ψ.
 */
export interface Statevector {
  readonly qubits: number
  readonly re: Float64Array
  readonly im: Float64Array
}

/** Work units per amplitude and qubit mixed. */
const mixerWork = 1 / 12

export function statevector(qubits: number): Statevector {
  return { qubits, re: new Float64Array(2 ** qubits), im: new Float64Array(2 ** qubits) }
}

/** Σ |ψ_x|²·energy[x] over |ψ|²; filled in by `evolve`. */
export interface Expectation {
  energy: number
  norm: number
}

/**
 * |ψ⟩ = Π_l e^{−iβ_l ΣX} e^{−iγ_l C} |+⟩ with C the diagonal (to be minimised), the product's first layer applied first;
 * `angles` holds γ₁ … γ_p, then β₁ … β_p. Yields the work of every chunk and returns ⟨ψ|C|ψ⟩.
 */
export function* evolve(state: Statevector, cost: Diagonal, angles: Float64Array): Generator<number, Expectation> {
  const depth = angles.length / 2
  for (let l = 0; l < depth; l++) {
    const mixer = mixerOf(angles[depth + l], state.qubits)
    yield* layer(state, cost, angles[l], mixer, l === 0)
  }
  return yield* expectation(state, cost)
}

interface Mixer {
  readonly tangent: number
  /** cosⁿ β, which the tangent form leaves out. */
  readonly scale: number
  /** True when a rotation by π/2 of all qubits is left over. */
  readonly flip: boolean
}

/** β = r + k·π/2 with |r| ≤ π/4: the tangent of r stays small, and the rest only complements indices. */
function mixerOf(beta: number, qubits: number): Mixer {
  const quarters = Math.floor(beta / (Math.PI / 2) + 0.5)
  const trig = new Float64Array(2)
  cosSin(beta - quarters * (Math.PI / 2), trig, 0)
  let scale = 1
  for (let i = 0; i < qubits; i++) scale *= trig[0]
  return { tangent: trig[1] / trig[0], scale, flip: quarters % 2 !== 0 }
}

function* layer(
  state: Statevector,
  cost: Diagonal,
  gamma: number,
  mixer: Mixer,
  first: boolean,
): Generator<number, void> {
  const { qubits, re, im } = state
  const { tangent } = mixer
  const low = Math.min(blockBits, qubits)
  const block = 2 ** low
  const phase = phaseOf(cost, gamma, mixer.scale)
  for (let start = 0; start < re.length; start += block) {
    if (first) begin(state, start, start + block)
    phase.turn(re, im, start, start + block)
    mix(re, start, start + block, 0, low, tangent)
    mix(im, start, start + block, 0, low, tangent)
    yield Math.ceil(block * (phase.work + low * mixerWork))
  }
  for (let qubit = low; qubit < qubits; qubit += 3) yield* mixHigh(state, qubit, Math.min(3, qubits - qubit), tangent)
  if (mixer.flip) yield* complement(state)
}

/** |+⟩ in the gauge: i^|x| / √2ⁿ. */
function begin({ qubits, re, im }: Statevector, start: number, end: number): void {
  const amplitude = Math.sqrt(2 ** -qubits)
  for (let x = start; x < end; x++) {
    const ones = onesOf(x) & 3
    re[x] = ones === 0 ? amplitude : ones === 2 ? -amplitude : 0
    im[x] = ones === 1 ? amplitude : ones === 3 ? -amplitude : 0
  }
}

function onesOf(x: number): number {
  let v = x - ((x >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Mixes qubits from ≤ q < to within a block. */
function mix(part: Float64Array, start: number, end: number, from: number, to: number, tangent: number): void {
  let qubit = from
  for (; qubit + 3 <= to; qubit += 3) rotate8(part, start, end, 2 ** qubit, 2 ** qubit, tangent)
  for (; qubit < to; qubit++) rotate2(part, start, end, 2 ** qubit, 2 ** qubit, tangent)
}

/** Mixes `count` ≤ 3 qubits above the blocks, a chunk of columns at a time. */
function* mixHigh({ re, im }: Statevector, qubit: number, count: number, tangent: number): Generator<number, void> {
  const stride = 2 ** qubit
  const width = 2 ** (blockBits - 1)
  const rotate = count === 3 ? rotate8 : rotate2
  const span = count === 3 ? 8 * stride : 2 * stride
  for (let base = 0; base < re.length; base += span) {
    for (let column = base; column < base + stride; column += width) {
      rotate(re, column, column + 1, stride, width, tangent)
      rotate(im, column, column + 1, stride, width, tangent)
      yield Math.ceil((span / stride) * width * mixerWork * (count === 3 ? 3 : 1))
    }
  }
  if (count === 2) yield* mixHigh({ qubits: 0, re, im }, qubit + 1, 1, tangent)
}

/** The rotation by π/2 of every qubit: φ_x ← (−1)^(zeros of x) · φ of the complement, up to a global phase. */
function* complement({ qubits, re, im }: Statevector): Generator<number, void> {
  const last = re.length - 1
  const half = Math.max(1, re.length / 2)
  const width = Math.min(half, 2 ** (blockBits - 1))
  for (let start = 0; start < half; start += width) {
    for (let x = start; x < start + width; x++) {
      const sign = (qubits - onesOf(x)) & 1 ? -1 : 1
      const other = qubits & 1 ? -sign : sign
      swap(re, x, last - x, sign, other)
      swap(im, x, last - x, sign, other)
    }
    yield width
  }
}

function swap(part: Float64Array, x: number, y: number, signX: number, signY: number): void {
  const kept = part[x]
  part[x] = signX * part[y]
  part[y] = signY * kept
}

function* expectation({ re, im }: Statevector, { energy }: Diagonal): Generator<number, Expectation> {
  const width = Math.min(re.length, 2 ** blockBits)
  let total = 0
  let norm = 0
  for (let start = 0; start < re.length; start += width) {
    let partTotal = 0
    let partNorm = 0
    for (let x = start; x < start + width; x++) {
      const probability = re[x] * re[x] + im[x] * im[x]
      partTotal += probability * energy[x]
      partNorm += probability
    }
    total += partTotal
    norm += partNorm
    yield Math.ceil(width / 8)
  }
  return { energy: total / norm, norm }
}
