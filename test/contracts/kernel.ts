import { fixedPoint } from '../../src/kernel/fixed-point.ts'
import { type AnnealInput, type Found, type QuboData, quboData } from '../../src/kernel/index.ts'
import { groupState, type LanePlan, type Lanes, startBits } from '../../src/kernel/sweep.ts'
import { type Qubo, quboEnergy, quboFromCoo, quboOf } from '../../src/qubo/index.ts'
import { type Kernel, random, seedKey } from '../../src/run/index.ts'
import { runJob } from './job.ts'
import { must, type Promised, text } from './promise.ts'

const key = seedKey('kernel', 'contract')

/** A random Qubo: `pairs` couplings with weights drawn by `weight` from whole numbers of [-range, range]. */
export function randomQubo(
  size: number,
  pairs: number,
  weight: (whole: number) => number,
  range = 9,
  seed = 'qubo',
): Qubo {
  const dice = random(seed, 'kernel')
  const draw = (bound: number) => Array.from({ length: pairs + size }, () => dice.below(bound))
  const rows = draw(size).map((i, k) => (k < size ? k : i))
  const columns = draw(size).map((j, k) => (k < size ? k : j))
  return quboFromCoo(
    size,
    rows,
    columns,
    draw(2 * range + 1).map((w) => weight(w - range)),
    { offset: 3 },
  )
}

/** One Qubo of every class of weights that the kernels tell apart. */
export const weightClasses: Readonly<Record<string, Qubo>> = {
  'weights ±2': evenlyWeighted(),
  'small whole weights': randomQubo(30, 90, (w) => w),
  'large whole weights': randomQubo(30, 90, (w) => 10_001 * w),
  'halves and quarters': randomQubo(30, 90, (w) => w / 4),
  'real weights': randomQubo(30, 90, (w) => w / 7),
  'no couplings': randomQubo(5, 0, (w) => w),
}

function evenlyWeighted(): Qubo {
  const ring = Array.from({ length: 24 }, (_, k) => k)
  const columns = ring.map((k) => (k + 1) % 24)
  return quboFromCoo(
    24,
    ring,
    columns,
    ring.map((k) => (k % 3 === 0 ? 2 : -2)),
  )
}

/** What every kernel that hands back `Found` owes, whatever its input: `work` is what it takes when nothing stops it. */
export function jobPromises<Input extends { readonly qubo: QuboData }>(
  kernel: Kernel<Input, Found>,
  input: Input,
  work: number,
): Promised[] {
  const run = (limit: number, piece: number) => runJob(kernel.start(structuredClone(input)), limit, piece)
  const qubo = quboOf(input.qubo, input.qubo.linear, input.qubo)
  const outcome = (limit: number, piece: number) => text(run(limit, piece))
  return [
    {
      promise: `${kernel.name} does the work that was announced`,
      check: () => equal(run(Number.POSITIVE_INFINITY, 1000).work, work, 'work'),
    },
    {
      promise: `${kernel.name} reports energies as recomputed`,
      check: () => checkEnergies(qubo, run(Number.POSITIVE_INFINITY, 1000).out),
    },
    {
      promise: `${kernel.name} gives the same whether its work is cut in pieces of 1, 7 or 1000`,
      check: () => {
        const whole = outcome(Number.POSITIVE_INFINITY, 1000)
        for (const piece of [1, 7]) equal(outcome(Number.POSITIVE_INFINITY, piece), whole, `pieces of ${piece}`)
      },
    },
    {
      promise: `${kernel.name} stopped after some work gives the same whatever the pieces`,
      check: () => {
        for (const limit of [1, work >> 3, work >> 1, work - 1]) {
          equal(outcome(limit, 7), outcome(limit, 1e9), `stopped at ${limit}`)
        }
      },
    },
    {
      promise: `${kernel.name} stopped at once has a point to show`,
      check: () => {
        const { out } = run(0, 1)
        must(out.energies.length > 0, 'no point')
        checkEnergies(qubo, out)
      },
    },
    {
      promise: `${kernel.name} leaves its input as it was`,
      check: () => {
        const mine = structuredClone(input)
        runJob(kernel.start(mine), Number.POSITIVE_INFINITY, 1000)
        equal(text(mine), text(input), 'input')
      },
    },
  ]
}

