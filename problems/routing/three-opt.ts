import { enqueue, exchange, type Tour, turnStretches } from './tour.ts'

/** Gains below this are rounding. */
const least = 1e-9

/** Which of the sequential exchanges was best. */
type Move = 'none' | 'two' | 'three-turned' | 'or-turned' | 'or'

/**
 * Sequential 2- and 3-exchanges from one city, over neighbour lists with the gain criterion (Lin & Kernighan 1973;
 * move types as in Helsgaun 2000): remove {t1,t2}, add {t2,t3}, remove {t3,t4}, add {t4,t5}, remove {t5,t6}, close {t6,t1}.
 * Takes the best one found from each side of t1; returns the gain, 0 when there is none.
 */
export function improveCity(tour: Tour, t1: number): number {
  const gain = improveSide(tour, t1, 1)
  return gain > 0 ? gain : improveSide(tour, t1, -1)
}

/** `step` = 1: t2 follows t1; −1: the same on the mirrored tour. Flat and long: this is the hot loop. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a hot kernel, flat on purpose.
function improveSide(tour: Tour, t1: number, step: 1 | -1): number {
  const { size, order, place, near, width } = tour
  const { table, between } = tour.distances
  const tabled = table.length > 0
  const at = (p: number): number => order[p < 0 ? p + size : p >= size ? p - size : p]
  const t2 = at(place[t1] + step)
  const start = place[t2]
  const firstGap = tabled ? table[t1 * size + t2] : between(t1, t2)
  let best = least
  let move: Move = 'none'
  let b3 = 0
  let b4 = 0
  let b5 = 0
  let b6 = 0
  let work = 4
  for (let k = 0; k < width; k++) {
    const t3 = near[t2 * width + k]
    const g1 = firstGap - (tabled ? table[t2 * size + t3] : between(t2, t3))
    work++
    if (g1 <= least) break
    let r3 = (place[t3] - start) * step
    if (r3 < 0) r3 += size
    for (let side = r3 === 1 ? 1 : 0; side < 2; side++) {
      // side 0: t4 before t3, closing gives a tour; side 1: t4 after t3, the stretch t2 … t3 is a ring until t5 opens it.
      const t4 = at(place[t3] + (side === 0 ? -step : step))
      const g2 = g1 + (tabled ? table[t3 * size + t4] : between(t3, t4))
      work += 3
      if (side === 0) {
        const gain = g2 - (tabled ? table[t4 * size + t1] : between(t4, t1))
        if (gain > best) {
          best = gain
          move = 'two'
          b3 = t3
          b4 = t4
        }
      }
      for (let m = 0; m < width; m++) {
        const t5 = near[t4 * width + m]
        const g3 = g2 - (tabled ? table[t4 * size + t5] : between(t4, t5))
        work += 3
        if (g3 <= least) break
        if (t5 === t3 || t5 === t1) continue
        let r5 = (place[t5] - start) * step
        if (r5 < 0) r5 += size
        if (side === 0) {
          if (r5 === r3 - 2) continue
          const t6 = at(place[t5] + (r5 > r3 ? -step : step))
          const gain = g3 + (tabled ? table[t5 * size + t6] - table[t6 * size + t1] : between(t5, t6) - between(t6, t1))
          if (gain > best) {
            best = gain
            move = 'three-turned'
            b3 = t3
            b4 = t4
            b5 = t5
            b6 = t6
          }
          continue
        }
        if (r5 >= r3) continue
        for (let open = r5 === 0 ? 1 : 0; open < 2; open++) {
          const t6 = at(place[t5] + (open === 0 ? -step : step))
          const gain = g3 + (tabled ? table[t5 * size + t6] - table[t6 * size + t1] : between(t5, t6) - between(t6, t1))
          if (gain > best) {
            best = gain
            move = open === 0 ? 'or-turned' : 'or'
            b3 = t3
            b4 = t4
            b5 = t5
            b6 = t6
          }
        }
      }
    }
  }
  tour.work += work
  if (move === 'none') return 0
  apply(tour, move, t1, t2, b3, b4, b5, b6)
  return best
}

function apply(tour: Tour, move: Move, t1: number, t2: number, t3: number, t4: number, t5: number, t6: number): void {
  if (move === 'two' || move === 'three-turned') exchange(tour, t1, t2, t4, t3)
  if (move === 'three-turned') exchange(tour, t1, t4, t6, t5)
  if (move === 'or-turned') {
    exchange(tour, t1, t2, t6, t5)
    exchange(tour, t2, t5, t3, t4)
  }
  if (move === 'or') {
    exchange(tour, t1, t2, t3, t4)
    exchange(tour, t1, t3, t6, t5)
    exchange(tour, t3, t5, t2, t4)
  }
  for (const city of move === 'two' ? [t1, t2, t3, t4] : [t1, t2, t3, t4, t5, t6]) enqueue(tour, city)
}

/**
 * The one 3-exchange that keeps every direction, for one-way distances: t1 → [t2 … t5] [t6 … t3] → t4 becomes
 * t1 → [t6 … t3] [t2 … t5] → t4. `near` lists the places from which a city is reached best.
 */
export function improveCityOneWay(tour: Tour, t1: number): number {
  const { size, order, place, near, width } = tour
  const { between } = tour.distances
  const at = (p: number): number => order[p >= size ? p - size : p]
  const t2 = at(place[t1] + 1)
  const firstGap = between(t1, t2)
  let best = least
  let b3 = -1
  let b5 = -1
  for (let k = 0; k < width; k++) {
    const t3 = near[t2 * width + k]
    const g1 = firstGap - between(t3, t2)
    if (g1 <= least) break
    const r3 = (place[t3] - place[t2] + size) % size
    const t4 = at(place[t3] + 1)
    const g2 = g1 + between(t3, t4)
    tour.work += 6
    for (let m = 0; m < width; m++) {
      const t5 = near[t4 * width + m]
      const g3 = g2 - between(t5, t4)
      tour.work += 4
      if (g3 <= least) break
      const r5 = (place[t5] - place[t2] + size) % size
      if (r5 >= r3) continue
      const t6 = at(place[t5] + 1)
      const gain = g3 + between(t5, t6) - between(t1, t6)
      if (gain > best) {
        best = gain
        b3 = t3
        b5 = t5
      }
    }
  }
  if (b3 < 0) return 0
  const touched = [t1, t2, b3, at(place[b3] + 1), b5, at(place[b5] + 1)]
  swapRings(tour, place[t2], ((place[b5] - place[t2] + size) % size) + 1, (place[b3] - place[b5] + size) % size)
  for (const city of touched) enqueue(tour, city)
  return best
}

/** Swapping two neighbouring stretches of a ring is swapping any two of the three: take the cheapest pair. */
function swapRings(tour: Tour, from: number, first: number, second: number): void {
  const { size } = tour
  const rest = size - first - second
  if (rest >= first && rest >= second) turnStretches(tour, from, [first, second])
  else if (first >= second) turnStretches(tour, (from + first) % size, [second, rest])
  else turnStretches(tour, (from + first + second) % size, [rest, first])
}
