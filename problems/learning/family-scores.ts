import { ln } from '../logarithm.ts'
import { type DiscreteTable, refined } from './count-table.ts'
import { type RisingLogarithm, riseAt, risingLogarithm } from './log-gamma.ts'

export type ScoreName = 'bic' | 'bdeu'

/**
 * Both scores come from one number per set T of variables, a sum over the cells of its contingency table:
 *
 *     BIC   F(T) = Σ n ln n                     BDeu   F(T) = Σ ln Γ(n + α) − ln Γ(α),  α = ess / cells of T
 *
 * The cost of v with parents S (its negated log score) is F(S) − F(S ∪ v), for BIC plus ½ ln N · (arity − 1) · cells of S.
 * What is counted for a list of variables is kept label by label, so lists that begin alike are cheap one after another.
 */
export interface FamilyScores {
  readonly table: DiscreteTable
  readonly score: ScoreName
  /** ½ ln N for BIC, 0 for BDeu: what one free parameter costs. */
  readonly perParameter: number
  /** Units of work done so far; whoever does the work tells it. */
  work: number
  /** F of the first `length` variables of a list, any order. */
  measure(list: ArrayLike<number>, length: number): number
  /** How many cells of the table measured last hold a row. */
  readonly occupied: () => number
}

interface Labels {
  readonly label: Int32Array
  readonly labels: number
}

/** How many labels there may be before they are made dense again. */
const mostLabels = (rows: number): number => Math.max(256, 4 * rows)

export function familyScores(table: DiscreteTable, score: ScoreName, ess: number): FamilyScores {
  const { arities, codes, weight, total } = table
  const rows = weight.length
  const most = mostLabels(rows)
  const counts = new Int32Array(most)
  const stack: Labels[] = [{ label: new Int32Array(rows), labels: 1 }]
  const stacked: number[] = []
  const buffers: Int32Array[] = []
  const sumOf = score === 'bic' ? entropySums(total) : gammaSums(ess)
  let occupied = 0

  /** Labels of the first `length` variables; what was the same last time is kept. */
  const labelled = (list: ArrayLike<number>, length: number): Labels => {
    let depth = 0
    while (depth < length && depth < stacked.length && stacked[depth] === list[depth]) depth++
    stacked.length = depth
    for (; depth < length; depth++) {
      stack[depth + 1] = extended(table, stack[depth], list[depth], (buffers[depth] ??= new Int32Array(rows)))
      stacked.push(list[depth])
      scores.work += 4 + (rows >> 2)
    }
    return stack[length]
  }

  const count = ({ label, labels }: Labels, column: Int32Array, arity: number): number => {
    counts.fill(0, 0, labels * arity)
    for (let r = 0; r < rows; r++) counts[label[r] * arity + column[r]] += weight[r]
    return labels * arity
  }

  const measure = (list: ArrayLike<number>, length: number): number => {
    let product = 1
    for (let k = 0; k < length; k++) product *= arities[list[k]]
    let cells = 0
    if (length === 0) {
      counts[0] = total
      cells = 1
    } else {
      const v = list[length - 1]
      const from = labelled(list, length - 1)
      if (from.labels * arities[v] <= most) cells = count(from, codes[v], arities[v])
      else cells = count(refined(from.label, from.labels, codes[v], arities[v]), new Int32Array(rows), 1)
    }
    scores.work += 4 + (rows >> 2) + (cells >> 1)
    const sum = sumOf(counts, cells, product)
    occupied = sum.occupied
    return sum.value
  }

  const perParameter = score === 'bic' ? ln(total) / 2 : 0
  const scores: FamilyScores = { table, score, perParameter, work: 0, measure, occupied: () => occupied }
  return scores
}

/** The labels with one more variable told apart, in a buffer of its own or, when they get too many, made dense. */
function extended({ arities, codes }: DiscreteTable, from: Labels, v: number, label: Int32Array): Labels {
  const { label: before, labels } = from
  const column = codes[v]
  const arity = arities[v]
  if (labels * arity > mostLabels(label.length)) return refined(before, labels, column, arity)
  for (let r = 0; r < label.length; r++) label[r] = before[r] * arity + column[r]
  return { label, labels: labels * arity }
}

type Sums = (counts: Int32Array, cells: number, product: number) => { value: number; occupied: number }

/** Σ n ln n, its terms looked up. */
function entropySums(total: number): Sums {
  const known = new Float64Array(total + 1)
  return (counts, cells) => {
    let value = 0
    let occupied = 0
    for (let c = 0; c < cells; c++) {
      const n = counts[c]
      if (n === 0) continue
      occupied++
      if (n > 1 && known[n] === 0) known[n] = n * ln(n)
      value += known[n]
    }
    return { value, occupied }
  }
}

/** Σ ln Γ(n + α) − ln Γ(α): one table per number of cells, since α depends on nothing else. */
function gammaSums(ess: number): Sums {
  const known = new Map<number, RisingLogarithm>()
  return (counts, cells, product) => {
    let rise = known.get(product)
    if (rise === undefined) known.set(product, (rise = risingLogarithm(Math.max(1e-290, ess / product))))
    const { head } = rise
    let value = 0
    let occupied = 0
    for (let c = 0; c < cells; c++) {
      const n = counts[c]
      if (n === 0) continue
      occupied++
      value += n < head.length ? head[n] : riseAt(rise, n)
    }
    return { value, occupied }
  }
}

/** The cost of a variable with these parents, counted afresh. */
export function familyCost(scores: FamilyScores, v: number, parents: readonly number[]): number {
  const without = scores.measure(parents, parents.length)
  const joint = scores.measure([...parents, v], parents.length + 1)
  return without - joint + penalty(scores, v, parents)
}

/** What the free parameters of a family cost: ½ ln N · (arity − 1) · configurations of the parents; 0 for BDeu. */
export function penalty(
  { perParameter, table: { arities } }: FamilyScores,
  v: number,
  parents: ArrayLike<number>,
): number {
  let free = arities[v] - 1
  for (let k = 0; k < parents.length; k++) free *= arities[parents[k]]
  return perParameter * free
}
