import { type Group, type Qubo, quboEnergy, quboOf } from '../qubo/index.ts'

/** A piece of a Qubo with the rest held fast: `variables[k]` is the whole's name of the window's variable k, ascending. */
export interface Window {
  /** E(window's point) = E(whole with that point written in). */
  readonly qubo: Qubo
  readonly variables: Uint32Array
}

/**
 * The chosen variables as a Qubo, every other variable fixed at `point`: linear terms absorb the fixed neighbours, the
 * offset the rest. Chosen variables must hold native groups whole, except subsets (see `wholeGroups`). `energy` is
 * E(point), when known. O(size + couplings of the chosen).
 */
export function windowOf(
  qubo: Qubo,
  point: ArrayLike<number>,
  chosen: Iterable<number>,
  energy = quboEnergy(qubo, point),
): Window {
  const variables = Uint32Array.from(new Set(chosen)).sort()
  const position = new Int32Array(qubo.size).fill(-1)
  for (let k = 0; k < variables.length; k++) position[variables[k]] = k
  const piece = cutOut(qubo, point, variables, position)
  const groups = qubo.groups.flatMap((group) => groupInside(group, point, position))
  const inside = quboOf(piece.couplings, piece.linear, { groups, native: qubo.native })
  const offset =
    energy -
    quboEnergy(
      inside,
      Array.from(variables, (i) => point[i]),
    )
  return { qubo: quboOf(piece.couplings, piece.linear, { groups, native: qubo.native, offset }), variables }
}

function cutOut(qubo: Qubo, point: ArrayLike<number>, variables: Uint32Array, position: Int32Array) {
  const { rowStart, column, value } = qubo
  const size = variables.length
  const linear = Float64Array.from(variables, (i) => qubo.linear[i])
  const start = new Uint32Array(size + 1)
  let most = 0
  for (let k = 0; k < size; k++) most += rowStart[variables[k] + 1] - rowStart[variables[k]]
  const columns = new Uint32Array(most)
  const values = new Float64Array(most)
  let end = 0
  for (let k = 0; k < size; k++) {
    const i = variables[k]
    for (let at = rowStart[i]; at < rowStart[i + 1]; at++) {
      const to = position[column[at]]
      if (to >= 0) {
        columns[end] = to
        values[end++] = value[at]
      } else if (point[column[at]]) linear[k] += value[at]
    }
    start[k + 1] = end
  }
  return { linear, couplings: { size, rowStart: start, column: columns.slice(0, end), value: values.slice(0, end) } }
}

/** A group that lies inside, what is left of a subset, or the free members of a one-hot group whose 1 is among them. */
function groupInside(group: Group, point: ArrayLike<number>, position: Int32Array): Group[] {
  const inside = group.members.filter((i) => position[i] >= 0)
  const members = inside.map((i) => position[i])
  if (inside.length === group.members.length) return [{ ...group, members }]
  const fixedOnes = group.members.reduce((sum, i) => sum + (position[i] < 0 && point[i] ? 1 : 0), 0)
  if (group.kind === 'subset') return subsetInside(members, group.count - fixedOnes)
  return group.kind === 'one-hot' && fixedOnes === 0 && inside.length > 1 ? [{ kind: 'one-hot', members }] : []
}

const subsetInside = (members: Uint32Array, count: number): Group[] =>
  members.length > 0 && count >= 0 && count <= members.length ? [{ kind: 'subset', members, count }] : []

/**
 * The chosen variables with every native group they touch taken whole, or left out whole where it would make more than
 * `most` variables: half a native group could not be moved without breaking it. Only subsets may be cut: what the
 * fixed members leave of the count is a smaller subset.
 */
export function wholeGroups(qubo: Qubo, chosen: Iterable<number>, most: number): Uint32Array {
  const inside = new Set(chosen)
  const natives = qubo.groups.filter((group) => group.kind !== 'subset' && qubo.native.includes(group.kind))
  for (const { members } of natives) {
    const missing = members.filter((i) => !inside.has(i))
    if (missing.length === members.length) continue
    if (inside.size + missing.length <= most) for (const i of missing) inside.add(i)
    else for (const i of members) inside.delete(i)
  }
  // Groups may share variables: what one left out may have broken another.
  for (let settled = false; !settled; ) {
    settled = true
    for (const { members } of natives) {
      const held = members.reduce((count, i) => count + (inside.has(i) ? 1 : 0), 0)
      if (held === 0 || held === members.length) continue
      for (const i of members) inside.delete(i)
      settled = false
    }
  }
  return Uint32Array.from(inside).sort()
}
