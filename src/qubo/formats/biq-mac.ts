import type { Qubo } from '../qubo.ts'
import { type Entries, entryLists, largestSize, quboFromEntries, refuseStructures, upperTriangle } from './entries.ts'
import { parseNumber, Scanner } from './scan.ts'

/**
 * Biq Mac `.sparse` (Wiegele, Biq Mac Library, 2007): `n m`, then m lines `i j q`, counted from 1; minimise xᵀQx of the
 * symmetric Q, so an off-diagonal q counts twice: the pair's coefficient is 2q.
 *
 * Lines beginning with `#` are comments; `# ObjectiveOffset c` adds a constant. Throws FORMAT_INVALID naming the line.
 */
export function readBiqMac(text: string): Entries {
  const scanner = new Scanner(text, (start) => start.startsWith('#'))
  if (!scanner.nextLine()) scanner.fail('the text is empty', 'Give "n m" and then m lines "i j q"')
  const size = scanner.whole('the number of variables', 0, largestSize)
  const declared = scanner.whole('the number of entries', 0, Number.MAX_SAFE_INTEGER)
  scanner.endOfLine()
  const lists = entryLists(scanner, declared, text.length)
  while (scanner.nextLine()) {
    const i = scanner.whole('index i', 1, size)
    const j = scanner.whole('index j', 1, size)
    const q = scanner.number('coefficient q')
    scanner.endOfLine()
    lists.add(i - 1, j - 1, i === j ? q : 2 * q)
  }
  lists.close()
  return {
    size,
    rows: lists.rows,
    columns: lists.columns,
    values: lists.values,
    offset: offsetComment(text, /^[ \t\ufeff]*#[ \t]*ObjectiveOffset[ \t]+(\S+)/m),
  }
}

/** The constant that a comment line carries, 0 when there is none. */
export function offsetComment(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)
  if (!found) return 0
  const value = parseNumber(found[1])
  if (value !== null) return value
  const scanner = new Scanner(text)
  while (scanner.nextLine() && !pattern.test(scanner.rest()));
  return scanner.fail(`the offset "${found[1]}" is not a finite number`)
}

export function parseBiqMac(text: string): Qubo {
  return quboFromEntries(readBiqMac(text))
}

/** The text `parseBiqMac` reads back bit for bit. A constant is kept in a comment, which other readers skip or refuse. */
export function printBiqMac(qubo: Qubo): string {
  refuseStructures(qubo, 'Biq Mac')
  const { linear, pairs } = upperTriangle(qubo, (i, j, value) => `${i + 1} ${j + 1} ${i === j ? value : value / 2}`)
  const comment = qubo.offset === 0 ? [] : [`# ObjectiveOffset ${qubo.offset}`]
  const entries = [...linear, ...pairs]
  return `${[...comment, `${qubo.size} ${entries.length}`, ...entries].join('\n')}\n`
}
