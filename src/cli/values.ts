import { IsinglassError } from '../index.ts'

const decimal = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/

/** A finite decimal number. */
export const finite = (option: string) => (text: string) => {
  const value = decimal.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : refuse(option, text, 'a finite number')
}

/** A number above 0, and at most so large. */
export const positive = (option: string, most: number) => (text: string) => {
  const value = decimal.test(text) ? Number(text) : Number.NaN
  return value > 0 && value <= most ? value : refuse(option, text, `a number above 0, up to ${most}`)
}

export const count = (option: string, most: number) => (text: string) =>
  /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most
    ? Number(text)
    : refuse(option, text, `a whole number from 1 to ${most}`)

/** `key=value`, added to those before; the last of a key counts. */
export function keyValue(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf('=')
  if (at < 1) return refuse('--set', text, 'key=value')
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}

function refuse(option: string, text: string, wanted: string): never {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  throw new IsinglassError('OPTION_INVALID', `"${shown}" is not ${wanted}`, `Give ${wanted}`, option)
}
