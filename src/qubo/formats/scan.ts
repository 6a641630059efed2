import { IsinglassError } from '../../errors.ts'

/** True for the beginning (up to 8 characters) of a line that carries no data. */
export type IsComment = (lineStart: string) => boolean

const LF = 10
const ZERO = 48
const NINE = 57

/**
 * Reads a text line by line and word by word; every complaint is FORMAT_INVALID and names the line. Windows line ends,
 * tabs, trailing blanks, a byte order mark and a missing last line end make no difference.
 */
export class Scanner {
  /** The current line, counted from 1; 0 before the first. */
  line = 0
  private at = 0
  private end: number
  private readonly text: string
  private readonly isComment: IsComment

  constructor(text: string, isComment: IsComment = () => false) {
    this.text = text
    this.isComment = isComment
    this.end = text.charCodeAt(0) === 0xfeff ? 0 : -1
  }

  /** Moves to the next line that is neither blank nor a comment; false at the end of the text. */
  nextLine(): boolean {
    const { text } = this
    while (this.end + 1 < text.length) {
      this.at = this.end + 1
      const found = text.indexOf('\n', this.at)
      this.end = found < 0 ? text.length : found
      this.line++
      if (this.hasMore() && !this.isComment(text.slice(this.at, Math.min(this.end, this.at + 8)))) return true
    }
    this.at = this.end = text.length
    return false
  }

  /** True when the line has another word. */
  hasMore(): boolean {
    while (this.at < this.end && isBlank(this.text.charCodeAt(this.at))) this.at++
    return this.at < this.end
  }

  /** The code of the next character that is not blank; NaN at the end of the line. */
  peek(): number {
    return this.hasMore() ? this.text.charCodeAt(this.at) : Number.NaN
  }

  /** The line from the cursor on, trimmed; the cursor moves to its end. */
  rest(): string {
    const left = this.text.slice(this.at, this.end).trim()
    this.at = this.end
    return left
  }

  /** The next word of the line. */
  word(what: string): string {
    if (!this.hasMore()) this.fail(`${what} is missing`)
    const start = this.at
    while (this.at < this.end && !isBlank(this.text.charCodeAt(this.at))) this.at++
    return this.text.slice(start, this.at)
  }

  /** The next word, which must be a finite number. */
  number(what: string): number {
    const short = this.digits()
    if (short >= 0) return short
    const token = this.word(what)
    return parseNumber(token) ?? this.fail(`${what} "${clip(token)}" is not a finite number`)
  }

  /** The next word, which must be a whole number in [low, high]. */
  whole(what: string, low: number, high: number): number {
    const value = this.number(what)
    if (!Number.isInteger(value)) this.fail(`${what} ${value} is not a whole number`)
    if (value < low || value > high) this.fail(`${what} ${value} is not in ${low}…${high}`)
    return value
  }

  /** Refuses anything that is left on the line. */
  endOfLine(): void {
    if (this.hasMore()) this.fail(`"${clip(this.rest())}" stands after the last value`)
  }

  /** Throws the one error of a reader. */
  fail(what: string, remedy = 'Correct this line'): never {
    throw new IsinglassError('FORMAT_INVALID', what, remedy, `line ${Math.max(1, this.line)}`)
  }

  /** Short runs of digits, the bulk of every file, need no string; −1 when the next word is something else. */
  private digits(): number {
    if (!this.hasMore()) return -1
    let value = 0
    let k = this.at
    for (; k < this.end && k - this.at < 15; k++) {
      const code = this.text.charCodeAt(k)
      if (code < ZERO || code > NINE) break
      value = value * 10 + code - ZERO
    }
    if (k === this.at || (k < this.end && !isBlank(this.text.charCodeAt(k)))) return -1
    this.at = k
    return value
  }
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13 && code !== LF) || code === 0xa0

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** A finite decimal number, or null: no NaN, no 1e999, no hexadecimal, nothing after it. */
export function parseNumber(token: string): number | null {
  if (!decimal.test(token)) return null
  const value = Number(token)
  return Number.isFinite(value) ? value : null
}

/** Foreign text fit for a message: one line of at most 40 characters. */
export const clip = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
  const line = text.slice(0, 41).replace(/[\u0000-\u001f\u007f]+/g, ' ')
  return text.length > 40 ? `${line.slice(0, 40)}…` : line
}
