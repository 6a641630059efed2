import fc from 'fast-check'
import { IsinglassError } from '../../src/errors.ts'
import { must, type Promised, text as textOf } from './promise.ts'

export interface FormatKit<Form> {
  readonly name: string
  readonly parse: (text: string) => Form
  readonly print: (form: Form) => string
  /** Forms that the format can hold, at least one line each. */
  readonly forms: fc.Arbitrary<Form>
  /** What makes two forms equal; the whole form when not given. */
  readonly view?: (form: Form) => unknown
  /** Set to false where words are separated by something else than blanks. */
  readonly blanksMayBeTabs?: boolean
  /** True when the header declares how many lines follow, so that a missing line must be noticed. */
  readonly countsLines?: boolean
  /** Words that must be refused in place of a number. */
  readonly noNumbers?: readonly string[]
}

/** What every file format owes: a faithful round trip, tolerance for line ends, one clear error for anything else. */
export function formatPromises<Form>(format: FormatKit<Form>): readonly Promised[] {
  return [...roundTrips(format), ...tolerances(format), ...refusals(format)].map(({ promise, check }) => ({
    promise: `${format.name}: ${promise}`,
    check,
  }))
}

function roundTrips<Form>({ parse, print, forms, view = same }: FormatKit<Form>): Promised[] {
  return [
    {
      promise: 'parse ∘ print is the identity',
      check: () => holds(forms, (form) => equal(view(parse(print(form))), view(form))),
    },
    {
      promise: 'print ∘ parse changes no printed text',
      check: () => holds(forms, (form) => equal(print(parse(print(form))), print(form))),
    },
  ]
}

function tolerances<Form>(format: FormatKit<Form>): Promised[] {
  const { parse, print, forms, view = same } = format
  const readsAs = (change: (text: string) => string) => () =>
    holds(forms, (form) => equal(view(parse(change(print(form)))), view(form)))
  const always = [
    { promise: 'Windows line ends read the same', check: readsAs((text) => text.replace(/\n/g, '\r\n')) },
    { promise: 'trailing blanks read the same', check: readsAs((text) => text.replace(/\n/g, '  \n')) },
    { promise: 'a missing last line end reads the same', check: readsAs((text) => text.replace(/\n+$/, '')) },
    { promise: 'blank lines at the end read the same', check: readsAs((text) => `${text}\n\n`) },
    { promise: 'a byte order mark reads the same', check: readsAs((text) => `\ufeff${text}`) },
  ]
  const tabs = { promise: 'tabs for blanks read the same', check: readsAs((text) => text.replace(/ /g, '\t')) }
  return format.blanksMayBeTabs === false ? always : [...always, tabs]
}

function refusals<Form>(format: FormatKit<Form>): Promised[] {
  const { parse, print, forms, noNumbers = ['NaN', '1e999', '-Infinity', '0x10', '1_000', '٣'] } = format
  const survives = (mangled: fc.Arbitrary<string>) => () => holds(mangled, (text) => onlyFormatErrors(parse, text))
  const truncated = fc.tuple(forms, fc.nat()).map(([form, at]) => cut(print(form), at))
  const garbled = fc
    .tuple(forms, fc.nat(), fc.constantFrom('x', '-', '.', '9', ' ', '\n', '\0', 'é', '"', '{', ':', 'e', '#'))
    .map(([form, at, by]) => replaceAt(print(form), at, by))
  const withLine = fc
    .tuple(forms, fc.nat(), fc.constantFrom(...noNumbers))
    .filter(([form]) => numbersOf(print(form)).length > 0)
    .map(([form, at, by]) => replaceNumber(print(form), at, by))
  const shortened = forms.map((form) => print(form).trimEnd().split('\n').slice(0, -1).join('\n'))
  const promises = [
    { promise: 'a truncated text is a form or FORMAT_INVALID with its line', check: survives(truncated) },
    { promise: 'a garbled text is a form or FORMAT_INVALID with its line', check: survives(garbled) },
    { promise: 'any text is a form or FORMAT_INVALID with its line', check: survives(fc.string({ maxLength: 60 })) },
    { promise: 'NaN, 1e999 and their like are refused', check: () => holds(withLine, (text) => refuses(parse, text)) },
  ]
  const counted = {
    promise: 'a missing last line is noticed',
    check: () => holds(shortened, (text) => refuses(parse, text)),
  }
  return format.countsLines ? [...promises, counted] : promises
}

const same = (form: unknown): unknown => form

function holds<T>(values: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(values, property), { numRuns: 60, seed: 7 })
}

function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [textOf(actual), textOf(expected)]
  must(a === b, () => `expected ${b}\n  but got ${a}`)
}

function onlyFormatErrors(parse: (text: string) => unknown, text: string): void {
  try {
    parse(text)
  } catch (error) {
    demandLine(error, text)
  }
}

function refuses(parse: (text: string) => unknown, text: string): void {
  try {
    parse(text)
  } catch (error) {
    demandLine(error, text)
    return
  }
  throw new Error(`accepted ${JSON.stringify(text)}`)
}

function demandLine(error: unknown, text: string): void {
  const fine =
    error instanceof IsinglassError && error.code === 'FORMAT_INVALID' && /\bline \d+/.test(error.where ?? '')
  if (!fine) throw new Error(`${JSON.stringify(text)} ended in ${error}`)
}

const cut = (text: string, at: number): string => text.slice(0, at % (text.length + 1))

const replaceAt = (text: string, at: number, by: string): string => {
  const k = at % (text.length + 1)
  return text.slice(0, k) + by + text.slice(k + 1)
}

const numbersOf = (text: string): RegExpExecArray[] => [...text.matchAll(/(?<![^\s,[:])-?\d[\d.e+-]*(?![^\s,\]}])/g)]

function replaceNumber(text: string, at: number, by: string): string {
  const numbers = numbersOf(text)
  const found = numbers[at % numbers.length]
  return text.slice(0, found.index) + by + text.slice(found.index + found[0].length)
}
