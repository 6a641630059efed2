import { Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import type { SatInput } from '../shapes.ts'

/** As many variables or clauses as a header may declare. */
const most = 10_000_000

interface Header {
  readonly kind: 'cnf' | 'wcnf'
  readonly variables: number
  readonly clauses: number
  /** Weights from here on are rules. */
  readonly top: number
}

/**
 * DIMACS CNF (Johnson and Trick 1996) and WCNF (MaxSAT Evaluations; also their form since 2022, without a header and with
 * `h` before rules): `c` comments, `p cnf variables clauses` or `p wcnf variables clauses [top]`, then clauses, each ended
 * by 0, as many to a line or lines to a clause as one likes; in WCNF a weight first. A line `%` ends SATLIB's files. Headers
 * in circulation miscount, so another number of clauses than declared is a note, not an error.
 */
export function readCnf(text: string): { readonly input: SatInput; readonly notes: readonly string[] } {
  const scanner = new Scanner(text, (start) => /^c(?:\s|$)/.test(start.trimStart()))
  if (!scanner.nextLine()) scanner.fail('there are no clauses', 'Give "p cnf variables clauses" and the clauses')
  const header = String.fromCharCode(scanner.peek()) === 'p' ? readHeader(scanner) : null
  const found = { clauses: [] as number[][], weights: [] as number[], hard: [] as number[][] }
  let largest = 0
  const more = () => {
    while (!scanner.hasMore()) if (!scanner.nextLine()) return false
    return String.fromCharCode(scanner.peek()) !== '%'
  }
  while (more()) {
    const weight = header?.kind === 'cnf' ? 1 : weightOf(scanner, header?.top ?? Number.POSITIVE_INFINITY)
    const clause: number[] = []
    for (let literal = -1; literal !== 0; ) {
      if (!more()) scanner.fail('the last clause is not ended by 0', 'Fetch the whole file')
      literal = scanner.whole('a literal', -(header?.variables ?? most), header?.variables ?? most)
      if (literal !== 0) clause.push(literal)
      largest = Math.max(largest, Math.abs(literal))
    }
    if (weight === Number.POSITIVE_INFINITY) found.hard.push(clause)
    else {
      found.clauses.push(clause)
      found.weights.push(weight)
    }
  }
  const input = inputOf(header?.variables ?? Math.max(1, largest), found)
  return { input, notes: countNote(header, found.clauses.length + found.hard.length) }
}

function readHeader(scanner: Scanner): Header {
  const remedy = 'Begin with "p cnf variables clauses" or "p wcnf variables clauses top"'
  if (scanner.word('"p"') !== 'p') scanner.fail('the first line is not "p cnf …"', remedy)
  const kind = scanner.word('"cnf"')
  if (kind !== 'cnf' && kind !== 'wcnf') scanner.fail(`"p ${kind}" is not "p cnf" or "p wcnf"`, remedy)
  const variables = scanner.whole('the number of variables', 1, most)
  const clauses = scanner.whole('the number of clauses', 0, most)
  const top = kind === 'wcnf' && scanner.hasMore() ? scanner.number('the top weight') : Number.POSITIVE_INFINITY
  scanner.endOfLine()
  return { kind, variables, clauses, top }
}

/** A weight, or `h` for a rule. */
function weightOf(scanner: Scanner, top: number): number {
  if (String.fromCharCode(scanner.peek()) === 'h') {
    if (scanner.word('"h"') !== 'h') scanner.fail('the clause begins neither with a weight nor with "h"')
    return Number.POSITIVE_INFINITY
  }
  const weight = scanner.number('the weight')
  if (weight < 0) scanner.fail(`the weight ${weight} is negative`)
  return weight >= top ? Number.POSITIVE_INFINITY : weight
}

const countNote = (header: Header | null, found: number): string[] =>
  header === null || found === header.clauses
    ? []
    : [`${header.clauses} clauses are declared but ${found} are there, and those are solved`]

function inputOf(
  variables: number,
  { clauses, weights, hard }: { clauses: number[][]; weights: number[]; hard: number[][] },
): SatInput {
  return {
    variables,
    clauses,
    ...(weights.some((w) => w !== 1) ? { weights } : {}),
    ...(hard.length > 0 ? { hard } : {}),
  }
}

/** CNF where every clause weighs 1 and none is a rule, else WCNF with its top above all wishes together; rules come last. */
export function printCnf({ variables, clauses, weights, hard = [] }: SatInput): string {
  const count = clauses.length + hard.length
  const line = (clause: ArrayLike<number>) => [...Array.from(clause), 0].join(' ')
  if (weights === undefined && hard.length === 0)
    return `${[`p cnf ${variables} ${count}`, ...clauses.map(line)].join('\n')}\n`
  const weightOf = (c: number) => weights?.[c] ?? 1
  const top = clauses.reduce((sum, _, c) => sum + weightOf(c), 1)
  const rows = [
    ...clauses.map((clause, c) => `${weightOf(c)} ${line(clause)}`),
    ...hard.map((r) => `${top} ${line(r)}`),
  ]
  return `${[`p wcnf ${variables} ${count} ${top}`, ...rows].join('\n')}\n`
}

const header = /^(?:[ \t]*(?:c(?:[ \t].*)?)?\r?\n)*[ \t]*p[ \t]+w?cnf\b/
/** Without a header: comments, then a rule or a weighted clause that ends with 0. */
const headless = /^(?:[ \t]*(?:c(?:[ \t].*)?)?\r?\n)*[ \t]*h[ \t]+-?\d/

const extensions = ['cnf', 'wcnf']

export const dimacsCnf: InstanceFormat = {
  name: 'dimacsCnf',
  title: 'DIMACS CNF and WCNF',
  extensions,
  kinds: ['sat'],
  settings: {},
  fits: (head, extension) => header.test(head) || headless.test(head) || (extension === 'wcnf' && !/^\s*\{/.test(head)),
  read: (text) => ({ kind: 'sat', ...readCnf(text) }),
  print: (_kind, input: SatInput) => printCnf(input),
}
