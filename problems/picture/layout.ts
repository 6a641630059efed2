import type { Place } from './places.ts'

/** Edges by their ends. */
export interface Links {
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

const work = 2e7

/**
 * Places for the nodes of a sparse graph, in a square of side 1 about 0: neighbours attract, all repel each other, and a
 * light pull keeps parts together (Fruchterman and Reingold 1991). Only exact arithmetic, so the same everywhere.
 */
export function springLayout(size: number, { from, to }: Links): Place[] {
  const x = Float64Array.from({ length: size }, (_, i) => ((i * 0.7548776662466927 + 0.5) % 1) - 0.5)
  const y = Float64Array.from({ length: size }, (_, i) => ((i * 0.5698402909980532 + 0.5) % 1) - 0.5)
  const pushX = new Float64Array(size)
  const pushY = new Float64Array(size)
  const spacing = 1 / Math.sqrt(Math.max(1, size))
  const rounds = Math.max(40, Math.min(400, Math.floor(work / (size * size + from.length + 1))))
  for (let round = 0; round < rounds; round++) {
    pushX.fill(0)
    pushY.fill(0)
    for (let i = 0; i < size; i++) {
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
    for (let k = 0; k < from.length; k++) {
      const [i, j] = [from[k], to[k]]
      const dx = x[i] - x[j]
      const dy = y[i] - y[j]
      const pull = Math.sqrt(dx * dx + dy * dy) / spacing
      pushX[i] -= dx * pull
      pushY[i] -= dy * pull
      pushX[j] += dx * pull
      pushY[j] += dy * pull
    }
    const cool = (1 - round / rounds) * (1 - round / rounds) * 0.1 + 0.001
    for (let i = 0; i < size; i++) {
      const dx = pushX[i] - x[i] * 0.6
      const dy = pushY[i] - y[i] * 0.6
      const length = Math.sqrt(dx * dx + dy * dy) + 1e-12
      x[i] += (dx / length) * Math.min(length, cool)
      y[i] += (dy / length) * Math.min(length, cool)
    }
  }
  return Array.from(x, (_, i): Place => [x[i], y[i]])
}
