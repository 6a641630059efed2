import type { Model } from '../../../src/model/index.ts'
import { areJoined, edgeCliques, type Neighbours } from '../neighbours.ts'

/** Which bit says what. */
export interface ColourLayout {
  readonly size: number
  readonly colours: number
  /** Node clique[c] has colour c. */
  readonly clique: readonly number[]
  /** bitOf[i·colours + c]; −1 where node i cannot have colour c. */
  readonly bitOf: Int32Array
  /** The bit of colour clique.length + k says that it is used. */
  readonly used: readonly number[]
}

/**
 * Minimise the clique's size and the number of further colours. A node chooses among the colours that no neighbour in
 * the clique has; colour c needs its bit, and its bit that of colour c − 1. Nothing is lost: any colouring can be renamed so.
 */
export function buildColouring(
  model: Model,
  neighbours: Neighbours,
  pallet: { readonly colours: number; readonly clique: readonly number[] },
  label: (i: number) => string,
): ColourLayout {
  const { size } = neighbours
  const { colours } = pallet
  const clique = canBeFixed(neighbours, pallet) ? pallet.clique : []
  const bitOf = new Int32Array(size * colours).fill(-1)
  for (let i = 0; i < size; i++) {
    const options = optionsOf(neighbours, clique, colours, i)
    const first = model.choice(`colour of ${label(i)}`, options.map(String))
    options.forEach((c, k) => {
      bitOf[i * colours + c] = first + k
    })
  }
  const used = Array.from({ length: colours - clique.length }, (_, k) => model.bit(`colour ${clique.length + k} used`))
  const layout = { size, colours, clique, bitOf, used }
  addConflicts(model, neighbours, layout, label)
  addUse(model, layout, label)
  return layout
}

/** Not where so few colours are left that some node would have none. */
function canBeFixed(
  neighbours: Neighbours,
  { colours, clique }: { colours: number; clique: readonly number[] },
): boolean {
  if (clique.length > colours) return false
  for (let i = 0; i < neighbours.size; i++) if (optionsOf(neighbours, clique, colours, i).length === 0) return false
  return true
}

function optionsOf(neighbours: Neighbours, clique: readonly number[], colours: number, i: number): number[] {
  const own = clique.indexOf(i)
  if (own >= 0) return [own]
  const all = Array.from({ length: colours }, (_, c) => c)
  return all.filter((c) => c >= clique.length || !areJoined(neighbours, i, clique[c]))
}

/** Of every clique of an edge partition at most one node has colour c. */
function addConflicts(model: Model, neighbours: Neighbours, layout: ColourLayout, label: (i: number) => string): void {
  const { colours, bitOf } = layout
  for (const group of edgeCliques(neighbours)) {
    const name = `apart ${group.map(label).join(' ')}`
    for (let c = 0; c < colours; c++) {
      const bits = group.map((i) => bitOf[i * colours + c]).filter((bit) => bit >= 0)
      if (bits.length > 1) model.atMostOne(`${name} in ${c}`, bits)
    }
  }
}

function addUse(
  model: Model,
  { size, colours, clique, bitOf, used }: ColourLayout,
  label: (i: number) => string,
): void {
  model.minimise(clique.length)
  used.forEach((bit, k) => {
    const c = clique.length + k
    model.minimise([1, bit])
    if (k > 0)
      model.subjectTo(
        `colour ${c} after ${c - 1}`,
        [
          [1, bit],
          [-1, used[k - 1]],
        ],
        '<=',
        0,
      )
    for (let i = 0; i < size; i++) {
      const has = bitOf[i * colours + c]
      if (has >= 0)
        model.subjectTo(
          `colour ${c} of ${label(i)}`,
          [
            [1, has],
            [-1, bit],
          ],
          '<=',
          0,
        )
    }
  })
}

/** The first of a node's bits that is on; −1 for none. */
export function readColours({ size, colours, bitOf }: ColourLayout, point: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: size }, (_, i) => {
    for (let c = 0; c < colours; c++) if (bitOf[i * colours + c] >= 0 && point[bitOf[i * colours + c]] > 0.5) return c
    return -1
  })
}

/** Null where the colouring has more colours than the model. */
export function encodeColours(layout: ColourLayout, colour: Int32Array): Float64Array | null {
  const { size, colours, clique, bitOf, used } = layout
  const renamed = new Map(clique.map((i, c) => [colour[i], c]))
  for (const c of colour) if (!renamed.has(c)) renamed.set(c, renamed.size)
  if (renamed.size > colours || renamed.has(-1)) return null
  const point = new Float64Array(bitOf.reduce((most, bit) => Math.max(most, bit), -1) + 1 + used.length)
  for (let i = 0; i < size; i++) {
    const bit = bitOf[i * colours + (renamed.get(colour[i]) as number)]
    if (bit < 0) return null
    point[bit] = 1
  }
  used.forEach((bit, k) => {
    point[bit] = clique.length + k < renamed.size ? 1 : 0
  })
  return point
}
