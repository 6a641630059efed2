export type Place = readonly [number, number]

/** So many places on a circle in a square, clockwise from the top. */
export function circle(count: number, side: number, margin: number): Place[] {
  const radius = side / 2 - margin
  return Array.from({ length: count }, (_, k): Place => {
    const angle = (2 * Math.PI * k) / count - Math.PI / 2
    return [side / 2 + radius * Math.cos(angle), side / 2 + radius * Math.sin(angle)]
  })
}

/** Places scaled into a square with a margin, their aspect kept, north up, from the left and the top. */
export function fitted(at: readonly Place[], side: number, margin: number): Place[] {
  const [left, right] = rangeOf(at.map(([x]) => x))
  const [low, high] = rangeOf(at.map(([, y]) => y))
  const scale = (side - 2 * margin) / Math.max(right - left, high - low, Number.MIN_VALUE)
  const place = (offset: number) => (Number.isFinite(scale) ? offset * scale : 0)
  return at.map(([x, y]): Place => [margin + place(x - left), margin + place(high - y)])
}

function rangeOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}
