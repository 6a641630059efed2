import Papa from 'papaparse'
import { IsinglassError } from '../../src/errors.ts'

/** A rectangular table of trimmed words; row r stands in text line `lines[r]`. */
export interface Table {
  readonly rows: readonly (readonly string[])[]
  readonly lines: readonly number[]
}

export function failInTable(line: number, what: string, remedy = 'Correct this line'): never {
  throw new IsinglassError('FORMAT_INVALID', what, remedy, `line ${line}`)
}

const marks = [',', ';', '\t', '|'] as const

/** How many words each mark makes of the first 20 complete lines; quoted words count as one. */
function wordCounts(head: string): { mark: string; counts: number[] }[] {
  const all = head
    .replace(/"[^"]*"/g, '""')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const lines = (all.length > 1 && !head.endsWith('\n') ? all.slice(0, -1) : all).slice(0, 20)
  return marks.map((mark) => ({ mark, counts: lines.map((line) => line.split(mark).length) }))
}

/** The mark that makes most words of the first line. */
const delimiterOf = (text: string): string =>
  wordCounts(text.slice(0, 65536)).reduce((a, b) => (b.counts[0] > a.counts[0] ? b : a)).mark

/**
 * The same number of words in all lines, two or more of both, with one of the usual marks between them. Tabs need four: an edge
 * list may be written with tabs.
 */
export function looksLikeTable(head: string): boolean {
  if (/^\s*\{/.test(head) || !head.trim().includes('\n')) return false
  return wordCounts(head).some(
    ({ mark, counts }) => counts[0] >= (mark === '\t' ? 4 : 2) && counts.every((c) => c === counts[0]),
  )
}

/** RFC 4180 with `,` `;` tab or `|` between the words, whichever fits; blank lines are skipped. */
export function readTable(text: string): Table {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: delimiterOf(text) })
  const rows: string[][] = []
  const lines: number[] = []
  const lineOfRow: number[] = []
  let line = 1
  for (const row of data) {
    lineOfRow.push(line)
    if (row.some((word) => word.trim() !== '')) {
      rows.push(row.map((word) => word.trim()))
      lines.push(line)
    }
    line += 1 + row.reduce((sum, word) => sum + word.split('\n').length - 1, 0)
  }
  const quotes = errors.find((error) => error.type === 'Quotes')
  if (quotes)
    failInTable(
      lineOfRow[quotes.row ?? 0] ?? line,
      'a quoted word is not closed or goes on after its quotes',
      'Close the quotes',
    )
  if (rows.length === 0) failInTable(1, 'the table is empty', 'Give at least one row')
  const ragged = rows.findIndex((row) => row.length !== rows[0].length)
  if (ragged >= 0)
    failInTable(lines[ragged], `the row has ${rows[ragged].length} words but the first has ${rows[0].length}`)
  return { rows, lines }
}

export function printTable(rows: readonly (readonly (string | number)[])[]): string {
  return `${Papa.unparse(rows as (string | number)[][], { newline: '\n' })}\n`
}
