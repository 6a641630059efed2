import { IsinglassError } from '../../src/errors.ts'
import { Scanner } from '../../src/qubo/formats/index.ts'
import { collectionSettings, instanceOf } from '../collection.ts'
import type { InstanceFormat, Reading, Settings } from '../format.ts'
import type { KnapsackInput } from '../shapes.ts'

const mostItems = 1e6

const block = /^[ \t]*(\S+)[ \t]*\r?\n[ \t]*n[ \t]+\d+[ \t]*\r?\n[ \t]*c[ \t]+\d/

/**
 * The collections of Pisinger (2005, "Where are the hard knapsack problems?"): blocks of a name, `n`, `c`, `z`, `time`, then
 * lines `item,value,weight,taken` and a line of dashes. `instance=k` chooses the k-th, counted from 1.
 */
function readPisinger(text: string, settings: Settings): Reading & { readonly input: KnapsackInput } {
  const blocks = blocksOf(text)
  const { wanted, notes } = instanceOf(blocks.length, settings)
  const scanner = new Scanner(text)
  while (scanner.line < blocks[wanted - 1]) scanner.nextLine()
  const name = scanner.rest()
  const field = (key: string) => {
    if (!scanner.nextLine() || scanner.word(`"${key}"`) !== key) scanner.fail(`a line "${key} …" is missing`)
    return scanner.number(key)
  }
  const size = field('n')
  if (!(Number.isInteger(size) && size >= 1 && size <= mostItems)) scanner.fail(`${size} is no number of items`)
  const capacity = field('c')
  field('z')
  field('time')
  const items = Array.from({ length: size }, () => itemOf(scanner))
  return { name, notes, input: { value: items.map((i) => i[0]), weight: items.map((i) => i[1]), capacity } }
}

/** The lines, counted from 1, where a block begins: at the top, and after every line of dashes that something follows. */
function blocksOf(text: string): number[] {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const filled = lines.flatMap((line, k) => (line.trim() === '' ? [] : [k + 1]))
  return filled.filter((_, k) => k === 0 || /^\s*-{3,}\s*$/.test(lines[filled[k - 1] - 1]))
}

function itemOf(scanner: Scanner): [number, number] {
  if (!scanner.nextLine()) scanner.fail('an item is missing', 'Fetch the whole file')
  const words = scanner.rest().split(',')
  const [value, weight] = [Number(words[1]), Number(words[2])]
  const fine = words.length >= 3 && [words[1], words[2]].every((word) => /^\s*\d+(\.\d+)?\s*$/.test(word))
  if (!fine || !(value >= 0) || !(weight >= 0)) scanner.fail('the line is no item', 'Write "item,value,weight,taken"')
  return [value, weight]
}

export const pisinger: InstanceFormat = {
  name: 'pisinger',
  title: 'Pisinger’s knapsacks',
  extensions: ['pisinger'],
  kinds: ['knapsack'],
  settings: collectionSettings,
  fits: (head) => block.test(head.replace(/^\s*\n/, '')),
  read: (text, settings) => ({ kind: 'knapsack', ...readPisinger(text, settings) }),
}

/** `n capacity`, then a line `value weight` for each item. */
export function readKnapsackText(text: string): KnapsackInput {
  const scanner = new Scanner(text)
  if (!scanner.nextLine()) scanner.fail('the text is empty', 'Give "n capacity" and then n lines "value weight"')
  const size = scanner.whole('the number of items', 1, mostItems)
  const capacity = scanner.number('the capacity')
  scanner.endOfLine()
  if (size > text.length) scanner.fail(`${size} items are more than the text can hold`, 'Correct the header')
  const value: number[] = []
  const weight: number[] = []
  for (let k = 0; k < size; k++) {
    if (!scanner.nextLine()) scanner.fail(`item ${k + 1} of ${size} is missing`, 'Fetch the whole file')
    value.push(scanner.number('the value'))
    weight.push(scanner.number('the weight'))
    scanner.endOfLine()
  }
  if (scanner.nextLine()) scanner.fail(`more items than the ${size} declared`, 'Correct the header')
  return { value, weight, capacity }
}

export function printKnapsackText({ value, weight, capacity, count }: KnapsackInput): string {
  if (count !== undefined && Array.from(count).some((c) => c !== 1))
    throw new IsinglassError('INPUT_INVALID', 'a knapsack text cannot say how often an item is there', 'Write JSON')
  const items = Array.from(value, (v, k) => `${v} ${weight[k]}`)
  return `${[`${value.length} ${capacity}`, ...items].join('\n')}\n`
}

const extensions = ['kp', 'knapsack']

/** Two numbers a line, and as many lines as the first number says; where an edge list could be meant, the extension decides. */
function looksLikeKnapsackText(head: string, extension: string): boolean {
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  const number = '\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?'
  const pair = new RegExp(`^\\s*-?${number}\\s+${number}\\s*$`)
  const header = /^\s*(\d+)\s+(\d+(?:\.\d+)?)\s*$/.exec(lines[0] ?? '')
  if (header === null || !lines.slice(1, 200).every((line) => pair.test(line))) return false
  return extensions.includes(extension) || (lines.length - 1 === Number(header[1]) && header[1] !== header[2])
}

export const knapsackText: InstanceFormat = {
  name: 'knapsackText',
  title: 'plain knapsacks',
  extensions,
  kinds: ['knapsack'],
  settings: {},
  fits: looksLikeKnapsackText,
  read: (text) => ({ kind: 'knapsack', input: readKnapsackText(text), notes: [] }),
  print: (_kind, input: KnapsackInput) => printKnapsackText(input),
}
