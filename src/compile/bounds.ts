import type { Qubo } from '../qubo/index.ts'

/**
 * Disjoint clusters of bits of which few are on: `of[i]` is bit i's cluster or −1, `most[g]` how many of cluster g may be on,
 * `others[g]` how many beside a bit of it that is on or comes on, `must[g]` is 1 when exactly `most[g]` are on.
 */
export interface Clusters {
  readonly of: Int32Array
  readonly size: Uint32Array
  readonly most: Uint32Array
  readonly others: Uint32Array
  readonly must: Uint8Array
}

export interface ClusterPart {
  readonly members: Uint32Array
  readonly most: number
  readonly others: number
  readonly must: boolean
}

/** Parts that share a bit with an earlier part are left out: fewer clusters only loosen a bound. */
export function clustersOf(size: number, parts: readonly ClusterPart[]): Clusters {
  const of = new Int32Array(size).fill(-1)
  const disjoint: ClusterPart[] = []
  for (const part of parts) {
    if (part.members.length === 0 || part.members.some((i) => of[i] >= 0)) continue
    for (const i of part.members) of[i] = disjoint.length
    disjoint.push(part)
  }
  return {
    of,
    size: Uint32Array.from(disjoint, (part) => part.members.length),
    most: Uint32Array.from(disjoint, (part) => part.most),
    others: Uint32Array.from(disjoint, (part) => part.others),
    must: Uint8Array.from(disjoint, (part) => Number(part.must)),
  }
}

/**
 * An upper bound of sign·E over all points that respect the clusters: every on bit i earns at most
 * sign·linearᵢ + ½ Σ over clusters of its best partners there, and every cluster at most its best bits.
 */
export function boundOn(qubo: Qubo, sign: 1 | -1, clusters: Clusters): number {
  const shares = partnerSums(qubo, sign, clusters, 0.5)
  const inside = Array.from(clusters.size, (): number[] => [])
  let total = sign * qubo.offset
  for (let i = 0; i < qubo.size; i++) {
    const share = sign * qubo.linear[i] + shares[i]
    if (clusters.of[i] < 0) total += Math.max(0, share)
    else inside[clusters.of[i]].push(share)
  }
  return inside.reduce((sum, list, g) => sum + bestOf(list, clusters.most[g], clusters.must[g] === 1), total)
}

/** The sum of the `most` largest; of the positive ones among them, unless all of them must count. */
function bestOf(shares: number[], most: number, must: boolean): number {
  const least = must ? Number.NEGATIVE_INFINITY : 0
  if (most === 1) return shares.reduce((best, share) => Math.max(best, share), least)
  const sorted = Float64Array.from(shares).sort()
  return sorted.subarray(Math.max(0, sorted.length - most)).reduce((sum, share) => sum + Math.max(least, share), 0)
}

/** For every bit: how much switching it on can cost at most, where bits of its own cluster are off. */
export function additionBounds(qubo: Qubo, clusters: Clusters): Float64Array {
  return partnerSums(qubo, 1, clusters, 1).map((sum, i) => qubo.linear[i] + sum)
}

/** For every bit: how much switching it off can cost at most, whatever the others are. */
export function removalBounds(qubo: Qubo): Float64Array {
  return partnerSums(qubo, -1, clustersOf(qubo.size, []), 1).map((sum, i) => Math.max(0, sum - qubo.linear[i]))
}

/** For every bit i: factor × the most that Σⱼ sign·q_ij·xⱼ can be, over the partners that may be on beside it. */
function partnerSums(qubo: Qubo, sign: 1 | -1, clusters: Clusters, factor: number): Float64Array {
  const { rowStart, column, value } = qubo
  const { of, most, others } = clusters
  const met = new Partners(clusters)
  const sums = new Float64Array(qubo.size)
  for (let i = 0; i < qubo.size; i++) {
    let sum = 0
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const g = of[column[k]]
      const q = sign * value[k]
      if (g < 0) sum += Math.max(q, 0)
      else if (g !== of[i]) met.add(g, q, most[g])
      else if (others[g] > 0) met.add(g, q, others[g])
    }
    sums[i] = factor * (sum + met.take())
  }
  return sums
}

/** What one bit's partners in every cluster are worth at most. */
class Partners {
  private readonly best: Float64Array
  private readonly second: Float64Array
  private readonly count: Uint32Array
  private readonly limit: Uint32Array
  /** All positive ones, where more than two may be on. */
  private readonly many: number[][] = []
  private touched: number[] = []
  private readonly clusters: Clusters

  constructor(clusters: Clusters) {
    this.clusters = clusters
    const { length } = clusters.size
    this.best = new Float64Array(length).fill(Number.NEGATIVE_INFINITY)
    this.second = this.best.slice()
    this.count = new Uint32Array(length)
    this.limit = new Uint32Array(length)
  }

  /** A partner in cluster g, of which at most `limit` count. */
  add(g: number, q: number, limit: number): void {
    const { best, second } = this
    if (this.count[g]++ === 0) {
      this.touched.push(g)
      this.limit[g] = limit
      if (limit > 2) this.many[g] = []
    }
    if (limit > 2 && q > 0) this.many[g].push(q)
    if (q > best[g]) {
      second[g] = best[g]
      best[g] = q
    } else if (q > second[g]) second[g] = q
  }

  /** The sum over the clusters met; forgets them. */
  take(): number {
    let sum = 0
    for (const g of this.touched) {
      sum += this.worth(g)
      this.best[g] = this.second[g] = Number.NEGATIVE_INFINITY
      this.count[g] = 0
    }
    this.touched = []
    return sum
  }

  private worth(g: number): number {
    const { best, second, limit, clusters } = this
    if (limit[g] > 2) return bestOf(this.many[g], limit[g], false)
    // A cluster that must have a bit on, with every bit a partner, cannot escape to zero.
    if (clusters.must[g] && clusters.most[g] === 1 && this.count[g] === clusters.size[g]) return best[g]
    return Math.max(0, best[g]) + (limit[g] === 2 ? Math.max(0, second[g]) : 0)
  }
}
