import type { Ledger, Steps } from '../../../src/run/index.ts'
import { gilmoreLawler } from './gilmore-lawler.ts'
import type { Assignment } from './quadratic-assignment-input.ts'
import { assignmentCost } from './swap-search.ts'

/** The best answer known while several methods look for better ones. */
export interface Incumbent {
  location: Int32Array
  cost: number
}

interface Level {
  readonly locations: readonly number[]
  next: number
  /** What the placed facilities cost among themselves. */
  readonly base: number
}

/**
 * Branch and bound with the bound of Gilmore and Lawler at every node: facilities with the largest flows first, locations
 * in the order of their bounds. When it ends without being stopped, the incumbent is optimal. `grain` is what counts as no
 * improvement.
 */
export function* proveAssignment(
  assignment: Assignment,
  best: Incumbent,
  grain: number,
  ledger: Ledger<Int32Array>,
): Steps<Int32Array> {
  const { size } = assignment
  const order = byFlow(assignment)
  const location = new Int32Array(size).fill(-1)
  const levels: Level[] = [levelOf(assignment, order, 0, location, 0, Number.POSITIVE_INFINITY)].flatMap((l) => l ?? [])
  while (levels.length > 0) {
    const depth = levels.length - 1
    const level = levels[depth]
    const facility = order[depth]
    location[facility] = -1
    if (level.next === level.locations.length) {
      levels.pop()
      continue
    }
    location[facility] = level.locations[level.next++]
    const base = level.base + added(assignment, order, depth, location)
    if (depth + 1 < size) {
      const deeper = levelOf(assignment, order, depth + 1, location, base, best.cost - grain)
      if (deeper !== null) levels.push(deeper)
    } else if (base < best.cost - grain) {
      best.location = location.slice()
      best.cost = assignmentCost(assignment, location)
      ledger.found(best.location)
    }
    const left = size - depth
    if (ledger.spend(400 + 4 * left ** 3)) yield* ledger.settle()
    if (ledger.stopped) return
  }
}

/** Where the next facility may go, the most promising location first; null when nothing below the limit is left. */
function levelOf(
  assignment: Assignment,
  order: readonly number[],
  depth: number,
  location: Int32Array,
  base: number,
  limit: number,
): Level | null {
  const taken = new Set(order.slice(0, depth).map((i) => location[i]))
  const locations = order.map((_, k) => k).filter((k) => !taken.has(k))
  const rest = { facilities: order.slice(depth), locations, placed: order.slice(0, depth), location }
  const { bound, matrix } = gilmoreLawler(assignment, rest)
  if (base + bound >= limit) return null
  const rank = new Map(locations.map((k, c) => [k, matrix[c]]))
  const sorted = locations.toSorted((k, l) => (rank.get(k) as number) - (rank.get(l) as number) || k - l)
  return { locations: sorted, next: 0, base }
}

/** What the facility at this depth adds to the cost of those before it. */
function added(
  { size, flow, distance, cost }: Assignment,
  order: readonly number[],
  depth: number,
  location: Int32Array,
): number {
  const i = order[depth]
  const k = location[i]
  let total = flow[i * size + i] * distance[k * size + k] + (cost === null ? 0 : cost[i * size + k])
  for (let d = 0; d < depth; d++) {
    const j = order[d]
    const l = location[j]
    total += flow[i * size + j] * distance[k * size + l] + flow[j * size + i] * distance[l * size + k]
  }
  return total
}

function byFlow({ size, flow }: Assignment): number[] {
  const total = (i: number) => {
    let sum = 0
    for (let j = 0; j < size; j++) sum += Math.abs(flow[i * size + j]) + Math.abs(flow[j * size + i])
    return sum
  }
  const totals = Array.from({ length: size }, (_, i) => total(i))
  return totals.map((_, i) => i).toSorted((i, j) => totals[j] - totals[i] || i - j)
}
