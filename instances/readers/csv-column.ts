import { clip, parseNumber } from '../../src/qubo/formats/index.ts'
import { failInTable } from './csv-table.ts'

/** A column of words turned into numbers. */
export interface Column {
  readonly values: number[]
  readonly kind: 'numbers' | 'categories'
  readonly missing: number
}

export type IsMissing = (word: string) => boolean

/**
 * Numbers where every word is one, missing words replaced by the median of the others; else categories: each word's
 * place in the sorted list of words (by code unit, so row order does not matter), missing words last, as their own.
 */
export function columnOf(words: readonly string[], lines: readonly number[], isMissing: IsMissing): Column {
  const numbers = words.map((word, r) => (isMissing(word) ? null : numberIn(word, lines[r])))
  const missing = words.filter(isMissing).length
  const numeric = words.every((word, r) => isMissing(word) || numbers[r] !== null)
  if (!numeric) return { values: categoriesOf(words, isMissing), kind: 'categories', missing }
  const middle = median(numbers.filter((value) => value !== null))
  return { values: numbers.map((value) => value ?? middle), kind: 'numbers', missing }
}

/** Null for a word that is no number; words that mean "not a finite number" are refused. */
function numberIn(word: string, line: number): number | null {
  const value = parseNumber(word)
  if (value !== null) return value
  if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(word) || /^[+-]?\d[\d.]*[eE][+-]?\d+$/.test(word)) {
    failInTable(line, `"${clip(word)}" is not a finite number`, `Correct it, or set missing=${clip(word)}`)
  }
  return null
}

function categoriesOf(words: readonly string[], isMissing: IsMissing): number[] {
  const known = [...new Set(words.filter((word) => !isMissing(word)))].sort((a, b) => (a < b ? -1 : 1))
  const code = new Map(known.map((word, k) => [word, k]))
  return words.map((word) => (isMissing(word) ? known.length : (code.get(word) as number)))
}

/** The middle value, the mean of the two middle ones for an even count, 0 for none. */
function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2
}
