import { IsinglassError } from '../errors.ts'
import { type Couplings, type Group, type Qubo, quboOf, type Structure } from '../qubo/index.ts'
import type { Stack } from './stack.ts'

/** One part of a Qubo's energy, unweighted: the objective, or the penalty of one named constraint. */
export interface Layer {
  readonly name: string
  /** What it is multiplied by unless `weigh` says otherwise; 1 for the objective. */
  readonly weight: number
  readonly constant: number
  readonly linearIndex: Uint32Array
  readonly linearValue: Float64Array
  /** Numbers of pairs, see `Pairs`. */
  readonly pairIndex: Uint32Array
  readonly pairValue: Float64Array
}

/** Σ weights[l]·layer l as one Qubo; pairs that cancel stay as zeros, so that all weighings share one pattern. */
export function weighStack(
  stack: Stack,
  weights: ArrayLike<number>,
  parts: { groups?: readonly Group[]; native?: readonly Structure[] } = {},
): Qubo {
  const { constants, pattern, pairs } = stack
  const linear = new Float64Array(pattern.size)
  const value = new Float64Array(pattern.column.length)
  let offset = 0
  for (let l = 0; l < constants.length; l++) {
    const weight = weights[l]
    if (weight === 0) continue
    offset += weight * constants[l]
    for (let k = stack.linearStart[l]; k < stack.linearStart[l + 1]; k++)
      linear[stack.linearIndex[k]] += weight * stack.linearValue[k]
    for (let k = stack.pairStart[l]; k < stack.pairStart[l + 1]; k++) {
      value[pairs.upper[stack.pairIndex[k]]] += weight * stack.pairValue[k]
    }
  }
  for (let k = 0; k < pairs.upper.length; k++) value[pairs.lower[k]] = value[pairs.upper[k]]
  return quboOf({ ...pattern, value } satisfies Couplings, linear, { offset, ...parts })
}

/** One view per layer. */
export function layersOf(stack: Stack, weights: ArrayLike<number>): Layer[] {
  const { linearStart, pairStart } = stack
  return stack.names.map((name, l) => ({
    name,
    weight: weights[l],
    constant: stack.constants[l],
    linearIndex: stack.linearIndex.subarray(linearStart[l], linearStart[l + 1]),
    linearValue: stack.linearValue.subarray(linearStart[l], linearStart[l + 1]),
    pairIndex: stack.pairIndex.subarray(pairStart[l], pairStart[l + 1]),
    pairValue: stack.pairValue.subarray(pairStart[l], pairStart[l + 1]),
  }))
}

/** The weighted energy of every layer at a point of bits, by name; layers of one name add up. */
export function splitEnergy(stack: Stack, weights: ArrayLike<number>, x: ArrayLike<number>): Record<string, number> {
  const energies: Record<string, number> = {}
  const { row, column } = stack.pairs
  stack.names.forEach((name, l) => {
    let energy = stack.constants[l]
    for (let k = stack.linearStart[l]; k < stack.linearStart[l + 1]; k++)
      energy += stack.linearValue[k] * x[stack.linearIndex[k]]
    for (let k = stack.pairStart[l]; k < stack.pairStart[l + 1]; k++) {
      energy += stack.pairValue[k] * x[row[stack.pairIndex[k]]] * x[column[stack.pairIndex[k]]]
    }
    energies[name] = (energies[name] ?? 0) + weights[l] * energy
  })
  return energies
}

/** The weights with those of the named layers replaced. */
export function reweighed(
  names: readonly string[],
  weights: Float64Array,
  changes: Readonly<Record<string, number>>,
): Float64Array {
  const known = new Set(names)
  for (const [name, weight] of Object.entries(changes)) {
    if (!known.has(name)) {
      throw new IsinglassError(
        'OPTION_INVALID',
        `no layer is named "${name}"`,
        `Choose from ${[...known].slice(0, 8).join(', ')}`,
        'weigh',
      )
    }
    if (!Number.isFinite(weight))
      throw new IsinglassError(
        'OPTION_INVALID',
        `weight ${weight} is not finite`,
        'Give a finite weight',
        `weigh "${name}"`,
      )
  }
  return weights.map((weight, l) => (Object.hasOwn(changes, names[l]) ? changes[names[l]] : weight))
}
