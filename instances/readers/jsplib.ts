import { Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat, Settings } from '../format.ts'
import { countSetting, wordSetting } from '../settings.ts'
import type { JobShopInput } from '../shapes.ts'

const largest = 1e5
const longest = 2 ** 30

/**
 * JSPLIB / OR-Library (Beasley 1990): lines beginning with `#`, then `jobs machines`, then a line per job of pairs
 * `machine time`, machines from 0. A file that counts them from 1 (machine n named, machine 0 never) is read so, with a note.
 */
export function readJsplib(text: string): { input: JobShopInput; fromOne: boolean } {
  const scanner = new Scanner(text, (start) => start.startsWith('#'))
  if (!scanner.nextLine()) scanner.fail('the text is empty', 'Give "jobs machines", then a line per job')
  const count = scanner.whole('the number of jobs', 1, largest)
  const machines = scanner.whole('the number of machines', 1, largest)
  scanner.endOfLine()
  const jobs = Array.from({ length: count }, (_, j) => readJob(scanner, j, count, machines))
  if (scanner.nextLine()) scanner.fail(`a line follows the ${count} jobs declared`, 'Correct the header')
  const named = jobs.flat().map(([machine]) => machine)
  const fromOne = named.includes(machines)
  if (!fromOne) return { input: { jobs, machines }, fromOne }
  if (named.includes(0))
    scanner.fail(`machines 0 and ${machines} are both named, but there are ${machines}`, 'Count them from 0')
  return {
    input: { jobs: jobs.map((job) => job.map(([m, time]): [number, number] => [m - 1, time])), machines },
    fromOne,
  }
}

function readJob(scanner: Scanner, j: number, count: number, machines: number): [number, number][] {
  if (!scanner.nextLine()) scanner.fail(`${count} jobs are declared but ${j} are there`, 'Correct the header')
  const job: [number, number][] = []
  while (scanner.hasMore()) job.push([scanner.whole('the machine', 0, machines), scanner.whole('the time', 0, longest)])
  return job
}

export function printJsplib({ jobs, machines }: JobShopInput, name: string): string {
  const count = machines ?? 1 + Math.max(...jobs.flatMap((job) => job.map(([machine]) => machine)))
  const lines = jobs.map((job) => job.map((operation) => operation.join(' ')).join('  '))
  return [`# instance ${name.replace(/\s+/g, ' ')}`, `${jobs.length} ${count}`, ...lines, ''].join('\n')
}

/** A header `n m` and n lines (as far as they are there) of 2·m whole numbers, the odd ones numbering the m machines, each once. */
export function looksLikeJsplib(head: string): boolean {
  const lines = head.split('\n').map((line) => line.trim())
  const told = lines.filter((line) => line !== '' && !line.startsWith('#'))
  const header = /^(\d+)\s+(\d+)$/.exec(told[0] ?? '')
  if (header === null) return false
  const [jobs, machines] = [Number(header[1]), Number(header[2])]
  const whole = head.endsWith('\n') || told.length - 1 <= jobs
  const rows = told.slice(1, whole ? undefined : -1)
  if (rows.length === 0 || rows.length > jobs) return false
  return rows.every((row) => visitsEveryMachine(row, machines))
}

function visitsEveryMachine(row: string, machines: number): boolean {
  const words = row.split(/\s+/)
  if (words.length !== 2 * machines || !words.every((word) => /^\d+$/.test(word))) return false
  const visited = new Set(words.filter((_, k) => k % 2 === 0).map(Number))
  const from = visited.has(0) ? 0 : 1
  return visited.size === machines && [...visited].every((machine) => machine >= from && machine < machines + from)
}

/** Any number of pairs per line: enough where the extension says what the file is. */
function looksLikePairs(head: string): boolean {
  const told = head.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return /^\s*\d+\s+\d+\s*$/.test(told[0] ?? '') && told.slice(1, 20).every((line) => /^[\d\s]+$/.test(line))
}

const extensions = ['jsp', 'jss', 'jobshop']

export const jsplib: InstanceFormat = {
  name: 'jsplib',
  title: 'JSPLIB job shops',
  extensions,
  kinds: ['jobShop'],
  settings: {},
  fits: (head, extension) => (extensions.includes(extension) ? looksLikePairs(head) : looksLikeJsplib(head)),
  read: (text, settings) => {
    const { input, fromOne } = readJsplib(text)
    const notes = fromOne ? ['the machines are counted from 1'] : []
    return { kind: 'jobShop', input: { ...input, ...choices(settings) }, notes }
  },
  print: (_kind, input: JobShopInput, name) => printJsplib(input, name),
}

function choices(settings: Settings): Pick<JobShopInput, 'encoding' | 'horizon'> {
  const encoding = wordSetting(settings, 'encoding', ['time', 'order'])
  const horizon = countSetting(settings, 'horizon')
  return { ...(encoding ? { encoding } : {}), ...(horizon === undefined ? {} : { horizon }) }
}
