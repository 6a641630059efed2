/** How two points of the plane (or, for `geo`, of the globe) are apart. TSPLIB's names in lower case without underscore. */
export const metricNames = ['euclidean', 'rounded', 'euc2d', 'ceil2d', 'man2d', 'max2d', 'geo', 'att'] as const

/**
 * - `euclidean`: the straight line, not rounded;
 * - `rounded`, `euc2d`: the straight line to the nearest whole number (halves up);
 * - `ceil2d`: the straight line rounded up;
 * - `man2d`, `max2d`: |Δx| + |Δy| and max(|Δx|, |Δy|), to the nearest whole number;
 * - `geo`: kilometres on TSPLIB's globe; points are [latitude, longitude] as degrees.minutes;
 * - `att`: TSPLIB's pseudo-Euclidean distance.
 */
export type Metric = (typeof metricNames)[number]

export type Point2 = readonly [number, number]

/** Distance from point a to point b of the lists x and y. */
export type Between = (a: number, b: number) => number

/** The distance function over a list of points; formulas: Reinelt, TSPLIB 95, section 2. */
export function distancesBy(metric: Metric, points: readonly Point2[]): Between {
  const inRadians = metric === 'geo'
  const x = Float64Array.from(points, (p) => (inRadians ? radians(p[0]) : p[0]))
  const y = Float64Array.from(points, (p) => (inRadians ? radians(p[1]) : p[1]))
  return overCoordinates[metric](x, y)
}

const nearestWhole = (value: number): number => Math.floor(value + 0.5)

const straight =
  (x: Float64Array, y: Float64Array) =>
  (a: number, b: number): number => {
    const dx = x[a] - x[b]
    const dy = y[a] - y[b]
    return Math.sqrt(dx * dx + dy * dy)
  }

const roundedStraight =
  (x: Float64Array, y: Float64Array) =>
  (a: number, b: number): number => {
    const dx = x[a] - x[b]
    const dy = y[a] - y[b]
    return Math.floor(Math.sqrt(dx * dx + dy * dy) + 0.5)
  }

const overCoordinates: Record<Metric, (x: Float64Array, y: Float64Array) => Between> = {
  euclidean: straight,
  rounded: roundedStraight,
  euc2d: roundedStraight,
  ceil2d: (x, y) => {
    const between = straight(x, y)
    return (a, b) => Math.ceil(between(a, b))
  },
  man2d: (x, y) => (a, b) => nearestWhole(Math.abs(x[a] - x[b]) + Math.abs(y[a] - y[b])),
  max2d: (x, y) => (a, b) => Math.max(nearestWhole(Math.abs(x[a] - x[b])), nearestWhole(Math.abs(y[a] - y[b]))),
  geo: onGlobe,
  att: (x, y) => (a, b) => {
    const dx = x[a] - x[b]
    const dy = y[a] - y[b]
    const exact = Math.sqrt((dx * dx + dy * dy) / 10)
    const whole = nearestWhole(exact)
    return whole < exact ? whole + 1 : whole
  },
}

/** TSPLIB's π: published optima depend on it. */
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the format says so.
const pi = 3.141592
const globeRadiusKm = 6378.388

/** A coordinate written degrees.minutes: 16.47 is 16° 47′. */
function radians(coordinate: number): number {
  const degrees = Math.trunc(coordinate)
  return (pi * (degrees + (5 * (coordinate - degrees)) / 3)) / 180
}

function onGlobe(latitude: Float64Array, longitude: Float64Array): Between {
  return (a, b) => {
    if (a === b) return 0
    const east = Math.cos(longitude[a] - longitude[b])
    const apart = Math.cos(latitude[a] - latitude[b])
    const mirrored = Math.cos(latitude[a] + latitude[b])
    return Math.trunc(globeRadiusKm * Math.acos(0.5 * ((1 + east) * apart - (1 - east) * mirrored)) + 1)
  }
}
