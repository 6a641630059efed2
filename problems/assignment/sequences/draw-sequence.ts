import { along, axisAcross, axisUpwards, type Scale } from '../../picture/axis.ts'
import { elided, inner, sheet } from '../../picture/sheet.ts'
import { ink, palette, short } from '../../picture/svg.ts'
import { figure, textAt } from '../../picture/text.ts'
import { correlations, energyOf } from './autocorrelation.ts'

const most = 400
const left = 40
const code = 70
const chart = { top: 130, reach: 110 }

/**
 * The sequence as a bar code, a dark bar for +1, and below it C_k for k = 1 … N − 1: up where positive, down where negative.
 * The first 400 elements and correlations are drawn, and a note says so.
 */
export function drawSequence(signs: ArrayLike<number>): string {
  const shown = Math.min(signs.length, most)
  const sums = Array.from(correlations(signs)).slice(1, shown)
  const largest = sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 1)
  const across: Scale = { from: 0, to: shown, start: left, end: inner }
  const foot = chart.top + 2 * chart.reach
  const upwards: Scale = { from: -largest, to: largest, start: foot, end: chart.top }
  return sheet({
    title: titleOf(signs, largest),
    keys: [
      { fill: palette[6], label: '+1' },
      { fill: blank, label: '−1' },
      { fill: palette[0], label: 'positive correlation' },
      { fill: palette[1], label: 'negative correlation' },
    ],
    notes: [elided(shown, signs.length, 'elements')],
    height: foot + 40,
    content: [
      textAt(left, 8, 'sequence', { fill: ink.faint }),
      `<rect x="${left}" y="16" width="${inner - left}" height="${code}" fill="${blank}"/>`,
      ...Array.from({ length: shown }, (_, i) => i)
        .filter((i) => signs[i] > 0)
        .map((i) => bar(across, i, 16, code, palette[6])),
      ...axisUpwards(upwards, left, inner, 'correlation C_k'),
      ...axisAcross(across, foot, foot, 'shift k'),
      ...sums.map((sum, k) => peak(across, upwards, k + 1, sum)),
      `<line x1="${left}" y1="${along(upwards, 0)}" x2="${inner}" y2="${along(upwards, 0)}" stroke="${ink.faint}"/>`,
    ],
  })
}

const blank = '#e6e9ee'

function bar(across: Scale, k: number, y: number, height: number, fill: string): string {
  const wide = (across.end - across.start) / Math.max(1, across.to)
  const gap = wide > 6 ? 1 : 0
  return `<rect x="${along(across, k)}" y="${short(y)}" width="${short(wide - gap)}" height="${short(height)}" fill="${fill}"/>`
}

function peak(across: Scale, upwards: Scale, k: number, sum: number): string {
  const [zero, end] = [along(upwards, 0), along(upwards, sum)]
  return bar(across, k, Math.min(zero, end), Math.abs(end - zero), sum > 0 ? palette[0] : palette[1])
}

function titleOf(signs: ArrayLike<number>, largest: number): string {
  const energy = energyOf(signs)
  const merit = energy > 0 ? `, merit factor ${short((signs.length * signs.length) / (2 * energy))}` : ''
  return `energy ${figure(energy)}: ${signs.length} elements${merit}, largest correlation ${largest}`
}
