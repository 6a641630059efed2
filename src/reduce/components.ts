import { type Qubo, quboOf } from '../qubo/index.ts'

/** One connected part: `variables[k]` is the whole's name of the part's variable k, ascending. */
export interface Part {
  readonly qubo: Qubo
  readonly variables: Uint32Array
}

/** Parts that share no coupling and no group: E(merge(points)) = offset + Σ E_part(point). */
export interface Components {
  readonly offset: number
  readonly parts: readonly Part[]
  merge(points: readonly ArrayLike<number>[]): Int8Array
}

/** Connected components over couplings and groups, in the order of their first variables. O(couplings). */
export function components(qubo: Qubo): Components {
  const label = labels(qubo)
  const members: number[][] = []
  for (let i = 0; i < qubo.size; i++) (members[label[i]] ??= []).push(i)
  const position = new Uint32Array(qubo.size)
  for (const list of members) for (let k = 0; k < list.length; k++) position[list[k]] = k
  const parts =
    members.length === 1
      ? [
          {
            qubo: quboOf(qubo, qubo.linear, { groups: qubo.groups, native: qubo.native }),
            variables: Uint32Array.from(members[0]),
          },
        ]
      : members.map((list) => partOf(qubo, list, position))
  if (members.length > 1) shareGroups(qubo, parts, label, position)
  return { offset: qubo.offset, parts, merge: (points) => merge(qubo.size, parts, points) }
}

function merge(size: number, parts: readonly Part[], points: readonly ArrayLike<number>[]): Int8Array {
  const whole = new Int8Array(size)
  parts.forEach(({ variables }, p) => {
    for (let k = 0; k < variables.length; k++) whole[variables[k]] = points[p][k]
  })
  return whole
}

/** The number of each variable's component. */
function labels(qubo: Qubo): Int32Array {
  const parent = Int32Array.from({ length: qubo.size }, (_, i) => i)
  const root = (i: number) => {
    let at = i
    while (parent[at] !== at) at = parent[at] = parent[parent[at]]
    return at
  }
  const join = (i: number, j: number) => {
    const [a, b] = [root(i), root(j)]
    if (a < b) parent[b] = a
    else parent[a] = b
  }
  for (let i = 0; i < qubo.size; i++) {
    for (let k = qubo.rowStart[i]; k < qubo.rowStart[i + 1] && qubo.column[k] < i; k++) join(i, qubo.column[k])
  }
  for (const { members } of qubo.groups) for (const i of members) join(members[0], i)
  let count = 0
  const label = new Int32Array(qubo.size)
  for (let i = 0; i < qubo.size; i++) label[i] = root(i) === i ? count++ : label[root(i)]
  return label
}

function partOf(qubo: Qubo, list: readonly number[], position: Uint32Array): Part {
  const rowStart = new Uint32Array(list.length + 1)
  for (let k = 0; k < list.length; k++)
    rowStart[k + 1] = rowStart[k] + qubo.rowStart[list[k] + 1] - qubo.rowStart[list[k]]
  const column = new Uint32Array(rowStart[list.length])
  const value = new Float64Array(rowStart[list.length])
  for (let k = 0; k < list.length; k++) {
    const from = qubo.rowStart[list[k]]
    for (let at = rowStart[k]; at < rowStart[k + 1]; at++) {
      column[at] = position[qubo.column[from + at - rowStart[k]]]
      value[at] = qubo.value[from + at - rowStart[k]]
    }
  }
  const linear = Float64Array.from(list, (i) => qubo.linear[i])
  const couplings = { size: list.length, rowStart, column, value }
  return { qubo: quboOf(couplings, linear, { native: qubo.native, groups: [] }), variables: Uint32Array.from(list) }
}

function shareGroups(qubo: Qubo, parts: Part[], label: Int32Array, position: Uint32Array): void {
  const byPart = new Map<number, Qubo['groups'][number][]>()
  for (const group of qubo.groups) {
    const part = label[group.members[0]]
    byPart.set(part, [...(byPart.get(part) ?? []), { ...group, members: group.members.map((i) => position[i]) }])
  }
  for (const [p, groups] of byPart) {
    const { qubo: part, variables } = parts[p]
    parts[p] = { qubo: quboOf(part, part.linear, { groups, native: part.native }), variables }
  }
}
