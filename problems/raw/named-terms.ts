import { IsinglassError } from '../../src/errors.ts'

/** The variables of keys such as `a` and `'a*b'`; the key '' is a constant. */
export type NamesOf<Terms> = {
  [Key in keyof Terms & string]: Key extends '' ? never : Key extends `${infer A}*${infer B}` ? A | B : Key
}[keyof Terms & string]

/** Coordinate lists over variables numbered in the order they are first named. */
export interface NamedTerms {
  readonly names: readonly string[]
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly values: readonly number[]
  readonly offset: number
}

/** Reads `{ a: -1, 'a*b': 2, '': 5 }`; single names become diagonal entries (row = column). */
export function readNamedTerms(terms: Readonly<Record<string, number>>, where: string): NamedTerms {
  const index = new Map<string, number>()
  const indexOf = (name: string) => {
    if (!index.has(name)) index.set(name, index.size)
    return index.get(name) as number
  }
  const keys = Object.keys(terms).filter((key) => key !== '')
  const pairs = keys.map((key) => {
    const factors = key.split('*')
    checkFactors(factors, key, where)
    const first = indexOf(factors[0])
    return [first, factors.length === 1 ? first : indexOf(factors[1])]
  })
  if (index.size === 0)
    throw new IsinglassError('INPUT_INVALID', 'there are no variables', 'Give at least one term with a name', where)
  return {
    names: [...index.keys()],
    rows: pairs.map((p) => p[0]),
    columns: pairs.map((p) => p[1]),
    values: keys.map((key) => terms[key]),
    offset: terms[''] ?? 0,
  }
}

function checkFactors(factors: readonly string[], key: string, where: string): void {
  const bulk = 'Use the bulk form { size, rows, columns, values }, where names do not matter'
  const refuse = (what: string, remedy: string) => {
    throw new IsinglassError('NAME_INVALID', what, remedy, where)
  }
  if (factors.length > 2) refuse(`"${key}" is not a pair "a*b": names cannot hold "*"`, bulk)
  if (factors.some((name) => name === '')) refuse(`"${key}" has an empty name beside "*"`, bulk)
  if (factors.some((name) => name !== name.trim()))
    refuse(`"${key}" has a name that begins or ends with a space`, 'Write pairs without spaces, "a*b"')
  if (factors.length === 2 && factors[0] === factors[1])
    refuse(`"${key}" is a square`, `Add it to the term "${factors[0]}" (bits) or to the constant "" (spins)`)
}
