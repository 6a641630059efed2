import type { Group, Qubo, Structure } from '../qubo/index.ts'
import { additionBounds, boundOn, type ClusterPart, type Clusters, clustersOf, removalBounds } from './bounds.ts'
import type { Certificate } from './index.ts'

/** A hard constraint as the weight's proof sees it. */
export interface HardPart {
  readonly name: string
  readonly rule: Structure | 'at-most-one' | 'cover' | 'other'
  readonly columns: Uint32Array
  /** How many of the columns are to be 1, where the rule is about that. */
  readonly count: number
  /** The smallest penalty, before weighting, of a point that breaks it. */
  readonly smallest: number
}

export interface WeightInput {
  /** The objective without wishes, over bits. */
  readonly objective: Qubo
  /** The objective with the wishes' penalties. */
  readonly base: Qubo
  /** The most that the wishes can cost together at their best slack. */
  readonly wishes: number
  readonly hard: readonly HardPart[]
  /** Disjoint groups; those that the solver holds itself get no penalty. */
  readonly groups: readonly { readonly group: Group; readonly isHeld: boolean }[]
}

interface Reason {
  readonly method: Certificate['method']
  readonly gap: number
  readonly why: string
}

/**
 * A sufficient weight for every hard constraint, with the reason: at these weights every minimiser is feasible.
 *
 * General bound: an infeasible point breaks some constraint and costs at least L + weight·δ, which exceeds U, hence every
 * feasible point (at its best slack). L bounds the objective from below over all points that keep the held groups, U from
 * above over feasible ones; wishes cost at least 0, and at most `wishes`.
 * Repair bounds: where constraints can be mended one at a time, a weight above the dearest mending step suffices, since
 * every infeasible point then has a strictly cheaper neighbour, and the walk can only end at a feasible one.
 */
export function sufficientWeights(input: WeightInput): Certificate[] {
  if (input.hard.length === 0) return []
  const bounds = objectiveBounds(input)
  const repair = repairOf(input)
  const above = roundingOf(input.base)
  return input.hard.map((part) => {
    const general: Reason = {
      method: 'bounds',
      gap: bounds.upper - bounds.lower,
      why: 'weight × smallest violation > upper − lower',
    }
    const mended = repair(part)
    const reason = mended && mended.gap / mended.steps < general.gap / part.smallest ? mended : general
    const units = reason === mended ? mended.steps : part.smallest
    return {
      constraint: part.name,
      weight: above(Math.max(0, reason.gap) / units),
      smallestViolation: part.smallest,
      ...bounds,
      method: reason.method,
      why: reason.why,
    }
  })
}

/** The smallest whole number above the gap when all energies are whole; else the gap with a margin of 1 % for rounding. */
function roundingOf(base: Qubo): (gap: number) => number {
  const isWhole = base.linear.every(Number.isInteger) && base.value.every(Number.isInteger)
  if (isWhole) return (gap) => Math.floor(gap) + 1
  const largest = Math.max(
    ...[base.linear, base.value].map((a) => a.reduce((most, v) => Math.max(most, Math.abs(v)), 0)),
  )
  return (gap) => 1.01 * gap + 0.01 * largest
}

function objectiveBounds({ objective, wishes, hard, groups }: WeightInput): { upper: number; lower: number } {
  const atMostOne = hard.filter((part) => part.rule === 'at-most-one')
  const optional = atMostOne.map((part): ClusterPart => ({ members: part.columns, most: 1, others: 0, must: false }))
  const lined = [false, true].map((byColumn) => ({
    all: [...groups.flatMap(({ group }) => linesOf(group, byColumn, 1)), ...optional],
    held: groups.flatMap(({ group, isHeld }) => (isHeld ? linesOf(group, byColumn, 1) : [])),
  }))
  const over = (sign: 1 | -1, parts: ClusterPart[]) => boundOn(objective, sign, clustersOf(objective.size, parts))
  return {
    upper: Math.min(...lined.map(({ all }) => over(1, all))) + wishes,
    lower: 0 - Math.min(...lined.map(({ held }) => over(-1, held))),
  }
}

/** A one-hot group or a subset is one cluster; a permutation is one cluster per row or per column. */
function linesOf(group: Group, byColumn: boolean, most: 1 | 2): ClusterPart[] {
  if (group.kind === 'one-hot') return [{ members: group.members, most: 1, others: 0, must: true }]
  if (group.kind === 'subset')
    return [{ members: group.members, most: group.count, others: group.count - 1, must: true }]
  const { order, members } = group
  const at = (line: number, k: number) => members[byColumn ? k * order + line : line * order + k]
  return Array.from({ length: order }, (_, line) => ({
    members: Uint32Array.from({ length: order }, (_, k) => at(line, k)),
    most,
    others: 0,
    must: most === 1,
  }))
}

