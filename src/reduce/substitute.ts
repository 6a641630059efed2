import { couplingsFromCoo, type Group, type Qubo, quboOf, type Rewritten, unchanged } from '../qubo/index.ts'

/** A smaller Qubo with the same minimum, the ways home and down, and what happened to its groups. */
export interface Reduction extends Rewritten<Qubo, Qubo> {
  readonly notes: readonly string[]
}

/**
 * Old variables in terms of new ones: x[i] = y[image[i]] xor flip[i], or the constant flip[i] where image[i] is −1.
 * `kept[k]` is the old variable that y[k] stands for (its flip is 0).
 */
export interface Substitution {
  readonly image: Int32Array
  readonly flip: Uint8Array
  readonly kept: Uint32Array
}

/** Puts the substitution into the Qubo; energies stay equal, so offsets of integer models are exact. O(couplings). */
export function substitute(qubo: Qubo, substitution: Substitution): Reduction {
  const { image, flip, kept } = substitution
  if (kept.length === qubo.size) return { ...unchanged(qubo), notes: [] }
  const notes: string[] = []
  const groups = qubo.groups.flatMap((group, k) =>
    mapGroup(group, substitution, (why) => notes.push(`group ${k} is dropped: ${why}`)),
  )
  return {
    to: rewritten(qubo, substitution, groups),
    lift: (y) => Int8Array.from(image, (to, i) => (to < 0 ? flip[i] : y[to] ^ flip[i])),
    lower: (x) => Int8Array.from(kept, (i) => x[i]),
    scale: 1,
    constant: 0,
    notes,
  }
}

function rewritten(qubo: Qubo, { image, flip, kept }: Substitution, groups: readonly Group[]): Qubo {
  const { rowStart, column, value } = qubo
  const linear = new Float64Array(kept.length)
  const rows: number[] = []
  const columns: number[] = []
  const values: number[] = []
  let offset = qubo.offset
  // x = f + s·y, with s = 1 − 2f, or 0 for a constant.
  const slope = (i: number) => (image[i] < 0 ? 0 : 1 - 2 * flip[i])
  const add = (i: number, amount: number) => {
    offset += amount * flip[i]
    if (image[i] >= 0) linear[image[i]] += amount * slope(i)
  }
  for (let i = 0; i < qubo.size; i++) {
    add(i, qubo.linear[i])
    for (let k = rowStart[i]; k < rowStart[i + 1] && column[k] < i; k++) {
      const j = column[k]
      if (flip[i]) add(j, value[k])
      if (image[i] < 0) continue
      if (flip[j]) linear[image[i]] += value[k] * slope(i)
      if (image[j] < 0) continue
      rows.push(image[i])
      columns.push(image[j])
      values.push(value[k] * slope(i) * slope(j))
    }
  }
  const couplings = couplingsFromCoo(kept.length, rows, columns, values, linear)
  return quboOf(couplings, linear, { offset, groups, native: qubo.native })
}

function mapGroup(group: Group, { image, flip }: Substitution, drop: (why: string) => void): Group[] {
  const { members } = group
  const zeros = members.filter((i) => image[i] < 0 && !flip[i])
  const ones = members.filter((i) => image[i] < 0 && flip[i])
  const live = members.filter((i) => image[i] >= 0)
  const images = live.map((i) => image[i])
  const dropped = (why: string): Group[] => {
    drop(why)
    return []
  }
  if (live.some((i) => flip[i])) return dropped('a member became the complement of another variable')
  if (new Set(images).size < images.length) return dropped('two members became one variable')
  if (group.kind === 'permutation')
    return smallerPermutation(group.order, members, image, flip) ?? dropped('what is left is no square')
  if (group.kind === 'subset') {
    const count = group.count - ones.length
    if (count < 0 || count > live.length)
      return dropped(`${ones.length} members are 1 and ${zeros.length} are 0, where ${group.count} are to be 1`)
    return live.length > 0 ? [{ kind: 'subset', count, members: images }] : []
  }
  if (ones.length === 1 && zeros.length === members.length - 1) return []
  if (ones.length > 0) return dropped('a member is 1 while others are free')
  return images.length > 1 ? [{ kind: 'one-hot', members: images }] : dropped('fewer than two members are free')
}

/** The items and positions that no 1 has taken, when all their bits are free and all other bits are constant. */
function smallerPermutation(order: number, members: Uint32Array, image: Int32Array, flip: Uint8Array): Group[] | null {
  const isOne = (k: number) => image[members[k]] < 0 && flip[members[k]] === 1
  const range = Array.from({ length: order }, (_, k) => k)
  const items = range.filter((i) => !range.some((p) => isOne(i * order + p)))
  const positions = range.filter((p) => !range.some((i) => isOne(i * order + p)))
  const square = items.flatMap((i) => positions.map((p) => members[i * order + p]))
  const live = members.reduce((count, i) => count + (image[i] >= 0 ? 1 : 0), 0)
  if (items.length !== positions.length || square.length !== live || square.some((i) => image[i] < 0)) return null
  return live > 1
    ? [{ kind: 'permutation', order: items.length, members: Uint32Array.from(square, (i) => image[i]) }]
    : []
}

/** 1 for the variables in native groups: their groups pay no penalty, so only the solver may move them. */
export function nativeMembers(qubo: Qubo): Uint8Array {
  const inside = new Uint8Array(qubo.size)
  for (const group of qubo.groups) {
    if (qubo.native.includes(group.kind)) for (const i of group.members) inside[i] = 1
  }
  return inside
}
