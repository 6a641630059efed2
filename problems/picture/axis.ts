import { ink, short } from './svg.ts'
import { figure, textAt } from './text.ts'

/** Values from … to over pixels start … end, on either axis. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** Where a value stands; all in the middle where there is no extent. */
export function along({ from, to, start, end }: Scale, value: number): number {
  if (!(to > from)) return short((start + end) / 2)
  return short(start + ((value - from) / (to - from)) * (end - start))
}

/** The smallest of 1, 2, 5 times a power of ten that is not below. */
export function roundStep(least: number): number {
  if (!(least > 0 && Number.isFinite(least))) return 1
  let power = 1
  while (power > least) power /= 10
  while (power * 10 <= least) power *= 10
  const factor = [1, 2, 5, 10].find((f) => f * power >= least) ?? 10
  return factor * power
}

/** Round values from … to, about so many. */
export function ticks(from: number, to: number, count = 10): number[] {
  const step = roundStep((to - from) / count)
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: Math.max(0, Math.min(100, last - first + 1)) }, (_, k) => exact((first + k) * step))
}

const exact = (value: number): number => Number(value.toPrecision(12))

/** Grey lines at round values from top to foot, the values below and what they are. */
export function axisAcross(scale: Scale, top: number, foot: number, name: string): string[] {
  const lines = ticks(scale.from, scale.to).flatMap((value) => {
    const x = along(scale, value)
    return [
      `<line x1="${x}" y1="${short(top)}" x2="${x}" y2="${short(foot + 4)}" stroke="${ink.rule}"/>`,
      textAt(x, foot + 18, figure(value), { anchor: 'middle', fill: ink.faint }),
    ]
  })
  return [...lines, textAt(scale.end, foot + 36, name, { anchor: 'end', fill: ink.faint })]
}

/** The same upwards: lines from left to right, the values at the left and what they are above. */
export function axisUpwards(scale: Scale, left: number, right: number, name: string): string[] {
  const lines = ticks(scale.from, scale.to).flatMap((value) => {
    const y = along(scale, value)
    return [
      `<line x1="${short(left - 4)}" y1="${y}" x2="${short(right)}" y2="${y}" stroke="${ink.rule}"/>`,
      textAt(left - 8, y + 4, figure(value), { anchor: 'end', fill: ink.faint }),
    ]
  })
  return [...lines, textAt(left, Math.min(scale.start, scale.end) - 10, name, { fill: ink.faint })]
}