type Repair = (part: HardPart) => (Reason & { readonly steps: number }) | null

/** Which kind of mending fits all hard constraints at once. */
function repairOf(input: WeightInput): Repair {
  const { hard, groups } = input
  if (hard.every(({ rule }) => rule === 'one-hot' || rule === 'permutation' || rule === 'subset'))
    return groupRepair(input)
  if (groups.length > 0) return () => null
  if (hard.every(({ rule }) => rule === 'at-most-one')) return removalRepair(input.base)
  if (hard.every(({ rule }) => rule === 'cover')) return coverRepair(input.base)
  return () => null
}

/**
 * Disjoint groups are mended by themselves. D(i) bounds what switching i off costs, A(i) what switching it on costs once no
 * one-hot group has more than one bit on, no subset more than its count and no line of a permutation more than two.
 *
 * Subset of k (one-hot: k = 1): of k + d bits on, the one with the smallest D goes, which is at most the (k + 1)-th largest
 * of all; of fewer than k, the cheapest that is off comes, at most the k-th smallest A. With d too many or too few the
 * penalty d² falls by 2d − 1 ≥ 1. Permutation: a bit whose row and column are both overfull goes, or one of a line with three (falls by ≥ 2);
 * then either an empty row meets an empty column and their crossing comes (falls by 2), or a bit moves along its line from an
 * overfull to an empty line (falls by ≥ 2), or, every column being full, a bit of a double column goes and a bit of a double
 * row takes its row (falls by 2 together). Each step costs at most 2·max D + max A and its mirror image at most the same.
 */
function groupRepair({ base, groups }: WeightInput): Repair {
  const removal = removalBounds(base)
  const additions = [false, true].map((byColumn) => additionBounds(base, cappedClusters(base.size, groups, byColumn)))
  const addition = additions[0].map((cost, i) => Math.max(0, Math.min(cost, additions[1][i])))
  return ({ rule, columns, count }) => {
    if (rule !== 'permutation') {
      const { length } = columns
      const gap = Math.max(nthLargest(columns, removal, count + 1), nthLargest(columns, addition, length - count + 1))
      return {
        method: 'repair',
        gap,
        steps: 1,
        why: 'dropping a surplus bit, or adding the cheapest missing one, always lowers the energy',
      }
    }
    const dearest = (costs: Float64Array) => columns.reduce((most, c) => Math.max(most, costs[c]), 0)
    const gap = 2 * dearest(removal) + dearest(addition)
    return {
      method: 'repair',
      gap,
      steps: 2,
      why: 'dropping, adding or moving a bit of a broken line always lowers the energy',
    }
  }
}

const cappedClusters = (size: number, groups: WeightInput['groups'], byColumn: boolean): Clusters =>
  clustersOf(
    size,
    groups.flatMap(({ group, isHeld }) =>
      linesOf(group, byColumn, isHeld ? 1 : 2).map((line) => ({ ...line, must: isHeld })),
    ),
  )

/** Only "at most one" rules: switching a surplus bit off breaks nothing else; of two on, the one with the smaller loss goes. */
function removalRepair(base: Qubo): Repair {
  const removal = removalBounds(base)
  const why = 'switching the cheaper of two conflicting bits off always lowers the energy'
  return ({ columns }) => ({ method: 'repair', gap: nthLargest(columns, removal, 2), steps: 1, why })
}

/** Only "one of these two" rules: switching a bit on breaks nothing else; the cheaper one comes. */
function coverRepair(base: Qubo): Repair {
  const addition = additionBounds(base, clustersOf(base.size, []))
  const why = 'switching the cheaper of two missing bits on always lowers the energy'
  return ({ columns }) => ({
    method: 'repair',
    gap: Math.max(0, Math.min(...Array.from(columns, (c) => addition[c]))),
    steps: 1,
    why,
  })
}

/** The n-th largest of the costs of these columns; 0 when there are not so many. */
function nthLargest(columns: Uint32Array, costs: Float64Array, n: number): number {
  const sorted = Float64Array.from(columns, (c) => costs[c]).sort()
  return n > sorted.length ? 0 : Math.max(0, sorted[sorted.length - n])
}