function checkEnergies(qubo: Qubo, { bits, energies }: Found): void {
  must(bits.length === energies.length * qubo.size, 'bits and energies differ in number')
  must(
    bits.every((b) => b === 0 || b === 1),
    'something is neither 0 nor 1',
  )
  for (const [r, energy] of energies.entries()) {
    equal(energy, quboEnergy(qubo, bits.subarray(r * qubo.size, (r + 1) * qubo.size)), `energy of read ${r}`)
  }
}

/** What a second kernel for annealing owes to the first: the same trajectories for the same streams. */
export function twinPromises(reference: Kernel<AnnealInput, Found>, twin: Kernel<AnnealInput, Found>): Promised[] {
  return Object.entries(weightClasses).map(([name, qubo]) => ({
    promise: `${twin.name} finds what ${reference.name} finds, read by read: ${name}`,
    check: () => {
      for (const [firstRead, reads, limit] of [
        [0, 8, 1e9],
        [16, 3, 1e9],
        [35, 2, 1e9],
        [0, 8, 2000],
      ]) {
        const input: AnnealInput = { qubo: quboData(qubo), key, firstRead, reads, sweeps: 20, hot: 20, cold: 1 }
        equal(
          text(runJob(twin.start(input), limit, 100)),
          text(runJob(reference.start(input), limit, 100)),
          `reads from ${firstRead}`,
        )
      }
    },
  }))
}

type Engine = (plan: LanePlan, reads: number, state: Uint32Array) => Lanes

/** What replicas owe: at a fixed temperature, states as often as Boltzmann says. */
export function lanesPromises(name: string, engine: Engine): Promised[] {
  const temperatures = [1.5, 3]
  return temperatures.map((temperature) => ({
    promise: `${name} visits the states of three bits as often as Boltzmann says at temperature ${temperature}`,
    check: () => {
      const qubo = quboFromCoo(3, [0, 1, 0, 1, 2], [0, 1, 1, 2, 2], [1, -2, 3, -1, 2])
      const counts = visits(qubo, engine, temperature)
      const chi = chiSquare(counts, boltzmann(qubo, temperature))
      // Seven degrees of freedom: a true sampler exceeds 30 once in ten thousand tries.
      must(chi < 30, `χ² is ${chi.toFixed(1)}: ${text(counts)}`)
    },
  }))
}

/** How often each state is seen, in every eighth sweep of 16 replicas. */
function visits(qubo: Qubo, engine: Engine, temperature: number): number[] {
  const weights = fixedPoint(qubo)
  const lanes = engine({ ...qubo, weights }, weights.lanes, groupState(key, 0))
  const counts = new Array<number>(2 ** qubo.size).fill(0)
  for (let lane = 0; lane < weights.lanes; lane++) lanes.place(lane, startBits(key, lane, qubo.size))
  lanes.temper(temperature * weights.scale)
  for (let sample = -10; sample < 1000; sample++) {
    for (let sweep = 0; sweep < 8; sweep++) lanes.sweep(0, qubo.size)
    for (let lane = 0; sample >= 0 && lane < weights.lanes; lane++) counts[stateNumber(lanes.read(lane))]++
  }
  lanes.release()
  return counts
}

const stateNumber = (x: Int8Array): number => x.reduce((number, bit, i) => number + bit * 2 ** i, 0)

function boltzmann(qubo: Qubo, temperature: number): number[] {
  const weights = Array.from({ length: 2 ** qubo.size }, (_, state) => {
    const x = Array.from({ length: qubo.size }, (_, i) => (state >> i) & 1)
    return Math.exp(-quboEnergy(qubo, x) / temperature)
  })
  const total = weights.reduce((a, b) => a + b)
  return weights.map((w) => w / total)
}

function chiSquare(counts: readonly number[], shares: readonly number[]): number {
  const total = counts.reduce((a, b) => a + b)
  return counts.reduce((sum, count, k) => sum + (count - total * shares[k]) ** 2 / (total * shares[k]), 0)
}

function equal(got: string | number, expected: string | number, what: string): void {
  must(got === expected, () => `${what}: ${String(got).slice(0, 200)} instead of ${String(expected).slice(0, 200)}`)
}
