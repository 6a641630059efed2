import { largestSize, Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import type { SetCoverInput } from '../shapes.ts'

/**
 * OR-Library set covering (Beasley 1990), words separated by blanks and line ends alike: `m n` (elements and sets), n
 * costs, then for every element how many sets hold it and their numbers from 1. The rail files tell the same by set: after
 * `m n` a line `cost count elements…` for each set; where a text reads that way it is one.
 */
export function readCover(text: string): SetCoverInput {
  return isRail(text) ? readRail(text) : readScp(text)
}

function readScp(text: string): SetCoverInput {
  const { scanner, next } = wordsOf(text)
  const elements = next('the number of elements m', 1, largestSize)
  const count = next('the number of sets n', 1, largestSize)
  const costs = Array.from({ length: count }, (_, j) => next(`the cost of set ${j + 1}`, 0, Number.MAX_SAFE_INTEGER))
  const sets = costs.map((): number[] => [])
  for (let i = 0; i < elements; i++) {
    const holders = next(`how many sets hold element ${i + 1}`, 1, count)
    for (let k = 0; k < holders; k++) sets[next('a set', 1, count) - 1].push(i)
  }
  scanner.endOfLine()
  if (scanner.nextLine()) scanner.fail('the text goes on after the last element', 'Correct "m n" or the counts')
  return { elements, sets, costs }
}

function readRail(text: string): SetCoverInput {
  const { scanner, next } = wordsOf(text)
  const elements = next('the number of elements m', 1, largestSize)
  const count = next('the number of sets n', 1, largestSize)
  const costs: number[] = []
  const sets = Array.from({ length: count }, () => {
    costs.push(next('the cost', 0, Number.MAX_SAFE_INTEGER))
    const size = next('how many elements the set holds', 0, elements)
    return Array.from({ length: size }, () => next('an element', 1, elements) - 1)
  })
  if (scanner.nextLine()) scanner.fail('the text goes on after the last set', 'Correct "m n" or the counts')
  return { elements, sets, costs }
}

/** Words one after the other, whatever the lines. */
function wordsOf(text: string) {
  const scanner = new Scanner(text)
  const next = (what: string, low: number, high: number) => {
    while (!scanner.hasMore())
      if (!scanner.nextLine()) scanner.fail(`the text ends where ${what} should stand`, 'Fetch the whole file')
    return scanner.whole(what, low, high)
  }
  return { scanner, next }
}

/** The lines with words, without one that the head may have cut. */
function linesOf(head: string): string[] {
  const lines = head.replace(/^\ufeff/, '').split('\n')
  return (head.endsWith('\n') ? lines : lines.slice(0, -1)).map((line) => line.trim()).filter((line) => line !== '')
}

/** `m n`, and each of the n lines below is a cost, a count and so many elements. */
function isRail(head: string): boolean {
  const [first = '', ...rest] = linesOf(head.endsWith('\n') ? head : `${head}\n`)
  const size = /^(\d+)\s+(\d+)$/.exec(first)
  if (size === null || rest.length === 0) return false
  if (rest.length !== Number(size[2]) && head.length < headLength) return false
  return rest.slice(0, 200).every((line) => {
    const words = line.split(/\s+/)
    return words.length >= 3 && Number(words[1]) === words.length - 2 && words.slice(2).every((w) => inside(w, size[1]))
  })
}

const inside = (word: string, most: string): boolean => /^\d+$/.test(word) && +word >= 1 && +word <= +most

/** `m n` alone on the first line, and then counts that count, each followed by distinct sets. */
function isScp(head: string): boolean {
  const lines = linesOf(head)
  const size = /^(\d+)\s+(\d+)$/.exec(lines[0] ?? '')
  if (size === null) return false
  const [elements, count] = [Number(size[1]), Number(size[2])]
  const words = lines.slice(1).flatMap((line) => line.split(/\s+/))
  if (words.some((word) => !/^\d+$/.test(word)) || words.length <= count) return false
  let at = count
  let element = 0
  for (; element < elements && at < words.length; element++) {
    const holders = Number(words[at])
    const list = words.slice(at + 1, at + 1 + holders)
    if (holders < 1 || holders > count || !list.every((w) => inside(w, size[2]))) return false
    if (new Set(list).size !== list.length) return false
    at += 1 + holders
  }
  const isWhole = element === elements && at === words.length
  return isWhole || (head.length >= headLength && at >= words.length)
}

/** Where a text is cut for recognition. */
const headLength = 1 << 16

export function printCover({ elements, sets, costs }: SetCoverInput): string {
  const holders = Array.from({ length: elements }, (): number[] => [])
  sets.forEach((list, j) => {
    for (const i of Array.from(list)) holders[i].push(j + 1)
  })
  const cost = Array.from({ length: sets.length }, (_, j) => costs?.[j] ?? 1)
  const lines = [`${elements} ${sets.length}`, cost.join(' ')]
  for (const list of holders) lines.push(String(list.length), list.join(' '))
  return `${lines.join('\n')}\n`
}

export const orLibraryCover: InstanceFormat = {
  name: 'orLibraryCover',
  title: 'OR-Library scp and rail',
  extensions: ['scp', 'rail'],
  kinds: ['setCover'],
  settings: {},
  fits: (head, extension) => isScp(head) || (isRail(head) && (extension === 'rail' || isLongRail(head))),
  read: (text) => ({ kind: 'setCover', input: readCover(text), notes: [] }),
}

/** An edge list `i j w` with j = 1 throughout would be a rail file of one element each; real ones have longer sets. */
const isLongRail = (head: string): boolean => linesOf(head).some((line) => line.split(/\s+/).length > 4)
