import { escaped, ink, short } from './svg.ts'

export interface Lettering {
  /** Pixels, 12 without. */
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly fill?: string
  readonly bold?: boolean
  /** White around the letters, so that they read on lines. */
  readonly halo?: boolean
}

/** About as wide as common sans-serif fonts set it, rather too wide; letters of Asian scripts are square. */
export function widthOf(words: string, size = 12): number {
  let ems = 0
  for (const letter of words)
    ems += letter > '\u2e80' ? 1 : /[mwMW@%—]/.test(letter) ? 0.92 : narrow.test(letter) ? 0.36 : 0.62
  return ems * size
}

const narrow = /[ijlftrI.,:;'|()[\] !-]/

/** Words that fit, an ellipsis for what is left out of them; a third of what stays is the end, where names often differ. */
export function clipped(words: string, pixels: number, size = 12): string {
  if (widthOf(words, size) <= pixels) return words
  const letters = [...words]
  const front = fitting(letters, ((pixels - size) * 2) / 3, size)
  const back = fitting(letters.slice(front.length).reverse(), pixels - size - widthOf(front.join(''), size), size)
  return `${front.join('').trimEnd()}…${back.reverse().join('').trimStart()}`
}

function fitting(letters: readonly string[], pixels: number, size: number): string[] {
  let [count, width] = [0, 0]
  while (count < letters.length && (width += widthOf(letters[count], size)) <= pixels) count++
  return letters.slice(0, count)
}

const around = ' stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'

/** Words on a baseline. */
export function textAt(x: number, y: number, words: string | number, lettering: Lettering = {}): string {
  const { size = 12, anchor = 'start', fill = ink.words, bold = false, halo = false } = lettering
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  const style = `${size === 12 ? '' : ` font-size="${size}"`}${bold ? ' font-weight="600"' : ''}${halo ? around : ''}`
  return `<text x="${short(x)}" y="${short(y)}"${place}${style} fill="${fill}">${escaped(String(words))}</text>`
}

/** Words in lines no wider than so many pixels; a word that is wider has a line of its own, clipped. */
export function lined(words: string, pixels: number, size = 12): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, size) > pixels) {
      lines.push(clipped(line, pixels, size))
      line = word
    } else line = longer
  }
  return [...lines, clipped(line, pixels, size)]
}

/** A number in words: at most six digits that count, thousands apart. */
export function figure(value: number): string {
  const whole = Math.abs(value) >= 1e6 || Number.isInteger(value)
  const rounded = whole ? Math.round(value) : Number(value.toPrecision(6))
  if (!Number.isFinite(rounded) || Math.abs(rounded) >= 1e15) return String(value)
  const [front, back] = String(rounded).split('.')
  const apart = Math.abs(rounded) >= 1e4 ? front.replace(/\B(?=(\d{3})+$)/g, ',') : front
  return (back === undefined ? apart : `${apart}.${back}`).replace('-', '−')
}
