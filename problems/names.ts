import type { Violation } from '../src/problem.ts'

export type Name = string | number

/** Things of a problem: by name or, where they have none, by number from 0. */
export interface Named {
  readonly size: number
  readonly names: readonly Name[] | null
}

export const nameOf = ({ names }: Pick<Named, 'names'>, k: number): Name => names?.[k] ?? k

/** Finds the number of a thing by its name or, where things are numbers, by itself; −1 for strangers. */
export function numbering({ size, names }: Named): (name: Name) => number {
  if (names === null) return (k) => (Number.isInteger(k) && +k >= 0 && +k < size ? +k : -1)
  const at = new Map(names.map((name, k) => [name, k]))
  return (name) => at.get(name) ?? -1
}

/** The names of the things whose bit is set, in order. */
export function namesOf(things: Named, bits: ArrayLike<number>): Name[] {
  const list: Name[] = []
  for (let k = 0; k < bits.length; k++) if (bits[k] > 0.5) list.push(nameOf(things, k))
  return list
}

/** A bit per thing, set for those in the list; strangers are passed over. */
export function bitsOf(things: Named, list: Iterable<Name>): Uint8Array {
  const numberOf = numbering(things)
  const bits = new Uint8Array(things.size)
  for (const name of list) {
    const k = numberOf(name)
    if (k >= 0) bits[k] = 1
  }
  return bits
}

/** Which list each thing is in; −1 for things in none, of several the last counts, strangers are passed over. */
export function listsOf(things: Named, lists: readonly (readonly Name[])[]): Int32Array {
  const numberOf = numbering(things)
  const at = new Int32Array(things.size).fill(-1)
  lists.forEach((list, l) => {
    for (const name of list) {
      const k = numberOf(name)
      if (k >= 0) at[k] = l
    }
  })
  return at
}

/** How broken rules are said. */
export interface Wording {
  /** Of a name that nothing bears, such as `{ rule: 'known node', is: 'is no node of the graph' }`. */
  readonly stranger: { readonly rule: string; readonly is: string }
  /** Of a thing that is named too often or not at all. */
  readonly rule: string
  readonly times: (item: Name, times: number) => string
}

/** What is wrong with a list that should name every thing once. */
export function namedOnce(
  things: Named,
  list: Iterable<Name>,
  wording: Wording,
  numberOf = numbering(things),
): Violation[] {
  const times = new Uint32Array(things.size)
  const violations: Violation[] = []
  for (const item of list) {
    const k = numberOf(item)
    if (k >= 0) times[k]++
    else violations.push(stranger(item, wording))
  }
  for (let k = 0; k < times.length; k++) {
    if (times[k] === 1) continue
    const item = nameOf(things, k)
    const message = wording.times(item, times[k])
    violations.push({ rule: wording.rule, item, amount: Math.abs(times[k] - 1), message })
  }
  return violations
}

/** What is wrong with a list that should name nothing twice. */
export function namedAtMostOnce(things: Named, list: Iterable<Name>, wording: Wording): Violation[] {
  const numberOf = numbering(things)
  const times = new Uint32Array(things.size)
  const violations: Violation[] = []
  for (const item of list) {
    const k = numberOf(item)
    if (k < 0) violations.push(stranger(item, wording))
    else if (++times[k] > 1)
      violations.push({ rule: wording.rule, item, amount: 1, message: wording.times(item, times[k]) })
  }
  return violations
}

const stranger = (item: Name, { stranger: { rule, is } }: Wording): Violation => ({
  rule,
  item,
  amount: 1,
  message: `"${item}" ${is}`,
})
