import type { Group, Qubo, Subset } from '../qubo/index.ts'
import { pairTable } from './exhaust-table.ts'

/** Free bits below this many are taken together, from a table: 2¹² numbers fill the first-level cache. */
const mostTableBits = 12

/**
 * Every state of a Qubo as a tree. Its digits, from the top: a one-hot group is one digit (which member), a permutation
 * one digit per item (which of the positions left), a subset of k one digit for each of its ones, in ascending order, a
 * free bit one digit (0 or 1). The last free bits are no digits but a table. Variables are renumbered in the order of their digits, the table's bits last.
 */
export interface ExhaustTree {
  readonly size: number
  readonly offset: number
  readonly linear: Float64Array
  /** size × size, symmetric, zero diagonal. */
  readonly matrix: Float64Array
  /** Of the Qubo, by number in the tree. */
  readonly variable: Uint32Array
  /** Digit d chooses among options optionStart[d] ≤ o < optionStart[d + 1]. */
  readonly optionStart: Uint32Array
  /** The variable an option sets to 1, or −1 for none. */
  readonly option: Int32Array
  /** What an option occupies (a position), or −1: no two digits may choose the same. */
  readonly slot: Int32Array
  readonly slots: number
  /** The first variable that is still open once an option is chosen. */
  readonly open: Int32Array
  /** 1 where a digit goes on with the subset of the digit above: its option stands at least as far along as that one's. */
  readonly follows: Uint8Array
  /** How many states digit d has when those above are chosen; a subset's first digit counts all its states, the rest 1. */
  readonly choices: Float64Array
  readonly tableBits: number
  readonly table: Float64Array
}

/** The groups that the form leaves to the solver. */
export const nativeGroups = (qubo: Qubo): Group[] => qubo.groups.filter((g) => qubo.native.includes(g.kind))

/** True when no variable is in two groups. */
export function disjoint(groups: readonly Group[]): boolean {
  const total = groups.reduce((sum, g) => sum + g.members.length, 0)
  return new Set(groups.flatMap((g) => [...g.members])).size === total
}

/** log₂ of the number of states: n for a one-hot group of n, order! for a permutation, n over k for a subset, 2 for a free bit. */
export function log2States(freeBits: number, groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + log2Ways(group), freeBits)
}

function log2Ways(group: Group): number {
  const { length } = group.members
  if (group.kind === 'one-hot') return Math.log2(length)
  if (group.kind === 'permutation') return log2Factorial(group.order)
  return log2Factorial(length) - log2Factorial(group.count) - log2Factorial(length - group.count)
}

function log2Factorial(order: number): number {
  let sum = 0
  for (let k = 2; k <= order; k++) sum += Math.log2(k)
  return sum
}

/** n over k. Exact below 2⁵³. */
export function combinations(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n + 1 - i)) / i
  return ways
}

interface Digit {
  /** Variables of the Qubo; −1 for none. */
  readonly options: readonly number[]
  readonly slots: readonly number[]
  readonly choices: number
  /** Goes on with the subset of the digit above. */
  readonly follows?: true
  /** Only what lies behind the option chosen is still open, not what lies behind all of them. */
  readonly ascending?: true
}

/** The tree of a Qubo whose native groups are disjoint. Takes 8·size² bytes. */
export function exhaustTree(qubo: Qubo): ExhaustTree {
  const groups = nativeGroups(qubo)
  const grouped = new Set(groups.flatMap((g) => [...g.members]))
  const free = Array.from({ length: qubo.size }, (_, i) => i).filter((i) => !grouped.has(i))
  const tableBits = Math.min(mostTableBits, free.length)
  const bits = free.slice(tableBits).reverse()
  const { digits, slots } = digitsOf(groups, bits)
  const variable = Uint32Array.from([...groups.flatMap((g) => [...g.members]), ...bits, ...free.slice(0, tableBits)])
  const renumbered = renumber(qubo, variable)
  const place = new Int32Array(qubo.size)
  variable.forEach((v, k) => {
    place[v] = k
  })
  const optionStart = new Uint32Array(digits.length + 1)
  digits.forEach((d, k) => {
    optionStart[k + 1] = optionStart[k] + d.options.length
  })
  return {
    size: qubo.size,
    offset: qubo.offset,
    ...renumbered,
    variable,
    optionStart,
    slots,
    tableBits,
    option: Int32Array.from(
      digits.flatMap((d) => d.options),
      (v) => (v < 0 ? -1 : place[v]),
    ),
    slot: Int32Array.from(digits.flatMap((d) => d.slots)),
    open: Int32Array.from(
      digits.flatMap((d) => d.options.map((v) => 1 + place[(d.ascending ? v : d.options.at(-1)) as number])),
    ),
    follows: Uint8Array.from(digits, (d) => Number(d.follows ?? 0)),
    choices: Float64Array.from(digits, (d) => d.choices),
    table: pairTable(renumbered.matrix, qubo.size, tableBits),
  }
}

function digitsOf(groups: readonly Group[], bits: readonly number[]): { digits: Digit[]; slots: number } {
  let slots = 0
  const digits: Digit[] = []
  for (const group of groups) {
    const { members } = group
    if (group.kind === 'one-hot') {
      digits.push({ options: [...members], slots: [...members].fill(-1), choices: members.length })
      continue
    }
    if (group.kind === 'subset') {
      digits.push(...subsetDigits(group))
      continue
    }
    const positions = Array.from({ length: group.order }, (_, p) => slots + p)
    for (let i = 0; i < group.order; i++) {
      const options = [...members.subarray(i * group.order, (i + 1) * group.order)]
      digits.push({ options, slots: positions, choices: group.order - i })
    }
    slots += group.order
  }
  for (const bit of bits) digits.push({ options: [-1, bit], slots: [-1, -1], choices: 2 })
  return { digits, slots }
}

/** The j-th one is at least the j-th member, and leaves room for those after it. */
function subsetDigits({ members, count }: Subset): Digit[] {
  const width = members.length - count + 1
  return Array.from({ length: count }, (_, j): Digit => {
    const options = [...members.subarray(j, j + width)]
    const slots = options.map(() => -1)
    const choices = j === 0 ? combinations(members.length, count) : 1
    return { options, slots, choices, ...(j > 0 && { follows: true }), ...(j < count - 1 && { ascending: true }) }
  })
}

function renumber(qubo: Qubo, variable: Uint32Array): { linear: Float64Array; matrix: Float64Array } {
  const { size } = qubo
  const matrix = new Float64Array(size * size)
  const place = new Uint32Array(size)
  variable.forEach((v, k) => {
    place[v] = k
  })
  for (let i = 0; i < size; i++) {
    for (let k = qubo.rowStart[i]; k < qubo.rowStart[i + 1]; k++)
      matrix[place[i] * size + place[qubo.column[k]]] = qubo.value[k]
  }
  return { linear: Float64Array.from(variable, (v) => qubo.linear[v]), matrix }
}
