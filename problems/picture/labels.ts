import type { Place } from './places.ts'
import { clipped, textAt, widthOf } from './text.ts'

/** A name wanted beside a place; with an empty one the place only takes its room. */
export interface Wanted {
  readonly at: Place
  readonly name: string
  /** How far the thing there reaches, in pixels. */
  readonly radius: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const size = 12
const longest = 180

/**
 * Names beside their places, each at the first of eight sides where it hides no place and no name before it and stays in
 * the frame; a name that fits nowhere is left out.
 */
export function labelsFor(wanted: readonly Wanted[], frame: { width: number; height: number }): string[] {
  const taken: Box[] = wanted.map(({ at: [x, y], radius }) => around(x, y, radius, radius))
  return wanted.flatMap(({ at, name, radius }) => {
    if (name === '') return []
    const words = clipped(name, longest, size)
    const half = widthOf(words, size) / 2
    for (const [x, y] of sidesOf(at, radius, half)) {
      const box = around(x, y, half, size / 2)
      const inside = box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height
      if (!inside || taken.some((other) => meet(box, other))) continue
      taken.push(box)
      return [textAt(x, y + 4, words, { anchor: 'middle', halo: true })]
    }
    return []
  })
}

const around = (x: number, y: number, half: number, high: number): Box => ({
  left: x - half,
  top: y - high,
  right: x + half,
  bottom: y + high,
})

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Centres of the words: above, right, left, below, then the corners. */
function sidesOf([x, y]: Place, radius: number, half: number): Place[] {
  const [wide, high] = [radius + 4 + half, radius + 3 + size / 2]
  const corner = radius * 0.7 + 2 + half
  const lift = radius * 0.7 + size / 2
  return [
    [x, y - high],
    [x + wide, y],
    [x - wide, y],
    [x, y + high],
    [x + corner, y - lift],
    [x - corner, y - lift],
    [x + corner, y + lift],
    [x - corner, y + lift],
  ]
}
