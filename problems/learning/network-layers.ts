/** A drawing in rows: `nodes[k]` is a variable, or −1 where an edge only passes. */
interface Layered {
  readonly nodes: readonly number[]
  /** Places in each row, from left to right. */
  readonly layers: readonly (readonly number[])[]
  /** Each edge as the nodes it passes, from parent to child. */
  readonly links: readonly { readonly path: readonly number[]; readonly isBackward: boolean }[]
}

/** Rounds of sorting by the mean place of the neighbours, down and up. */
const sweeps = 12

/**
 * Layers of a directed graph (Sugiyama, Tagawa and Toda 1981): every variable below all its parents, as high as it can
 * be, but one without parents right above its first child; an edge that would go up, which only a cycle has, is turned; long edges get a place in every row they pass; rows
 * are sorted by barycentres.
 */
export function layersOf(parents: readonly (readonly number[])[]): Layered {
  const depth = lowered(depthsOf(parents), parents)
  const nodes = parents.map((_, v) => v)
  const layers: number[][] = Array.from({ length: 1 + depth.reduce((a, b) => Math.max(a, b), 0) }, () => [])
  parents.forEach((_, v) => void layers[depth[v]].push(v))
  const above: number[][] = nodes.map(() => [])
  const below: number[][] = nodes.map(() => [])
  const join = (upper: number, lower: number) => {
    below[upper].push(lower)
    above[lower].push(upper)
  }
  const links = parents.flatMap((list, v) =>
    list.map((p) => {
      const isBackward = depth[p] >= depth[v]
      const [high, low] = isBackward ? [v, p] : [p, v]
      const path = [high]
      for (let row = depth[high] + 1; row < depth[low]; row++) {
        const passing = nodes.push(-1) - 1
        above.push([])
        below.push([])
        layers[row].push(passing)
        join(path[path.length - 1], passing)
        path.push(passing)
      }
      if (depth[high] < depth[low]) join(path[path.length - 1], low)
      path.push(low)
      return { path: isBackward ? path.reverse() : path, isBackward }
    }),
  )
  for (let sweep = 0; sweep < sweeps; sweep++) sortRows(layers, sweep % 2 === 0 ? above : below, sweep % 2 === 0)
  return { nodes, layers, links }
}

/** The longest way down to each variable; edges back to one that is being looked at are passed over. */
function depthsOf(parents: readonly (readonly number[])[]): Int32Array {
  const depth = new Int32Array(parents.length).fill(-1)
  const isOpen = new Uint8Array(parents.length)
  const visit = (v: number): number => {
    if (depth[v] >= 0) return depth[v]
    isOpen[v] = 1
    let own = 0
    for (const p of parents[v]) if (!isOpen[p]) own = Math.max(own, 1 + visit(p))
    isOpen[v] = 0
    return (depth[v] = own)
  }
  parents.forEach((_, v) => void visit(v))
  return depth
}

function lowered(depth: Int32Array, parents: readonly (readonly number[])[]): Int32Array {
  const first = new Int32Array(parents.length).fill(parents.length)
  parents.forEach((list, v) => {
    for (const p of list) first[p] = Math.min(first[p], depth[v])
  })
  return depth.map((row, v) =>
    parents[v].length === 0 && first[v] < parents.length ? Math.max(row, first[v] - 1) : row,
  )
}

function sortRows(layers: number[][], neighbours: readonly (readonly number[])[], downwards: boolean): void {
  const place: number[] = []
  const number = (layer: readonly number[]) => layer.forEach((k, at) => void (place[k] = (at + 0.5) / layer.length))
  layers.forEach(number)
  for (const layer of downwards ? layers : layers.toReversed()) {
    const centre = (k: number) => {
      const list = neighbours[k]
      return list.length === 0 ? place[k] : list.reduce((sum, other) => sum + place[other], 0) / list.length
    }
    const wanted = new Map(layer.map((k) => [k, centre(k)]))
    layer.sort((a, b) => (wanted.get(a) as number) - (wanted.get(b) as number) || a - b)
    number(layer)
  }
}
