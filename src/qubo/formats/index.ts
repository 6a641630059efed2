import type { Qubo } from '../qubo.ts'
import { parseBiqMac, printBiqMac } from './biq-mac.ts'
import { parseQbsolv, printQbsolv } from './qbsolv.ts'

export { parseBiqMac, printBiqMac, readBiqMac } from './biq-mac.ts'
export { type Entries, largestSize, quboFromEntries } from './entries.ts'
export { parseQbsolv, printQbsolv, readQbsolv } from './qbsolv.ts'
export { clip, parseNumber, Scanner } from './scan.ts'

/** A file format of a Qubo: `parse(print(qubo))` equals `qubo`, groups aside. */
export interface QuboFormat {
  readonly name: string
  readonly extensions: readonly string[]
  readonly parse: (text: string) => Qubo
  readonly print: (qubo: Qubo) => string
}

export const quboFormats: readonly QuboFormat[] = [
  { name: 'qbsolv', extensions: ['qubo'], parse: parseQbsolv, print: printQbsolv },
  { name: 'biqMac', extensions: ['sparse'], parse: parseBiqMac, print: printBiqMac },
]
