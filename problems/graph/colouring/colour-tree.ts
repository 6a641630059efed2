import { degreeOf, type Neighbours } from '../neighbours.ts'

/** A depth-first search for a colouring with fewer colours than the best known, which can rest between any two nodes. */
export interface ColourTree {
  readonly neighbours: Neighbours
  /** Columns of `seen`: one more than any colour in question. */
  readonly width: number
  readonly colour: Int32Array
  /** seen[i·width + c] is how many neighbours of i have colour c. */
  readonly seen: Int32Array
  /** How many colours a node sees. */
  readonly saturation: Int32Array
  readonly free: Int32Array
  /** The node, the colour it had last and the colours used before it, per depth. */
  readonly node: Int32Array
  readonly tried: Int32Array
  readonly used: Int32Array
  readonly root: number
  depth: number
  /** Fewer than this are wanted. */
  best: number
  found: Int32Array | null
}

/**
 * DSATUR branch and bound (Brélaz 1979; the tie rule of Sewell 1996 by degree among the uncoloured): the node that sees
 * most colours takes each colour in turn, and one new one while that is fewer than the best. The clique is coloured first.
 */
export function colourTree(neighbours: Neighbours, clique: readonly number[], best: number): ColourTree {
  const { size } = neighbours
  const tree: ColourTree = {
    neighbours,
    width: best,
    colour: new Int32Array(size).fill(-1),
    seen: new Int32Array(size * best),
    saturation: new Int32Array(size),
    free: Int32Array.from({ length: size }, (_, i) => degreeOf(neighbours, i)),
    node: new Int32Array(size + 1).fill(-1),
    tried: new Int32Array(size + 1).fill(-1),
    used: new Int32Array(size + 1),
    root: Math.min(clique.length, best - 1),
    depth: 0,
    best,
    found: null,
  }
  clique.slice(0, tree.root).forEach((i, c) => {
    give(tree, i, c)
    tree.node[c] = i
    tree.used[c] = c
  })
  tree.depth = tree.root
  tree.used[tree.root] = tree.root
  enterDepth(tree, tree.root)
  return tree
}

export const isSearched = (tree: ColourTree): boolean => tree.depth < tree.root

/** About `work` units; returns what it did. When all is searched, no colouring has fewer than `best` colours. */
export function searchColours(tree: ColourTree, work: number): number {
  let done = 0
  const { size } = tree.neighbours
  while (done < work && tree.depth >= tree.root) {
    if (tree.depth === size) {
      tree.best = tree.used[size]
      tree.found = tree.colour.slice()
      done += size
      tree.depth--
    } else done += advance(tree)
  }
  return done
}

/** The node of this depth takes its next colour, or gives up. */
function advance(tree: ColourTree): number {
  const { depth, node, tried, used, seen, width, best } = tree
  const i = node[depth]
  const from = tried[depth]
  let done = 4
  if (from >= 0) done += take(tree, i, from)
  const most = Math.min(used[depth], best - 2)
  let c = used[depth] >= best ? most + 1 : from + 1
  while (c <= most && seen[i * width + c] > 0) c++
  done += Math.max(0, c - from)
  if (c > most) {
    tree.depth--
    return done
  }
  tried[depth] = c
  done += give(tree, i, c)
  used[depth + 1] = Math.max(used[depth], c + 1)
  tree.depth++
  return done + enterDepth(tree, tree.depth)
}

/** The node that sees most colours, then of most uncoloured neighbours, then the first. */
function enterDepth(tree: ColourTree, depth: number): number {
  const { colour, saturation, free, node, tried } = tree
  if (depth === colour.length) return 0
  let pick = -1
  for (let i = 0; i < colour.length; i++) {
    if (colour[i] >= 0) continue
    if (pick < 0 || saturation[i] > saturation[pick] || (saturation[i] === saturation[pick] && free[i] > free[pick]))
      pick = i
  }
  node[depth] = pick
  tried[depth] = -1
  return colour.length
}

function give({ neighbours, width, colour, seen, saturation, free }: ColourTree, i: number, c: number): number {
  const { rowStart, column } = neighbours
  colour[i] = c
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    free[j]--
    if (seen[j * width + c]++ === 0) saturation[j]++
  }
  return 2 * (rowStart[i + 1] - rowStart[i])
}

function take({ neighbours, width, colour, seen, saturation, free }: ColourTree, i: number, c: number): number {
  const { rowStart, column } = neighbours
  colour[i] = -1
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = column[k]
    free[j]++
    if (--seen[j * width + c] === 0) saturation[j]--
  }
  return 2 * (rowStart[i + 1] - rowStart[i])
}
