import type { Qubo } from '../qubo.ts'
import { offsetComment } from './biq-mac.ts'
import { type Entries, entryLists, largestSize, quboFromEntries, refuseStructures, upperTriangle } from './entries.ts'
import { Scanner } from './scan.ts'

/**
 * qbsolv `.qubo` (Booth, Reinhardt, Roy, D-Wave technical report 14-1006A, 2017): `c` comments, one line
 * `p qubo 0 maxNodes nNodes nCouplers`, nNodes lines `i i w` (linear terms, counted from 0) and nCouplers lines `i j w`
 * with the pair's whole coefficient. A coupled variable needs no line of its own.
 *
 * The format minimises; some collections are meant to be maximised and do not say so. `c offset w` adds a constant.
 * Throws FORMAT_INVALID naming the line.
 */
export function readQbsolv(text: string): Entries {
  const scanner = new Scanner(text, (start) => /^c(?:\s|$)/.test(start))
  const { size, nodes, couplers } = header(scanner)
  const lists = entryLists(scanner, nodes + couplers, text.length)
  let linear = 0
  while (scanner.nextLine()) {
    const i = scanner.whole('index i', 0, size - 1)
    const j = scanner.whole('index j', 0, size - 1)
    const w = scanner.number('coefficient w')
    scanner.endOfLine()
    lists.add(i, j, w)
    if (i === j) linear++
  }
  lists.close()
  if (linear !== nodes)
    scanner.fail(`${nodes} nodes are declared but ${linear} are there`, 'Correct the header line "p qubo …"')
  return {
    size,
    rows: lists.rows,
    columns: lists.columns,
    values: lists.values,
    offset: offsetComment(text, /^[ \t\ufeff]*c[ \t]+offset[ \t]+(\S+)/m),
  }
}

function header(scanner: Scanner): { size: number; nodes: number; couplers: number } {
  const remedy = 'Begin with "p qubo 0 maxNodes nNodes nCouplers"'
  if (!scanner.nextLine()) scanner.fail('there is no line "p qubo …"', remedy)
  if (scanner.word('"p"') !== 'p') scanner.fail('the first line is not "p qubo …"', remedy)
  if (scanner.word('"qubo"') !== 'qubo') scanner.fail('the first line is not "p qubo …"', remedy)
  const target = scanner.word('the target')
  if (target !== '0' && target !== 'unconstrained')
    scanner.fail(`the target "${target}" is not 0 or "unconstrained"`, remedy)
  const size = scanner.whole('maxNodes', 0, largestSize)
  const nodes = scanner.whole('nNodes', 0, Number.MAX_SAFE_INTEGER)
  const couplers = scanner.whole('nCouplers', 0, Number.MAX_SAFE_INTEGER)
  scanner.endOfLine()
  return { size, nodes, couplers }
}

export function parseQbsolv(text: string): Qubo {
  return quboFromEntries(readQbsolv(text))
}

/** The text `parseQbsolv` reads back bit for bit. */
export function printQbsolv(qubo: Qubo): string {
  refuseStructures(qubo, 'qbsolv')
  const { linear, pairs } = upperTriangle(qubo, (i, j, value) => `${i} ${j} ${value}`)
  const comment = qubo.offset === 0 ? [] : [`c offset ${qubo.offset}`]
  return `${[...comment, `p qubo 0 ${qubo.size} ${linear.length} ${pairs.length}`, ...linear, ...pairs].join('\n')}\n`
}
