/**
 * Lists v₁, v₂ … as combinations of orthonormal ones: vₖ = Σ qᵢ·rᵢₖ over i ≤ k (Gram and Schmidt, twice: Giraud, Langou,
 * Rozložník and van den Eshof 2005). A list that depends on those before it brings nothing new: its q is 0 and `isNew` false.
 */
export class Orthonormal {
  readonly isNew: boolean[] = []
  private readonly basis: Float64Array[] = []
  private readonly triangle: Float64Array[] = []

  constructor(lists: readonly Float64Array[]) {
    for (const list of lists) this.append(list)
  }

  private append(list: Float64Array): void {
    const rest = list.slice()
    const shares = this.project(rest)
    const [before, after] = [norm(list), norm(rest)]
    const isNew = after > dependent * before
    this.isNew.push(isNew)
    for (let k = 0; k < rest.length; k++) rest[k] = isNew ? rest[k] / after : 0
    this.basis.push(rest)
    const column = new Float64Array(shares.length + 1)
    column.set(shares)
    column[shares.length] = after
    this.triangle.push(column)
  }

  /** Takes everything out of the list that the basis spans; how much of each. */
  project(list: Float64Array): Float64Array {
    const shares = new Float64Array(this.basis.length)
    for (let pass = 0; pass < 2; pass++)
      for (let k = 0; k < shares.length; k++) {
        const share = dot(this.basis[k], list)
        shares[k] += share
        addTo(list, -share, this.basis[k])
      }
    return shares
  }

  /** λ with Σ λₖ·vₖ = Σ sharesₖ·qₖ; 0 for lists that bring nothing new. */
  combination(shares: Float64Array): Float64Array {
    const factors = shares.slice()
    for (let k = factors.length - 1; k >= 0; k--) {
      factors[k] = this.isNew[k] ? factors[k] / this.triangle[k][k] : 0
      for (let i = 0; i < k; i++) factors[i] -= this.triangle[k][i] * factors[k]
    }
    return factors
  }

  /** Adds to the list the combination of the basis whose product with every new vₖ is targetₖ. */
  addReaching(list: Float64Array, target: readonly number[]): void {
    const shares = Float64Array.from(target)
    for (let k = 0; k < shares.length; k++) {
      for (let i = 0; i < k; i++) shares[k] -= this.triangle[k][i] * shares[i]
      shares[k] = this.isNew[k] ? shares[k] / this.triangle[k][k] : 0
      addTo(list, shares[k], this.basis[k])
    }
  }
}

/** What is left of a list that depends on others, in parts of it, is rounding. */
const dependent = 1e-10

const norm = (list: Float64Array): number => Math.sqrt(dot(list, list))

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k]
  return sum
}

function addTo(list: Float64Array, share: number, other: Float64Array): void {
  for (let k = 0; k < list.length; k++) list[k] += share * other[k]
}
