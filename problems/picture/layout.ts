import type { Place } from './places.ts'

/** Edges by their ends. */
export interface Links {
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

const work = 2e7
const starts = 12
/** Crossings are counted up to so many pairs of edges. */
const mostPairs = 20_000

/**
 * Places for the nodes of a sparse graph, in a square of side about 1: neighbours attract, all repel each other, and a
 * light pull keeps parts together (Fruchterman and Reingold 1991). Of a small graph the best of twelve tries, the one with
 * the fewest edges that cross each other or pass a node closely. Only exact arithmetic, so the same everywhere.
 */
export function springLayout(size: number, links: Links): Place[] {
  const isSmall = links.from.length * (links.from.length + size) <= mostPairs
  let best = settled(size, links, 0)
  let least = isSmall ? blemishes(best, links) : 0
  for (let start = 1; start < starts && least > 0; start++) {
    const places = settled(size, links, start)
    const count = blemishes(places, links)
    if (count >= least) continue
    least = count
    best = places
  }
  return best
}

function settled(size: number, links: Links, start: number): Place[] {
  const seed = 0.5 + start * 0.6180339887498949
  const x = Float64Array.from({ length: size }, (_, i) => ((i * 0.7548776662466927 + seed) % 1) - 0.5)
  const y = Float64Array.from({ length: size }, (_, i) => ((i * 0.5698402909980532 + seed * (1 + start)) % 1) - 0.5)
  const pushX = new Float64Array(size)
  const pushY = new Float64Array(size)
  const spacing = 1 / Math.sqrt(Math.max(1, size))
  const rounds = Math.max(40, Math.min(400, Math.floor(work / (size * size + links.from.length + 1))))
  for (let round = 0; round < rounds; round++) {
    repel(x, y, pushX, pushY, spacing)
    attract(links, x, y, pushX, pushY, spacing)
    move(x, y, pushX, pushY, (1 - round / rounds) * (1 - round / rounds) * 0.1 + 0.001)
  }
  return Array.from(x, (_, i): Place => [x[i], y[i]])
}

/** Every pair apart, by spacing² over the distance; what was pushed before is forgotten. */
function repel(x: Float64Array, y: Float64Array, pushX: Float64Array, pushY: Float64Array, spacing: number): void {
  pushX.fill(0)
  pushY.fill(0)
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const dx = x[i] - x[j]
      const dy = y[i] - y[j]
      const push = (spacing * spacing) / (dx * dx + dy * dy + 1e-9)
      pushX[i] += dx * push
      pushY[i] += dy * push
      pushX[j] -= dx * push
      pushY[j] -= dy * push
    }
  }
}

/** The ends of an edge together, by distance² over the spacing. */
function attract(
  { from, to }: Links,
  x: Float64Array,
  y: Float64Array,
  pushX: Float64Array,
  pushY: Float64Array,
  spacing: number,
): void {
  for (let k = 0; k < from.length; k++) {
    const i = from[k]
    const j = to[k]
    const dx = x[i] - x[j]
    const dy = y[i] - y[j]
    const pull = Math.sqrt(dx * dx + dy * dy) / spacing
    pushX[i] -= dx * pull
    pushY[i] -= dy * pull
    pushX[j] += dx * pull
    pushY[j] += dy * pull
  }
}

/** Where a node is pushed and lightly to the middle, at most so far. */
function move(x: Float64Array, y: Float64Array, pushX: Float64Array, pushY: Float64Array, farthest: number): void {
  for (let i = 0; i < x.length; i++) {
    const dx = pushX[i] - x[i] * 0.6
    const dy = pushY[i] - y[i] * 0.6
    const length = Math.sqrt(dx * dx + dy * dy) + 1e-12
    x[i] += (dx / length) * Math.min(length, farthest)
    y[i] += (dy / length) * Math.min(length, farthest)
  }
}

/** How many pairs of edges cross, and how often an edge passes a node; the latter counts threefold. */
function blemishes(places: readonly Place[], { from, to }: Links): number {
  let count = 0
  for (let k = 0; k < from.length; k++) {
    const [a, b] = [places[from[k]], places[to[k]]]
    for (let l = 0; l < k; l++) {
      const isJoined = from[l] === from[k] || from[l] === to[k] || to[l] === from[k] || to[l] === to[k]
      if (!isJoined && cross(a, b, places[from[l]], places[to[l]])) count++
    }
    places.forEach((place, i) => {
      if (i !== from[k] && i !== to[k] && passes(a, b, place)) count += 3
    })
  }
  return count
}

/** Twice the area of a triangle, positive where it turns left. */
const turn = (a: Place, b: Place, c: Place): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const cross = (a: Place, b: Place, c: Place, d: Place): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

/** Whether a place is closer to the edge than a fiftieth of the picture, between its ends. */
function passes(a: Place, b: Place, place: Place): boolean {
  const length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
  const along = (place[0] - a[0]) * (b[0] - a[0]) + (place[1] - a[1]) * (b[1] - a[1])
  return along > 0 && along < length && turn(a, b, place) ** 2 < 0.0012 * length
}
