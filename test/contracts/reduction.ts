import { permutationLines } from '../../src/model/index.ts'
import type { Group, Qubo } from '../../src/qubo/index.ts'
import { quboEnergy, quboFromCoo, type Rewrite } from '../../src/qubo/index.ts'
import { type Random, random } from '../../src/run/index.ts'
import { must, type Promised } from './promise.ts'

/** What every exact reduction of a Qubo owes, tried on small random Qubos (at most 10 variables) by brute force. */
export function reductionContract(reduce: Rewrite<Qubo, Qubo>): Promised[] {
  const onAll = (check: (qubo: Qubo) => void) => () => samples().forEach(check)
  return [
    {
      promise: 'keeps the optimum: the best point of the smaller Qubo lifts to a best point of the whole',
      check: onAll((q) => keepsOptimum(q, reduce)),
    },
    {
      promise: 'lifting never costs: E(lift y) ≤ scale·E(y) + constant',
      check: onAll((q) => liftNeverCosts(q, reduce)),
    },
    {
      promise: 'lowering never costs: scale·E(lower x) + constant ≤ E(x)',
      check: onAll((q) => lowerNeverCosts(q, reduce)),
    },
    {
      promise:
        'maps groups: states that keep the groups of the smaller Qubo lift to states that keep all native groups',
      check: onAll((q) => keepsGroups(q, reduce)),
    },
    {
      promise: 'never grows',
      check: onAll((q) => must(reduce(q).to.size <= q.size, 'the reduced Qubo has more variables')),
    },
    { promise: 'does not change its input', check: onAll((q) => leavesInputAlone(q, reduce)) },
    {
      promise: 'gives the same result twice',
      check: onAll((q) => must(new Set([reduce(q).to.hash, reduce(q).to.hash]).size === 1, 'two reductions differ')),
    },
  ]
}

function keepsOptimum(qubo: Qubo, reduce: Rewrite<Qubo, Qubo>): void {
  const { to, lift } = reduce(qubo)
  const best = points(to)
    .filter((y) => keeps(to, y))
    .reduce((a, b) => (quboEnergy(to, b) < quboEnergy(to, a) ? b : a))
  const least = Math.min(
    ...points(qubo)
      .filter((x) => keeps(qubo, x))
      .map((x) => quboEnergy(qubo, x)),
  )
  const got = quboEnergy(qubo, lift(best))
  must(got === least && keeps(qubo, lift(best)), `the optimum is ${least}, the lifted optimum ${got}`)
}

function liftNeverCosts(qubo: Qubo, reduce: Rewrite<Qubo, Qubo>): void {
  const { to, lift, scale, constant } = reduce(qubo)
  for (const y of points(to)) {
    const [above, below] = [quboEnergy(qubo, lift(y)), scale * quboEnergy(to, y) + constant]
    must(above <= below, `${[...y]} has energy ${below}, lifted ${above}`)
  }
}

function lowerNeverCosts(qubo: Qubo, reduce: Rewrite<Qubo, Qubo>): void {
  const { to, lower, scale, constant } = reduce(qubo)
  for (const x of points(qubo)) {
    const y = keeps(qubo, x) ? lower(x) : null
    if (y !== null)
      must(scale * quboEnergy(to, y) + constant <= quboEnergy(qubo, x), `${[...x]} became dearer when lowered`)
  }
}

function keepsGroups(qubo: Qubo, reduce: Rewrite<Qubo, Qubo>): void {
  const { to, lift } = reduce(qubo)
  must(
    to.groups.every((g) => [...g.members].every((i) => i < to.size)),
    'a group names a variable that is not there',
  )
  for (const y of points(to))
    if (keeps(to, y)) must(keeps(qubo, lift(y)), `${[...y]} keeps its groups, lifted it does not`)
  const whole = to.groups.length === qubo.groups.length
  for (const y of points(to))
    if (whole && keepsAll(to, y)) must(keepsAll(qubo, lift(y)), `${[...y]} keeps every group, lifted it does not`)
}

