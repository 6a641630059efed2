import { type Model, permutationLines } from '../../src/model/index.ts'
import { type Qubo, quboEnergy } from '../../src/qubo/index.ts'
import type { Random } from '../../src/run/index.ts'

/** One thing to decide: each option sets some columns. */
type Decision = readonly (readonly [column: number, value: number])[][]

/**
 * Every point that keeps the disjoint structures of a model (one-hot groups, permutations, exactly-one constraints);
 * all feasible points are among them. Each is a fresh array.
 */
export function* structuredPoints(model: Model): Generator<Float64Array> {
  const decisions = decisionsOf(model)
  const point = Float64Array.from(model.lower)
  yield* decide(decisions, 0, point)
}

/** How many points `structuredPoints` gives. */
export const structuredCount = (model: Model): number =>
  decisionsOf(model).reduce((product, options) => product * options.length, 1)

function* decide(decisions: readonly Decision[], depth: number, point: Float64Array): Generator<Float64Array> {
  if (depth === decisions.length) {
    yield point.slice()
    return
  }
  for (const option of decisions[depth]) {
    for (const [column, value] of option) point[column] = value
    yield* decide(decisions, depth + 1, point)
  }
}

function decisionsOf(model: Model): Decision[] {
  const taken = new Uint8Array(model.size)
  const decisions: Decision[] = []
  const take = (columns: ArrayLike<number>, options: () => Decision) => {
    const list = Array.from(columns)
    if (list.length === 0 || list.some((c) => taken[c])) return
    for (const c of list) taken[c] = 1
    decisions.push(options())
  }
  for (const s of model.structures) {
    if (s.kind === 'one-hot') take(s.members, () => oneOf([...s.members]))
    else take(s.members, () => orders(s.order).map((order) => placed(s.order, s.members, order)))
  }
  for (const c of model.constraints)
    if (c.kind === 'exactly-one' && c.weight === Number.POSITIVE_INFINITY) take(c.columns, () => oneOf([...c.columns]))
  for (let c = 0; c < model.size; c++) take([c], () => valuesOf(model, c).map((value) => [[c, value]]))
  return decisions
}

const oneOf = (columns: number[]): Decision => columns.map((on) => columns.map((c) => [c, c === on ? 1 : 0] as const))

function placed(order: number, members: ArrayLike<number>, positions: readonly number[]): [number, number][] {
  return permutationLines(order, members)
    .slice(0, order)
    .flatMap(({ columns }, item) => columns.map((c, p): [number, number] => [c, positions[item] === p ? 1 : 0]))
}

function orders(count: number): number[][] {
  if (count === 0) return [[]]
  return orders(count - 1).flatMap((rest) =>
    Array.from({ length: count }, (_, at) => [...rest.slice(0, at), count - 1, ...rest.slice(at)]),
  )
}

function valuesOf(model: Model, column: number): number[] {
  if (model.domains[column] === 'spin') return [-1, 1]
  return Array.from({ length: model.upper[column] - model.lower[column] + 1 }, (_, k) => model.lower[column] + k)
}

/** A point with every column uniform in its domain; structures are ignored. */
export function randomPoint(model: Model, random: Random): Float64Array {
  return Float64Array.from({ length: model.size }, (_, c) => {
    const values = valuesOf(model, c)
    return values[random.below(values.length)]
  })
}

/** Brute force reaches this many bits; above it, `minimumOf` descends from many random starts and finds an upper bound. */
export const bruteForceBits = 20

/** The least energy of a Qubo and a state that has it. */
export function minimumOf(qubo: Qubo, random: Random): { energy: number; state: Int8Array } {
  return qubo.size <= bruteForceBits ? byGrayCode(qubo) : byDescents(qubo, random)
}

/** All 2ⁿ states, each one flip from the one before (Gray 1953). */
function byGrayCode(qubo: Qubo): { energy: number; state: Int8Array } {
  const flips = flipper(qubo, new Int8Array(qubo.size))
  let lowest = flips.energy()
  let state = flips.x.slice()
  for (let k = 1; k < 2 ** qubo.size; k++) {
    flips.flip(31 - Math.clz32(k & -k))
    if (flips.energy() >= lowest - 1e-12 * Math.abs(lowest)) continue
    lowest = flips.energy()
    state = flips.x.slice()
  }
  return { energy: quboEnergy(qubo, state), state }
}

function byDescents(qubo: Qubo, random: Random): { energy: number; state: Int8Array } {
  let best = { energy: Number.POSITIVE_INFINITY, state: new Int8Array(qubo.size) }
  for (let start = 0; start < 300; start++) {
    const flips = flipper(
      qubo,
      Int8Array.from({ length: qubo.size }, () => random.below(2)),
    )
    for (let moved = true; moved; ) {
      moved = false
      for (let i = 0; i < qubo.size; i++) {
        if (flips.change(i) >= -1e-12) continue
        flips.flip(i)
        moved = true
      }
    }
    const energy = quboEnergy(qubo, flips.x)
    if (energy < best.energy) best = { energy, state: flips.x.slice() }
  }
  return best
}

function flipper(qubo: Qubo, x: Int8Array) {
  const { rowStart, column, value } = qubo
  const field = qubo.linear.slice()
  for (let i = 0; i < qubo.size; i++)
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) field[i] += value[k] * x[column[k]]
  let energy = quboEnergy(qubo, x)
  const change = (i: number) => (x[i] ? -field[i] : field[i])
  const flip = (i: number) => {
    energy += change(i)
    x[i] ^= 1
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) field[column[k]] += x[i] ? value[k] : -value[k]
  }
  return { x, change, flip, energy: () => energy }
}
