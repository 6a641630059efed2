import type { Model } from '../../src/model/index.ts'
import { familyScores } from './family-scores.ts'
import type { Family, NetworkData } from './network-data.ts'
import { poolFamilies } from './parent-pools.ts'
import { allFamilies, baseFamilies, type Families } from './parent-sets.ts'
import { workOfAll } from './structure-search.ts'
import { topologicalOrder } from './topological-order.ts'

/** Where the model put its variables. */
export interface Layout {
  readonly size: number
  /** The families of each variable that can be chosen; family f of v is bit first[v] + f. */
  readonly families: readonly (readonly Family[])[]
  readonly first: readonly number[]
  /** Bit pairs + 2·k says that the smaller variable of pair k comes first, the next bit that the larger one does. */
  readonly pairs: number
  /** Bit triples + k tells the two senses of rotation of triple k apart. */
  readonly triples: number
}

/** Counting all parent sets for a model may take so much work; above it, only likely ones are in the model. */
const mostModelWork = 2e7
/** Then at most so many per variable. */
const mostLikely = 12
const likely = { width: 6, depth: 3 }

export const isWhole = (data: NetworkData): boolean => workOfAll(data) <= mostModelWork

/** Why the model is only near the question; null where it is not. */
export const whyInexact = (data: NetworkData): string | null =>
  isWhole(data)
    ? null
    : `of each variable only ${mostLikely} parent sets are in the model, made from its ${likely.width} likeliest parents`

/** Parent sets are unknown before they are counted; the order of the variables is what grows. */
export function termsOf({ size, listed }: NetworkData): number {
  const sets = listed === null ? 12 * size : listed.reduce((sum, list) => sum + list.length, 0)
  return 4 * sets + 2 * size * size + (2 * size * size * size) / 3
}

/**
 * One choice of a parent set per variable, its cost linear (Cussens 2011, "Bayesian network learning with cutting planes"),
 * and an order that keeps it acyclic: for every pair a choice of who comes first, which no chosen set may contradict,
 * and for every triple i, j, k as many as one or two of "i before j", "j before k", "k before i" (Grötschel, Jünger and
 * Reinelt 1985), as an equation with one more bit. No other slack, and all conflicts are pairs of bits.
 */
export function build(model: Model, data: NetworkData): Layout {
  const families = familiesFor(data)
  const { size } = data
  const nameOf = (v: number) => data.names?.[v] ?? String(v)
  const first = families.map((list, v) => {
    const options = list.map(({ parents }) => `{${parents.map(nameOf).join(', ')}}`)
    const bit = model.choice(`parents of ${nameOf(v)}`, options)
    list.forEach(({ cost }, f) => void (cost !== 0 && model.objective.addLinear(bit + f, cost)))
    return bit
  })
  const pairs = model.size
  for (let j = 1; j < size; j++) {
    for (let i = 0; i < j; i++) model.choice(`${nameOf(i)} or ${nameOf(j)} first`, [nameOf(i), nameOf(j)])
  }
  families.forEach((list, v) => {
    for (let p = 0; p < size; p++) {
      const with_p = list.flatMap(({ parents }, f) => (parents.includes(p) ? [first[v] + f] : []))
      if (with_p.length > 0) model.atMostOne(`${nameOf(p)} before ${nameOf(v)}`, [...with_p, before(pairs, v, p)])
    }
  })
  const triples = model.bits((size * (size - 1) * (size - 2)) / 6)
  let turn = triples
  for (let k = 2; k < size; k++) {
    for (let j = 1; j < k; j++) {
      for (let i = 0; i < j; i++) {
        const columns = Uint32Array.of(before(pairs, i, j), before(pairs, j, k), before(pairs, k, i), turn++)
        const coefficients = Float64Array.of(1, 1, 1, -1)
        const name = `no cycle of ${nameOf(i)}, ${nameOf(j)}, ${nameOf(k)}`
        model.constrain({
          name,
          kind: 'linear',
          sense: '==',
          bound: 1,
          weight: Number.POSITIVE_INFINITY,
          columns,
          coefficients,
        })
      }
    }
  }
  return { size, families, first, pairs, triples }
}

