import { largestSize, Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat, Settings } from '../format.ts'
import { countSetting, numberSetting } from '../settings.ts'
import type { PortfolioInput } from '../shapes.ts'

/**
 * OR-Library port files (Chang, Meade, Beasley and Sharaiha 2000): the number of assets n, n lines `mean deviation` of
 * the weekly returns, then a line `i j correlation` for every pair i ≤ j, counted from 1.
 */
export function readPort(text: string): PortfolioInput {
  const scanner = new Scanner(text)
  if (!scanner.nextLine()) scanner.fail('the text is empty', 'Give n, then n lines "mean deviation"')
  const size = scanner.whole('the number of assets', 1, Math.min(largestSize, 5000))
  scanner.endOfLine()
  const mean = new Array<number>(size)
  const deviation = new Array<number>(size)
  for (let i = 0; i < size; i++) {
    if (!scanner.nextLine()) scanner.fail(`asset ${i + 1} of ${size} is missing`, 'Fetch or write the file again')
    mean[i] = scanner.number('the mean return')
    deviation[i] = scanner.number('the deviation')
    if (deviation[i] < 0) scanner.fail(`the deviation ${deviation[i]} is negative`)
    scanner.endOfLine()
  }
  return { mean, deviation, correlation: readCorrelation(scanner, size) }
}

function readCorrelation(scanner: Scanner, size: number): Float64Array {
  const table = new Float64Array(size * size).fill(Number.NaN)
  while (scanner.nextLine()) {
    const i = scanner.whole('asset i', 1, size) - 1
    const j = scanner.whole('asset j', 1, size) - 1
    const value = scanner.number('the correlation')
    scanner.endOfLine()
    if (Math.abs(value) > 1) scanner.fail(`the correlation ${value} is not between -1 and 1`)
    if (i === j && value !== 1) scanner.fail(`asset ${i + 1} has correlation ${value} with itself, not 1`)
    table[i * size + j] = table[j * size + i] = value
  }
  const missing = table.findIndex((value) => Number.isNaN(value))
  if (missing < 0) return table
  const pair = `${Math.floor(missing / size) + 1} and ${(missing % size) + 1}`
  return scanner.fail(`the correlation of assets ${pair} is missing`, 'Give a line "i j correlation" for every pair')
}

export function printPort({ mean, deviation, correlation }: PortfolioInput): string {
  const size = mean.length
  const lines = [` ${size}`, ...mean.map((m, i) => ` ${m} ${deviation[i]}`)]
  for (let i = 0; i < size; i++)
    for (let j = i; j < size; j++) lines.push(` ${i + 1} ${j + 1} ${correlation[i * size + j]}`)
  return `${lines.join('\n')}\n`
}

/** n alone, then n lines of two numbers, then a line `i j number`. */
function looksLikePort(head: string): boolean {
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const size = /^\d{1,4}$/.test(lines[0] ?? '') ? Number(lines[0]) : 0
  if (size === 0) return false
  const count = (line: string) => line.split(/\s+/).length
  const first = lines[size + 1]
  return lines.slice(1, size + 1).every((line) => count(line) === 2) && /^\d+\s+\d+\s+\S+$/.test(first ?? '')
}

function rulesOf(settings: Settings): Partial<PortfolioInput> {
  const given = {
    hold: countSetting(settings, 'hold'),
    exactly: countSetting(settings, 'exactly'),
    return: numberSetting(settings, 'return'),
    min: numberSetting(settings, 'min'),
    max: numberSetting(settings, 'max'),
    lots: countSetting(settings, 'lots'),
    aversion: numberSetting(settings, 'aversion'),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

export const port: InstanceFormat = {
  name: 'port',
  title: 'OR-Library port',
  extensions: ['port'],
  kinds: ['portfolio'],
  settings: {},
  fits: (head) => looksLikePort(head),
  read: (text, settings) => ({ kind: 'portfolio', input: { ...readPort(text), ...rulesOf(settings) }, notes: [] }),
  print: (_kind, input: PortfolioInput) => printPort(input),
}
