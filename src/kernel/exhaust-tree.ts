import type { Group, Qubo } from '../qubo/index.ts'
import { pairTable } from './exhaust-table.ts'

/** Free bits below this many are taken together, from a table: 2¹² numbers fill the first-level cache. */
const mostTableBits = 12

/**
 * Every state of a Qubo as a tree. Its digits, from the top: a one-hot group is one digit (which member), a permutation
 * one digit per item (which of the positions left), a free bit one digit (0 or 1). The last free bits are no digits but
 * a table. Variables are renumbered in the order of their digits, the table's bits last.
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
  /** How many options digit d has left when the digits above are chosen. */
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

/** log₂ of the number of states: k for a one-hot group of k, order! for a permutation, 2 for a free bit. */
export function log2States(
  freeBits: number,
  groups: readonly { kind: string; order?: number; members: ArrayLike<number> }[],
): number {
  return groups.reduce(
    (sum, g) => sum + (g.order === undefined ? Math.log2(g.members.length) : log2Factorial(g.order)),
    freeBits,
  )
}

function log2Factorial(order: number): number {
  let sum = 0
  for (let k = 2; k <= order; k++) sum += Math.log2(k)
  return sum
}

interface Digit {
  /** Variables of the Qubo; −1 for none. */
  readonly options: readonly number[]
  readonly slots: readonly number[]
  readonly choices: number
}

/** The tree of a Qubo whose native groups are disjoint. Takes 8·size² bytes. */
export function exhaustTree(qubo: Qubo): ExhaustTree {
  const groups = nativeGroups(qubo)
  const grouped = new Set(groups.flatMap((g) => [...g.members]))
  const free = Array.from({ length: qubo.size }, (_, i) => i).filter((i) => !grouped.has(i))
  const tableBits = Math.min(mostTableBits, free.length)
  const { digits, slots } = digitsOf(groups, free.slice(tableBits).reverse())
  const variable = Uint32Array.from([
    ...digits.flatMap((d) => d.options.filter((v) => v >= 0)),
    ...free.slice(0, tableBits),
  ])
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
