import { IsinglassError } from '../../src/errors.ts'
import { clip, parseNumber, Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import type { BulkNetworkData } from '../shapes.ts'
import { scoringSettings } from './network-settings.ts'

const mostStates = 65_536

/** GOBNILP data (Cussens and Bartlett 2013): the names, the numbers of states, then rows of states from 0. */
export function readGobnilp(text: string): BulkNetworkData & { readonly names: readonly string[] } {
  const scanner = new Scanner(text, (start) => start.startsWith('#'))
  if (!scanner.nextLine()) scanner.fail('the text is empty', 'Give names, numbers of states and rows')
  const names: string[] = []
  while (scanner.hasMore()) names.push(scanner.word('a name'))
  const twice = names.find((name, k) => names.indexOf(name) !== k)
  if (twice !== undefined) scanner.fail(`the name "${clip(twice)}" is there twice`)
  if (!scanner.nextLine()) scanner.fail('the numbers of states are missing', 'Fetch the whole file')
  const arities = names.map((name) => scanner.whole(`the number of states of ${clip(name)}`, 1, mostStates))
  scanner.endOfLine()
  const columns = names.map((): number[] => [])
  while (scanner.nextLine()) {
    for (let v = 0; v < names.length; v++)
      columns[v].push(scanner.whole(`the state of ${clip(names[v])}`, 0, arities[v] - 1))
    scanner.endOfLine()
  }
  if (columns[0].length === 0) scanner.fail('there are no rows', 'Give at least one row of states')
  return { rows: columns[0].length, columns, names, arities }
}

export function printGobnilp({ rows, columns, names, arities, ...rest }: BulkNetworkData): string {
  if (
    names?.some((name) => /\s|^#|^$/.test(name)) ||
    names?.every((name) => parseNumber(name) !== null) ||
    Object.keys(rest).length > 0
  )
    throw new IsinglassError(
      'INPUT_INVALID',
      'GOBNILP files hold rows under names without blanks, and no rules',
      'Write JSON',
    )
  const states = columns.map((column, v) => arities?.[v] ?? 1 + Array.from(column).reduce((a, b) => Math.max(a, b), 0))
  const lines = Array.from({ length: rows }, (_, r) => columns.map((column) => column[r]).join(' '))
  return `${[(names ?? columns.map((_, v) => `v${v}`)).join(' '), states.join(' '), ...lines].join('\n')}\n`
}

/** As many words in each line: not all numbers in the first, counts in the second, whole numbers below them from there on. */
export function looksLikeGobnilp(head: string): boolean {
  const lines = head.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  if (lines.length < 3) return false
  const [names, arities, row] = lines.map((line) => line.trim().split(/\s+/))
  const counts = arities.map(Number)
  return (
    names.length === arities.length &&
    names.length === row.length &&
    names.some((name) => parseNumber(name) === null) &&
    arities.every((word) => /^[1-9]\d{0,4}$/.test(word)) &&
    row.every((word, v) => /^\d{1,5}$/.test(word) && Number(word) < counts[v])
  )
}

export const gobnilp: InstanceFormat = {
  name: 'gobnilp',
  title: 'GOBNILP data',
  extensions: ['dat'],
  kinds: ['bayesianNetwork'],
  settings: {},
  fits: looksLikeGobnilp,
  read: (text, settings) => ({
    kind: 'bayesianNetwork',
    input: { ...readGobnilp(text), ...scoringSettings(settings) },
    notes: [],
  }),
  print: (_kind, input: BulkNetworkData) => printGobnilp(input),
}
