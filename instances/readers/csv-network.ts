import { parseNumber } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat, Reading, Settings } from '../format.ts'
import { wordSetting } from '../settings.ts'
import type { BulkNetworkData } from '../shapes.ts'
import { failInTable, looksLikeTable, readTable } from './csv-table.ts'
import { scoringSettings } from './network-settings.ts'

/**
 * A table of discrete data, a variable per column → bayesianNetwork. The states of a variable are the distinct words of
 * its column, numbers in order of size, words by code unit, a missing word (`?` or none) as one more. A nameless first
 * column of row numbers is left out. Settings: `header` and `missing`, as for features, and the problem's own.
 */
export function readNetworkTable(text: string, settings: Settings): Reading & { readonly input: BulkNetworkData } {
  const { rows, lines } = readTable(text)
  const marker = settings.missing ?? '?'
  const told = wordSetting(settings, 'header', ['yes', 'no'])
  const hasHeader = told === undefined ? looksHeaded(rows) : told === 'yes'
  const body = hasHeader ? rows.slice(1) : rows
  if (body.length === 0)
    failInTable(lines[0], 'there is no row below the header', 'Give at least one row, or set header=no')
  const kept = Array.from({ length: rows[0].length }, (_, c) => c).filter((c) => !(hasHeader && isRowNumber(rows, c)))
  const words = kept.map((c) => body.map((row) => (row[c] === '' || row[c] === marker ? '' : row[c])))
  const names = hasHeader ? distinct(kept.map((c) => rows[0][c] || `column ${c}`)) : undefined
  const coded = words.map(coding)
  const missing = words.flat().filter((word) => word === '').length
  return {
    input: {
      rows: body.length,
      columns: coded.map(({ codes }) => codes),
      arities: coded.map(({ arity }) => arity),
      ...(names ? { names } : {}),
      ...scoringSettings(settings),
    },
    notes: [
      ...(told === undefined
        ? [
            hasHeader
              ? 'the first row was taken for a header; set header=no if it is data'
              : 'no header was found; set header=yes if the first row is one',
          ]
        : []),
      ...(kept.length < rows[0].length ? ['the first column numbers the rows and is left out'] : []),
      ...(missing > 0 ? [`missing values: ${missing}, a state of their own`] : []),
      ...words.flatMap((column, k) => fineGrained(column, names?.[k] ?? String(kept[k] + 1))),
    ],
  }
}

/** A first row is a header when none of its words is a number and none stands in its column again. */
function looksHeaded([first, ...body]: readonly (readonly string[])[]): boolean {
  return (
    body.length > 0 &&
    first.every((word, c) => parseNumber(word) === null && body.every((row) => row[c] !== word || word === ''))
  )
}

/** A first column without a name whose words are 0, 1, 2 … or 1, 2, 3 …, as data frames are written. */
function isRowNumber([first, ...body]: readonly (readonly string[])[], c: number): boolean {
  if (c > 0 || first[0] !== '' || first.length === 1) return false
  const start = Number(body[0][0])
  return (start === 0 || start === 1) && body.every((row, r) => row[0] === String(start + r))
}

/** More different numbers than this look like measurements rather than states. */
const usualStates = 20

/** Nothing is binned here, so a column of measurements has about as many states as rows. */
function fineGrained(words: readonly string[], name: string): string[] {
  const values = new Set(words.filter((word) => word !== ''))
  if (values.size <= usualStates || ![...values].every((word) => parseNumber(word) !== null)) return []
  return [`column ${name} has ${values.size} distinct values; each is its own state`]
}

function coding(words: readonly string[]): { codes: number[]; arity: number } {
  const known = [...new Set(words)].filter((word) => word !== '')
  const isNumeric = known.every((word) => parseNumber(word) !== null)
  known.sort((a, b) => (isNumeric ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1))
  const code = new Map(known.map((word, k) => [word, k]))
  const codes = words.map((word) => code.get(word) ?? known.length)
  return { codes, arity: known.length + (words.includes('') ? 1 : 0) }
}

/** Repeated names get their count: "age", "age (2)". */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let own = name
    for (let k = 2; taken.has(own); k++) own = `${name} (${k})`
    taken.add(own)
    return own
  })
}

export const csvNetwork: InstanceFormat = {
  name: 'csvNetwork',
  title: 'CSV',
  extensions: ['csv', 'data', 'tsv'],
  kinds: ['bayesianNetwork'],
  settings: {
    header: 'yes or no (default: guessed)',
    missing: 'the word for an unknown value (default ?)',
  },
  fits: looksLikeTable,
  read: (text, settings) => ({ kind: 'bayesianNetwork', ...readNetworkTable(text, settings) }),
}
