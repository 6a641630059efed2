import { Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat, Reading } from '../format.ts'
import type { QuadraticKnapsackInput } from '../shapes.ts'

const mostItems = 5000

/**
 * The files of Billionnet and Soutif (2004): a name, n, the values of the items, the values of pairs as the n − 1 rows of an
 * upper triangle, 0 for "at most", the capacity, the weights. What follows is comment.
 */
export function readQuadraticKnapsack(text: string): Reading & { readonly input: QuadraticKnapsackInput } {
  const scanner = new Scanner(text)
  const line = (what: string) => {
    if (!scanner.nextLine()) scanner.fail(`${what} is missing`, 'Fetch the whole file')
  }
  const numbers = (count: number, what: string) => {
    const list = new Float64Array(count)
    for (let k = 0; k < count; k++) {
      while (!scanner.hasMore()) line(what)
      list[k] = scanner.number(what)
    }
    return list
  }
  line('the name')
  const name = scanner.rest()
  line('the number of items')
  const size = scanner.whole('the number of items', 1, mostItems)
  scanner.endOfLine()
  if ((size * size) / 2 > text.length)
    scanner.fail(`${size} items are more than the text can hold`, 'Correct the header')
  const value = numbers(size, 'the value of an item')
  const pairs = pairsIn(size, (count) => numbers(count, 'the value of a pair'))
  line('the kind of the constraint')
  if (scanner.whole('the kind of the constraint', 0, 1) !== 0)
    scanner.fail('the capacity must be met exactly, which is not known here', 'Use an instance of kind 0')
  line('the capacity')
  const capacity = scanner.number('the capacity')
  if (capacity < 0) scanner.fail(`the capacity ${capacity} is negative`)
  const weight = numbers(size, 'the weight of an item')
  if (weight.some((w) => w < 0)) scanner.fail('a weight is negative')
  scanner.endOfLine()
  return { name, notes: [], input: { value, weight, capacity, pairs } }
}

function pairsIn(size: number, row: (count: number) => Float64Array): QuadraticKnapsackInput['pairs'] {
  const from: number[] = []
  const to: number[] = []
  const value: number[] = []
  for (let i = 0; i + 1 < size; i++) {
    row(size - 1 - i).forEach((v, k) => {
      if (v === 0) return
      from.push(i)
      to.push(i + 1 + k)
      value.push(v)
    })
  }
  return { from, to, value }
}

export function printQuadraticKnapsack(
  { value, weight, capacity, pairs }: QuadraticKnapsackInput,
  name: string,
): string {
  const size = value.length
  const rows = Array.from({ length: size - 1 }, (_, i) => new Array<number>(size - 1 - i).fill(0))
  for (let k = 0; k < pairs.from.length; k++) {
    const [i, j] = [pairs.from[k], pairs.to[k]].sort((a, b) => a - b)
    rows[i][j - i - 1] += pairs.value[k]
  }
  const lines = [name, size, Array.from(value).join(' '), ...rows.map((row) => row.join(' '))]
  return `${[...lines, '', 0, capacity, Array.from(weight).join(' ')].join('\n')}\n`
}

/** A line that is no number, one number n, then lines of n, n − 1 … numbers. */
export function looksLikeQuadraticKnapsack(head: string): boolean {
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  const size = /^\s*(\d{1,4})\s*$/.exec(lines[1] ?? '')?.[1]
  if (size === undefined || lines.length < 4 || /^\s*[\d.+-]+\s*$/.test(lines[0])) return false
  const counts = lines.slice(2, 4).map((line) => line.trim().split(/\s+/).length)
  return counts[0] === Number(size) && (counts[1] === Number(size) - 1 || Number(size) === 1)
}

export const quadraticKnapsackText: InstanceFormat = {
  name: 'quadraticKnapsackText',
  title: 'quadratic knapsacks of Billionnet and Soutif',
  extensions: ['qkp'],
  kinds: ['quadraticKnapsack'],
  settings: {},
  fits: looksLikeQuadraticKnapsack,
  read: (text) => ({ kind: 'quadraticKnapsack', ...readQuadraticKnapsack(text) }),
  print: (_kind, input: QuadraticKnapsackInput, name) => printQuadraticKnapsack(input, name),
}