/** The bit that says a comes before b. */
const before = (pairs: number, a: number, b: number): number =>
  a < b ? pairs + b * (b - 1) + 2 * a : pairs + a * (a - 1) + 2 * b + 1

function familiesFor(data: NetworkData): readonly (readonly Family[])[] {
  if (data.listed !== null) return data.listed
  const scores = familyScores(data.table as NonNullable<typeof data.table>, data.score, data.ess)
  const families = baseFamilies(data, scores)
  const progress = { level: -1, complete: false, floor: new Float64Array(data.size) }
  const whole = isWhole(data)
  const job = whole ? allFamilies(data, scores, families, progress) : poolFamilies(data, scores, families, likely)
  while (!job.next().done);
  return families.map((list) => cheapest(list, whole ? Number.POSITIVE_INFINITY : mostLikely))
}

/** The cheapest families and the first, which every network can fall back on. */
function cheapest(list: Families[number], most: number): Family[] {
  const sorted = list.slice(1).sort((a, b) => a.cost - b.cost)
  return [list[0], ...sorted.slice(0, most - 1)]
}

/**
 * The chosen parents. Where they go round in a circle, the variables are placed one by one, those that may come next
 * first, else the one that loses least by parents that are placed already, and it gets the best of those.
 */
export function decodeParents({ required }: NetworkData, layout: Layout, point: ArrayLike<number>): number[][] {
  const { size, families } = layout
  const chosen = families.map((list, v) => list[chosenAt(layout, v, point)])
  const parents = chosen.map((family) => [...family.parents])
  const placed = new Uint8Array(size)
  const fits = (list: readonly number[]) => list.every((p) => placed[p] === 1)
  for (let count = 0; count < size; count++) {
    let pick = -1
    let instead: Family | undefined
    let least = Number.POSITIVE_INFINITY
    for (let v = 0; v < size && least > 0; v++) {
      if (placed[v] === 1) continue
      if (fits(parents[v])) {
        pick = v
        instead = chosen[v]
        least = 0
      } else if (fits(required[v])) {
        const other = cheapestOf(families[v].filter((family) => fits(family.parents)))
        const loss = other === undefined ? Number.POSITIVE_INFINITY : Math.max(1e-300, other.cost - chosen[v].cost)
        if (loss < least) [pick, instead, least] = [v, other, loss]
      }
    }
    if (pick < 0 || instead === undefined) return parents
    placed[pick] = 1
    parents[pick] = [...instead.parents]
  }
  return parents
}

const cheapestOf = (list: readonly Family[]): Family | undefined =>
  list.reduce<Family | undefined>((best, family) => (best && best.cost <= family.cost ? best : family), undefined)

function chosenAt({ families, first }: Layout, v: number, point: ArrayLike<number>): number {
  for (let f = 0; f < families[v].length; f++) if (point[first[v] + f] > 0.5) return f
  return 0
}

/** Null for parents that are not in the model. */
export function encodeParents(layout: Layout, parents: readonly (readonly number[])[]): Float64Array | null {
  const { size, families, first, pairs, triples } = layout
  const point = new Float64Array(triples + (size * (size - 1) * (size - 2)) / 6)
  const order = topologicalOrder(parents)
  if (order === null) return null
  const place = new Int32Array(size)
  for (let k = 0; k < size; k++) place[order[k]] = k
  for (let v = 0; v < size; v++) {
    const f = families[v].findIndex((family) => family.parents.join() === parents[v].join())
    if (f < 0) return null
    point[first[v] + f] = 1
  }
  const isBefore = (a: number, b: number) => (place[a] < place[b] ? 1 : 0)
  for (let j = 1; j < size; j++) {
    for (let i = 0; i < j; i++) {
      point[before(pairs, i, j)] = isBefore(i, j)
      point[before(pairs, j, i)] = isBefore(j, i)
    }
  }
  let turn = triples
  for (let k = 2; k < size; k++) {
    for (let j = 1; j < k; j++) {
      for (let i = 0; i < j; i++) point[turn++] = isBefore(i, j) + isBefore(j, k) + isBefore(k, i) - 1
    }
  }
  return point
}
