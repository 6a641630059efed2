import { Scanner } from '../../src/qubo/formats/index.ts'
import { collectionSettings, instanceOf } from '../collection.ts'
import type { InstanceFormat, Reading, Settings } from '../format.ts'
import type { BinPackingInput } from '../shapes.ts'

const mostItems = 1e6
const mostProblems = 1e5

/**
 * OR-Library (Beasley 1990): the number of problems, then for each a name, `capacity items best`, and the sizes.
 * `instance=k` chooses the k-th, counted from 1.
 */
export function readBinPackings(text: string, settings: Settings): Reading & { readonly input: BinPackingInput } {
  const scanner = new Scanner(text)
  const line = (what: string) => {
    if (!scanner.nextLine()) scanner.fail(`${what} is missing`, 'Fetch the whole file')
  }
  line('the number of problems')
  const problems = scanner.whole('the number of problems', 1, mostProblems)
  scanner.endOfLine()
  const { wanted, notes } = instanceOf(problems, settings)
  let found: (Reading & { readonly input: BinPackingInput }) | undefined
  for (let k = 1; k <= wanted; k++) {
    line(`the name of problem ${k}`)
    found = { name: scanner.rest(), notes: [], input: problemIn(scanner, line) }
  }
  return { ...(found as Reading & { readonly input: BinPackingInput }), notes }
}

function problemIn(scanner: Scanner, line: (what: string) => void): BinPackingInput {
  line('"capacity items best"')
  const capacity = scanner.number('the capacity')
  if (!(capacity > 0)) scanner.fail(`the capacity ${capacity} is not positive`)
  const items = scanner.whole('the number of items', 1, mostItems)
  if (scanner.hasMore()) scanner.number('the best number of bins')
  scanner.endOfLine()
  return { size: sizesIn(scanner, items, capacity, line), capacity }
}

function sizesIn(scanner: Scanner, items: number, capacity: number, line: (what: string) => void): number[] {
  const size: number[] = []
  while (size.length < items) {
    line(`size ${size.length + 1} of ${items}`)
    size.push(scanner.number('the size'))
    scanner.endOfLine()
    const last = size[size.length - 1]
    if (!(last >= 0 && last <= capacity)) scanner.fail(`the size ${last} is not in 0…${capacity}`)
  }
  return size
}

export const orLibraryBins: InstanceFormat = {
  name: 'orLibraryBins',
  title: 'OR-Library bin packing',
  extensions: ['binpack'],
  kinds: ['binPacking'],
  settings: collectionSettings,
  fits: (head) => /^\s*\d+\s*\n\s*[^\s\d]\S*\s*\n\s*[\d.]+\s+\d+\s+\d+\s*\n\s*[\d.]+\s*\n/.test(head),
  read: (text, settings) => ({ kind: 'binPacking', ...readBinPackings(text, settings) }),
}

/** BPPLIB (Delorme, Iori and Martello 2018): the number of items, the capacity, the sizes, one number a line. */
export function readBpplib(text: string): BinPackingInput {
  const scanner = new Scanner(text)
  const line = (what: string) => {
    if (!scanner.nextLine()) scanner.fail(`${what} is missing`, 'Fetch the whole file')
  }
  line('the number of items')
  const items = scanner.whole('the number of items', 1, mostItems)
  scanner.endOfLine()
  line('the capacity')
  const capacity = scanner.number('the capacity')
  if (!(capacity > 0)) scanner.fail(`the capacity ${capacity} is not positive`)
  scanner.endOfLine()
  const size = sizesIn(scanner, items, capacity, line)
  if (scanner.nextLine()) scanner.fail(`more sizes than the ${items} declared`, 'Correct the number of items')
  return { size, capacity }
}

export const printBpplib = ({ size, capacity }: BinPackingInput): string =>
  `${[size.length, capacity, ...Array.from(size)].join('\n')}\n`

/** One number a line, and as many lines as the first says, where the whole text is there to be counted. */
function looksLikeBpplib(head: string): boolean {
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 3 || !lines.slice(0, 2000).every((line) => /^\s*\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/.test(line)))
    return false
  return head.length >= wholeHead || lines.length - 2 === Number(lines[0])
}

/** So much of a text is shown to `fits`; a shorter one is whole. */
const wholeHead = 65_000

export const bpplib: InstanceFormat = {
  name: 'bpplib',
  title: 'BPPLIB',
  extensions: ['bpp'],
  kinds: ['binPacking'],
  settings: {},
  fits: looksLikeBpplib,
  read: (text) => ({ kind: 'binPacking', input: readBpplib(text), notes: [] }),
  print: (_kind, input: BinPackingInput) => printBpplib(input),
}
