import { Scanner } from '../../src/qubo/formats/index.ts'
import { collectionSettings, instanceOf } from '../collection.ts'
import type { InstanceFormat, Reading, Settings } from '../format.ts'
import type { FlowShopInput } from '../shapes.ts'

const mostCells = 1e7
const isTitle = (start: string) => /^(number o|processi)/i.test(start)

/**
 * Taillard 1993, permutation flow shop: `jobs machines seed upper lower`, then one line per machine with a duration per
 * job. The titles of the published collections are skipped. A collection of several instances
 * takes the setting `instance`, counted from 1.
 */
export function readTaillard(text: string, settings: Settings = {}): Reading & { readonly input: FlowShopInput } {
  const scanner = new Scanner(text, isTitle)
  const inputs: FlowShopInput[] = []
  while (scanner.nextLine()) inputs.push(readOne(scanner))
  if (inputs.length === 0)
    scanner.fail('there are no numbers', 'Give "jobs machines seed upper lower" and a line per machine')
  const { wanted, notes } = instanceOf(inputs.length, settings)
  return { input: inputs[wanted - 1], notes }
}

function readOne(scanner: Scanner): FlowShopInput {
  const jobs = scanner.whole('the number of jobs', 1, mostCells)
  const machines = scanner.whole('the number of machines', 1, mostCells)
  for (const what of ['the seed', 'the upper bound', 'the lower bound']) scanner.number(what)
  scanner.endOfLine()
  if (jobs * machines > mostCells)
    scanner.fail(`${jobs} jobs on ${machines} machines are too many`, 'Correct the numbers of jobs and machines')
  const rows: number[][] = []
  while (rows.length < machines && scanner.nextLine()) rows.push(readMachine(scanner, jobs))
  if (rows.length < machines)
    scanner.fail(`${machines} machines are declared but ${rows.length} are there`, 'Fetch the whole file')
  return { durations: Array.from({ length: jobs }, (_, j) => rows.map((row) => row[j])) }
}

function readMachine(scanner: Scanner, jobs: number): number[] {
  const row: number[] = []
  while (row.length < jobs) row.push(scanner.whole(`duration ${row.length + 1} of ${jobs}`, 0, 2 ** 31 - 1))
  scanner.endOfLine()
  return row
}

/** Seed and bounds are not kept: zeros stand in their place. */
export function printTaillard({ durations }: FlowShopInput): string {
  const machines = durations[0].map((_, i) => durations.map((job) => job[i]).join(' '))
  return `${[`${durations.length} ${durations[0].length} 0 0 0`, ...machines].join('\n')}\n`
}

/** Five whole numbers, then lines of exactly as many as the first says, as far as the text and the second go. */
function looksLikeTaillard(head: string): boolean {
  const lines = head.split('\n').map((line) => line.trim())
  const complete = lines.length > 1 && !head.endsWith('\n') && head.length >= 1 << 16 ? lines.slice(0, -1) : lines
  const numbers = complete.filter((line) => /^[\d\s]+$/.test(line) && line !== '').map((line) => line.split(/\s+/))
  if (numbers.length === 0 || numbers[0].length !== 5) return false
  const words = complete.filter((line) => line !== '' && !/^[\d\s]+$/.test(line))
  const [jobs, machines] = numbers[0].map(Number)
  const rows = numbers.slice(1, 1 + machines)
  return words.every((line) => /number of jobs|processing times/i.test(line)) && rows.every((r) => r.length === jobs)
}

export const taillard: InstanceFormat = {
  name: 'taillard',
  title: 'Taillard’s flow shops',
  extensions: ['fsp'],
  kinds: ['flowShop'],
  settings: collectionSettings,
  fits: looksLikeTaillard,
  read: (text, settings) => ({ kind: 'flowShop', ...readTaillard(text, settings) }),
  print: (_kind, input: FlowShopInput) => printTaillard(input),
}
