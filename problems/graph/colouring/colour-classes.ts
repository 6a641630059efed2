import type { Random } from '../../../src/run/index.ts'
import type { Neighbours } from '../neighbours.ts'
import { coloursIn, saturated } from './saturation.ts'

/** Numbers the colours by their first node, without gaps. */
export function inOrder(colour: ArrayLike<number>): Int32Array {
  const rank = new Int32Array(coloursIn(colour) + 1).fill(-1)
  const out = new Int32Array(colour.length)
  let used = 0
  for (let i = 0; i < colour.length; i++) {
    const at = colour[i] + 1
    if (rank[at] < 0) rank[at] = used++
    out[i] = rank[at]
  }
  return out
}

/** The nodes of each colour, in rising order. */
export function classesOf(colour: Int32Array): number[][] {
  const classes: number[][] = Array.from({ length: coloursIn(colour) }, () => [])
  for (let i = 0; i < colour.length; i++) if (colour[i] >= 0) classes[colour[i]].push(i)
  return classes
}

const rounds = 12

/**
 * A proper colouring near this one: nodes in conflict lose their colour, the most entangled first, and get one as DSATUR
 * would; then the classes are coloured anew, class by class (iterated greedy, Culberson 1992), which never takes more.
 * A proper colouring stays as it is.
 */
export function mended(neighbours: Neighbours, colour: Int32Array): Int32Array {
  const left = colour.slice()
  if (!strip(neighbours, left)) return left
  let best = saturated(neighbours, left)
  for (let round = 0; round < rounds; round++) {
    const classes = classesOf(inOrder(best))
    if (round % 2 === 0) classes.reverse()
    else classes.sort((a, b) => b.length - a.length)
    best = greedily(neighbours, classes.flat())
  }
  return best
}

/** Takes the colours of nodes in conflict away until there are none; true when there were. */
function strip({ size, rowStart, column }: Neighbours, colour: Int32Array): boolean {
  const conflicts = new Uint32Array(size)
  let worst = 0
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++)
      if (colour[i] >= 0 && colour[column[k]] === colour[i]) conflicts[i]++
    worst = Math.max(worst, conflicts[i])
  }
  const wasBroken = worst > 0 || colour.some((c) => c < 0)
  for (; worst > 0; worst--) {
    for (let i = 0; i < size; i++) {
      if (conflicts[i] < worst) continue
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (colour[column[k]] === colour[i]) conflicts[column[k]]--
      conflicts[i] = 0
      colour[i] = -1
    }
  }
  return wasBroken
}

/** In this order, each node takes the first colour that none of its neighbours has. */
export function greedily({ size, rowStart, column }: Neighbours, order: readonly number[]): Int32Array {
  const colour = new Int32Array(size).fill(-1)
  const stamp = new Int32Array(size + 1).fill(-1)
  for (const i of order) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (colour[column[k]] >= 0) stamp[colour[column[k]]] = i
    let c = 0
    while (stamp[c] === i) c++
    colour[i] = c
  }
  return colour
}

/** One colour fewer: the nodes of the smallest class go where they conflict least. */
export function withoutClass(neighbours: Neighbours, colour: Int32Array): Int32Array {
  const { rowStart, column } = neighbours
  const classes = classesOf(colour)
  const gone = classes.reduce((least, nodes, c) => (nodes.length < classes[least].length ? c : least), 0)
  const fewer = colour.map((c) => (c === gone ? -1 : c > gone ? c - 1 : c))
  for (const i of classes[gone]) {
    const seen = new Int32Array(classes.length - 1)
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) if (fewer[column[k]] >= 0) seen[fewer[column[k]]]++
    fewer[i] = seen.indexOf(seen.reduce((a, b) => Math.min(a, b)))
  }
  return fewer
}

/** GPX (Galinier and Hao 1999): the largest classes of either parent in turns; who is left over gets any colour. */
export function crossed(mother: Int32Array, father: Int32Array, colours: number, random: Random): Int32Array {
  const child = new Int32Array(mother.length).fill(-1)
  const parents = [mother, father].map((parent) => ({ parent, sizes: sizesOf(parent, colours) }))
  for (let c = 0; c < colours; c++) {
    const { parent, sizes } = parents[c % 2]
    const largest = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b)))
    for (let i = 0; i < child.length; i++) {
      if (child[i] >= 0 || parent[i] !== largest) continue
      child[i] = c
      for (const p of parents) p.sizes[p.parent[i]]--
    }
  }
  return child.map((c) => (c < 0 ? random.below(colours) : c))
}

function sizesOf(colour: Int32Array, colours: number): Int32Array {
  const sizes = new Int32Array(colours)
  for (const c of colour) sizes[c]++
  return sizes
}
