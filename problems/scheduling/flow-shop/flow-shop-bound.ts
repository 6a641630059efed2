import type { FlowShopData } from './flow-shop-input.ts'

/**
 * No order ends before this, seen from one machine: its whole work, after the shortest head that leads to it and before
 * the shortest tail behind it, of two different jobs where there are two (Taillard 1993).
 */
export function oneMachineBound(data: FlowShopData, machine: number): number {
  const { jobs, machines, durations } = data
  let work = 0
  const heads = new Float64Array(jobs)
  const tails = new Float64Array(jobs)
  for (let j = 0; j < jobs; j++) {
    work += durations[j * machines + machine]
    heads[j] = sum(data, j, 0, machine)
    tails[j] = sum(data, j, machine + 1, machines)
  }
  return work + leastOfTwo(heads, tails)
}

/** The least heads[j] + tails[k] with j ≠ k. */
function leastOfTwo(heads: Float64Array, tails: Float64Array): number {
  const [j, otherJ] = twoLeast(heads)
  const [k, otherK] = twoLeast(tails)
  if (j !== k || heads.length === 1) return heads[j] + tails[k]
  return Math.min(heads[otherJ] + tails[k], heads[j] + tails[otherK])
}

function twoLeast(values: Float64Array): [number, number] {
  let least = 0
  let second = -1
  for (let j = 1; j < values.length; j++) {
    if (values[j] < values[least]) [least, second] = [j, least]
    else if (second < 0 || values[j] < values[second]) second = j
  }
  return [least, second]
}

const sum = ({ machines, durations }: FlowShopData, job: number, from: number, to: number): number => {
  let total = 0
  for (let i = from; i < to; i++) total += durations[job * machines + i]
  return total
}

/**
 * No order ends before `bound`, seen from two machines with time lags between them for what lies between: the best order for
 * those two, by Johnson's rule (Johnson 1954; Mitten 1959; as a bound Lageweg, Lenstra and Rinnooy Kan 1978), between the
 * shortest head and the shortest tail. With two machines in all the order is optimal and the bound its makespan.
 */
export function twoMachineBound(data: FlowShopData, first: number, second: number): { bound: number; order: number[] } {
  const { jobs, machines, durations } = data
  const ahead = new Float64Array(jobs)
  const behind = new Float64Array(jobs)
  let head = Number.POSITIVE_INFINITY
  let tail = Number.POSITIVE_INFINITY
  for (let j = 0; j < jobs; j++) {
    const lag = sum(data, j, first + 1, second)
    ahead[j] = durations[j * machines + first] + lag
    behind[j] = durations[j * machines + second] + lag
    head = Math.min(head, sum(data, j, 0, first))
    tail = Math.min(tail, sum(data, j, second + 1, machines))
  }
  const order = johnson(ahead, behind)
  let free = 0
  let end = 0
  for (const job of order) {
    const own = durations[job * machines + second]
    free += durations[job * machines + first]
    end = Math.max(end, free + behind[job] - own) + own
  }
  return { bound: head + end + tail, order }
}

/** Jobs that are shorter ahead come first, shortest first; the others follow, those longest behind first. */
function johnson(ahead: Float64Array, behind: Float64Array): number[] {
  const all = [...ahead.keys()]
  const early = all.filter((j) => ahead[j] <= behind[j]).sort((a, b) => ahead[a] - ahead[b])
  const late = all.filter((j) => ahead[j] > behind[j]).sort((a, b) => behind[b] - behind[a])
  return [...early, ...late]
}
