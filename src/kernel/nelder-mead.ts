/** A point of the simplex and its value. */
interface Vertex {
  readonly point: Float64Array
  readonly value: number
}

/**
 * Minimises a function that the caller evaluates: yields points, receives values. Ends when all vertices are within
 * `tolerance` (relative) of the best value.
 *
 * Nelder and Mead (1965) with the dimension-dependent coefficients of Gao and Han, "Implementing the Nelder–Mead simplex
 * algorithm with adaptive parameters" (2012). `step[k]` is the first simplex's edge along coordinate k.
 */
export function* nelderMead(
  start: Float64Array,
  step: Float64Array,
  tolerance = 1e-9,
): Generator<Float64Array, void, number> {
  const dimension = start.length
  const expansion = 1 + 2 / dimension
  const contraction = 0.75 - 1 / (2 * dimension)
  const shrinkage = 1 - 1 / dimension
  const simplex: Vertex[] = [{ point: start, value: yield start }]
  for (let k = 0; k < dimension; k++) {
    const point = start.slice()
    point[k] += step[k]
    simplex.push({ point, value: yield point })
  }
  while (dimension > 0) {
    simplex.sort((a, b) => a.value - b.value)
    const best = simplex[0]
    const worst = simplex[dimension]
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) return
    const centre = centreOf(simplex, dimension)
    const reflected = yield* tried(along(centre, worst.point, -1))
    if (reflected.value < best.value) {
      const expanded = yield* tried(along(centre, worst.point, -expansion))
      simplex[dimension] = expanded.value < reflected.value ? expanded : reflected
    } else if (reflected.value < simplex[dimension - 1].value) {
      simplex[dimension] = reflected
    } else {
      const outside = reflected.value < worst.value
      const contracted = yield* tried(along(centre, worst.point, outside ? -contraction : contraction))
      if (contracted.value < Math.min(reflected.value, worst.value)) simplex[dimension] = contracted
      else yield* shrink(simplex, dimension === 1 ? 0.5 : shrinkage)
    }
  }
}

function* tried(point: Float64Array): Generator<Float64Array, Vertex, number> {
  return { point, value: yield point }
}

function* shrink(simplex: Vertex[], factor: number): Generator<Float64Array, void, number> {
  for (let k = 1; k < simplex.length; k++) simplex[k] = yield* tried(along(simplex[0].point, simplex[k].point, factor))
}

/** The mean of the first `count` vertices. */
const centreOf = (simplex: readonly Vertex[], count: number): Float64Array =>
  simplex[0].point.map((_, c) => {
    let sum = 0
    for (let k = 0; k < count; k++) sum += simplex[k].point[c]
    return sum / count
  })

/** from + factor · (to − from). */
const along = (from: Float64Array, to: Float64Array, factor: number): Float64Array =>
  from.map((v, c) => v + factor * (to[c] - v))