function leavesInputAlone(qubo: Qubo, reduce: Rewrite<Qubo, Qubo>): void {
  const numbers = () =>
    JSON.stringify([qubo.offset, [qubo.linear, qubo.rowStart, qubo.column, qubo.value].map((a) => [...a]), qubo.groups])
  const before = numbers()
  const { to, lift } = reduce(qubo)
  const y = new Int8Array(to.size)
  lift(y)
  must(numbers() === before, 'the input was changed')
  must(
    y.every((v) => v === 0),
    'the point to lift was changed',
  )
}

/** Every point of a Qubo of at most 16 variables. */
function points({ size }: Qubo): Int8Array[] {
  return Array.from({ length: 2 ** size }, (_, code) => Int8Array.from({ length: size }, (_, i) => (code >> i) & 1))
}

const keeps = (qubo: Qubo, x: Int8Array) => keepsGroupsOf(qubo, x, (g) => qubo.native.includes(g.kind))
const keepsAll = (qubo: Qubo, x: Int8Array) => keepsGroupsOf(qubo, x, () => true)

function keepsGroupsOf({ groups }: Qubo, x: Int8Array, which: (group: Group) => boolean): boolean {
  return groups.filter(which).every((group) => {
    const count = group.kind === 'subset' ? group.count : 1
    return linesOf(group).every((line) => line.reduce((ones, i) => ones + x[i], 0) === count)
  })
}

const linesOf = (group: Group): number[][] =>
  group.kind === 'permutation'
    ? permutationLines(group.order, group.members).map((l) => l.columns)
    : [[...group.members]]

/** Sparse and dense, with and without groups, penalised or native; whole coefficients, so that energies are exact. */
function samples(): Qubo[] {
  return Array.from({ length: 180 }, (_, k) => {
    const chance = random('reduction contract', 'qubo', k)
    const kind = k % 6
    if (kind < 3) return randomQubo(chance, 1 + chance.below(10), [1, 2, 6][kind], 4)
    const native = chance.below(2) === 0
    if (kind === 3) return withOneHots(chance, native)
    return kind === 4 ? withPermutation(chance, native) : withSubset(chance, native)
  })
}

function randomQubo(
  chance: Random,
  size: number,
  density: number,
  range: number,
  parts: Parameters<typeof quboFromCoo>[4] = {},
): Qubo {
  const [rows, columns, values] = randomTerms(chance, size, density, range)
  return quboFromCoo(size, rows, columns, values, { offset: chance.below(9) - 4, ...parts })
}

function randomTerms(chance: Random, size: number, density: number, range: number): [number[], number[], number[]] {
  const count = size * density
  const list = (bound: number) => Array.from({ length: count }, () => chance.below(bound))
  return [list(size), list(size), list(2 * range + 1).map((v) => v - range)]
}

function withOneHots(chance: Random, native: boolean): Qubo {
  const groups = [
    [0, 1, 2],
    [3, 4],
  ].map((list) => ({ kind: 'one-hot' as const, members: Uint32Array.from(list) }))
  return penalised(chance, 8, groups, native)
}

function withPermutation(chance: Random, native: boolean): Qubo {
  return penalised(
    chance,
    10,
    [{ kind: 'permutation', order: 3, members: Uint32Array.from({ length: 9 }, (_, k) => k) }],
    native,
  )
}

function withSubset(chance: Random, native: boolean): Qubo {
  const members = Uint32Array.from({ length: 5 }, (_, k) => k)
  return penalised(chance, 8, [{ kind: 'subset', count: 1 + chance.below(4), members }], native)
}

function penalised(chance: Random, size: number, groups: Group[], native: boolean): Qubo {
  const [rows, columns, values] = randomTerms(chance, size, 2, 3)
  const parts = { groups, native: native ? groups.map((g) => g.kind) : [] }
  if (native) return quboFromCoo(size, rows, columns, values, parts)
  for (const g of groups) {
    const count = g.kind === 'subset' ? g.count : 1
    for (const line of linesOf(g)) penalise(line, count, 100, rows, columns, values)
  }
  return quboFromCoo(size, rows, columns, values, parts)
}

/** weight·(count − Σx)², without its constant. */
function penalise(
  line: readonly number[],
  count: number,
  weight: number,
  rows: number[],
  columns: number[],
  values: number[],
): void {
  for (const i of line) {
    for (const j of line) {
      if (j > i) continue
      rows.push(i)
      columns.push(j)
      values.push(i === j ? (1 - 2 * count) * weight : 2 * weight)
    }
  }
}
