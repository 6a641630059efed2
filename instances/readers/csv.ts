import { IsinglassError } from '../../src/errors.ts'
import { parseNumber } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat, Reading, Settings } from '../format.ts'
import { countSetting, numberSetting, wordSetting } from '../settings.ts'
import type { FeaturesInput } from '../shapes.ts'
import { type Column, columnOf, type IsMissing } from './csv-column.ts'
import { failInTable, looksLikeTable, printTable, readTable, type Table } from './csv-table.ts'

/**
 * A table of rows with a class → features. Settings: `header` yes or no (else it is guessed and a note says so),
 * `target` last (default), first, a header name or a column number counted from 0, `missing` the word for an unknown
 * value (default `?`; empty words always count as missing), and the problem's own `choose`, `redundancy` and `between`.
 */
export function readFeatures(text: string, settings: Settings): Reading & { readonly input: FeaturesInput } {
  const table = readTable(text)
  const width = table.rows[0].length
  if (width < 2) failInTable(table.lines[0], 'the table has one column only', 'Give at least one feature and the class')
  const isMissing = missingBy(settings)
  const headed = wordSetting(settings, 'header', ['yes', 'no'])
  const hasHeader = headed === undefined ? looksHeaded(table, isMissing) : headed === 'yes'
  const header = hasHeader ? distinct(table.rows[0]) : undefined
  const body = hasHeader ? table.rows.slice(1) : table.rows
  const lines = hasHeader ? table.lines.slice(1) : table.lines
  if (body.length === 0)
    failInTable(table.lines[0], 'there is no row below the header', 'Give at least one row, or set header=no')
  const target = targetIn(settings, table.rows[0], hasHeader)
  const columns = Array.from({ length: width }, (_, c) =>
    columnOf(
      body.map((row) => row[c]),
      lines,
      isMissing,
    ),
  )
  const unknown = body.findIndex((row) => isMissing(row[target]))
  if (unknown >= 0)
    failInTable(lines[unknown], 'the class is missing', 'Remove the row, or set target to another column')
  const input = inputOf(columns, target, header, settings)
  return { input, notes: notesOf(columns, target, header, hasHeader, headed !== undefined) }
}

function inputOf(
  columns: readonly Column[],
  target: number,
  header: readonly string[] | undefined,
  settings: Settings,
): FeaturesInput {
  const isFeature = (_: unknown, c: number) => c !== target
  const choose = countSetting(settings, 'choose')
  if (choose === undefined) {
    throw new IsinglassError(
      'OPTION_INVALID',
      'how many features to choose is not set',
      'Set it, for example --set choose=5',
      'set choose',
    )
  }
  const redundancy = numberSetting(settings, 'redundancy')
  const between = wordSetting(settings, 'between', ['information', 'correlation'])
  return {
    rows: columns[0].values.length,
    columns: columns.filter(isFeature).map((column) => column.values),
    target: columns[target].values,
    ...(header ? { names: header.filter(isFeature) } : {}),
    choose,
    ...(redundancy === undefined ? {} : { redundancy }),
    ...(between === undefined ? {} : { between }),
  }
}

function missingBy(settings: Settings): IsMissing {
  const marker = settings.missing ?? '?'
  return (word) => word === '' || word === marker
}

/**
 * A first row is a header when none of its words is a number or missing, none repeats, and it does not look like the
 * rows below: some column of numbers stands under a word, or no word of it returns in its column.
 */
function looksHeaded({ rows }: Table, isMissing: IsMissing): boolean {
  const [first, ...body] = rows
  if (body.length === 0 || first.some((word) => isMissing(word) || parseNumber(word) !== null)) return false
  const overNumbers = first.some((_, c) => body.every((row) => isMissing(row[c]) || parseNumber(row[c]) !== null))
  return overNumbers || first.every((word, c) => body.every((row) => row[c] !== word))
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

function targetIn(settings: Settings, first: readonly string[], hasHeader: boolean): number {
  const given = (settings.target ?? 'last').trim()
  if (given === 'last') return first.length - 1
  if (given === 'first') return 0
  const named = hasHeader ? first.indexOf(given) : -1
  if (named >= 0) return named
  const index = /^\d{1,7}$/.test(given) ? Number(given) : -1
  if (index >= 0 && index < first.length) return index
  const names = hasHeader ? ', or a name of the header' : ''
  throw new IsinglassError(
    'OPTION_INVALID',
    `target "${given}" is no column`,
    `Use last, first, 0…${first.length - 1}${names}`,
    'set target',
  )
}

function notesOf(
  columns: readonly Column[],
  target: number,
  header: readonly string[] | undefined,
  headed: boolean,
  told: boolean,
): string[] {
  const name = (c: number) => (header ? `"${header[c]}"` : `${c}`)
  const guessed = headed
    ? 'the first row was taken for a header; set header=no if it is data'
    : 'no header was found; set header=yes if the first row is one'
  const coded = columns.flatMap((column, c) => (column.kind === 'categories' && c !== target ? [name(c)] : []))
  const filled = columns.reduce((sum, column) => sum + column.missing, 0)
  return [
    ...(told ? [] : [guessed]),
    `the class is column ${name(target)}`,
    ...(coded.length > 0 ? [`columns of words, coded in sorted order: ${coded.join(', ')}`] : []),
    ...(filled > 0 ? [`missing values: ${filled}, replaced by the column's median, or a category of their own`] : []),
  ]
}

/** The class goes last. `choose` and `redundancy` are no part of a table. */
export function printFeatures({ rows, columns, target, names }: FeaturesInput): string {
  const number = names?.find((name) => parseNumber(name) !== null || name === '')
  if (number !== undefined)
    throw new IsinglassError('INPUT_INVALID', `the name "${number}" would be read as data`, 'Rename it, or write JSON')
  const header = names ? [[...names, names.includes('class') ? 'target' : 'class']] : []
  const body = Array.from({ length: rows }, (_, r) => [...columns.map((column) => column[r]), target[r]])
  return printTable([...header, ...body])
}

export const csv: InstanceFormat = {
  name: 'csv',
  title: 'CSV',
  extensions: ['csv', 'data', 'tsv'],
  kinds: ['features'],
  settings: {
    header: 'yes or no (default: guessed)',
    target: 'the class: last (default), first, a name, or a column number counted from 0',
    missing: 'the word for an unknown value (default ?)',
  },
  fits: looksLikeTable,
  read: (text, settings) => ({ kind: 'features', ...readFeatures(text, settings) }),
  print: (_kind, input: FeaturesInput) => printFeatures(input),
}
