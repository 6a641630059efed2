import type { Qubo } from '../qubo/index.ts'

/**
 * Disjoint clusters of bits of which few are on: `of[i]` is bit i's cluster or −1, `most[g]` how many of cluster g may be on,
 * `must[g]` is 1 when exactly one is (so that "none" need not be considered).
 */
export interface Clusters {
  readonly of: Int32Array
  readonly size: Uint32Array
  readonly most: Uint8Array
  readonly must: Uint8Array
}

export interface ClusterPart {
  readonly members: Uint32Array
  readonly most: 1 | 2
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
    most: Uint8Array.from(disjoint, (part) => part.most),
    must: Uint8Array.from(disjoint, (part) => Number(part.must)),
  }
}

/**
 * An upper bound of sign·E over all points that respect the clusters (`most` = 1): every on bit i earns at most
 * sign·linearᵢ + ½ Σ over other clusters of their best partner, and every cluster at most its best bit.
 */
export function boundOn(qubo: Qubo, sign: 1 | -1, clusters: Clusters): number {
  const shares = partnerSums(qubo, sign, clusters, 0.5)
  const best = new Float64Array(clusters.size.length)
  best.forEach((_, g) => {
    best[g] = clusters.must[g] ? Number.NEGATIVE_INFINITY : 0
  })
  let total = sign * qubo.offset
  for (let i = 0; i < qubo.size; i++) {
    const g = clusters.of[i]
    const share = sign * qubo.linear[i] + shares[i]
    if (g < 0) total += Math.max(0, share)
    else if (share > best[g]) best[g] = share
  }
  return best.reduce((sum, b) => sum + b, total)
}

/** For every bit: how much switching it on can cost at most, where bits of its own cluster are off. */
export function additionBounds(qubo: Qubo, clusters: Clusters): Float64Array {
  return partnerSums(qubo, 1, clusters, 1).map((sum, i) => qubo.linear[i] + sum)
}

/** For every bit: how much switching it off can cost at most, whatever the others are. */
export function removalBounds(qubo: Qubo): Float64Array {
  return partnerSums(qubo, -1, clustersOf(qubo.size, []), 1).map((sum, i) => Math.max(0, sum - qubo.linear[i]))
}

/** For every bit i: factor × the most that Σⱼ sign·q_ij·xⱼ can be, over partners outside i's own cluster. */
function partnerSums(qubo: Qubo, sign: 1 | -1, clusters: Clusters, factor: number): Float64Array {
  const { rowStart, column, value } = qubo
  const { of, size, most, must } = clusters
  const best = new Float64Array(size.length).fill(Number.NEGATIVE_INFINITY)
  const second = new Float64Array(size.length).fill(Number.NEGATIVE_INFINITY)
  const met = new Uint32Array(size.length)
  const touched: number[] = []
  const sums = new Float64Array(qubo.size)
  for (let i = 0; i < qubo.size; i++) {
    let sum = 0
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const g = of[column[k]]
      const q = sign * value[k]
      if (g < 0) sum += Math.max(q, 0)
      else if (g !== of[i]) {
        if (met[g]++ === 0) touched.push(g)
        if (q > best[g]) {
          second[g] = best[g]
          best[g] = q
        } else if (q > second[g]) second[g] = q
      }
    }
    for (const g of touched) {
      // A cluster that must have a bit on, with every bit a partner, cannot escape to zero.
      sum += must[g] && most[g] === 1 && met[g] === size[g] ? best[g] : Math.max(0, best[g])
      if (most[g] === 2) sum += Math.max(0, second[g])
      best[g] = second[g] = Number.NEGATIVE_INFINITY
      met[g] = 0
    }
    touched.length = 0
    sums[i] = factor * sum
  }
  return sums
}
