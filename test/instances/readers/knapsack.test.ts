import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnapsackInput } from '../../../instances/index.ts'
import { readInstance } from '../../../instances/index.ts'
import { printKnapsackText, readKnapsackText } from '../../../instances/readers/knapsack.ts'
import { knapsack } from '../../../problems/index.ts'
import { formatPromises } from '../../contracts/format.ts'

const whole = fc.nat(999)
const inputs = fc
  .tuple(fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 6 }), whole)
  .map(([items, capacity]) => ({ value: items.map((i) => i[0]), weight: items.map((i) => i[1]), capacity }))

describe('knapsack texts', () => {
  for (const { promise, check } of formatPromises({
    name: 'knapsackText',
    parse: readKnapsackText,
    print: printKnapsackText,
    forms: inputs,
    countsLines: true,
  }))
    it(promise, check)

  it('are told from graphs by their lines: as many as there are items', () => {
    expect(readInstance('2 9\n5 4\n6 7\n', { fileName: 'x.kp' }).kind).toBe('knapsack')
    expect(readInstance('2 9\n5 4\n6 7\n', { as: 'knapsack' }).input).toEqual({
      value: [5, 6],
      weight: [4, 7],
      capacity: 9,
    })
    expect(readInstance('4 2\n1 2\n3 4\n').kind).toBe('maxCut')
  })

  it('cannot say that an item is there twice', () => {
    expect(() => printKnapsackText({ value: [1], weight: [1], capacity: 1, count: [2] })).toThrow('how often')
  })
})

const two = `first
n 2
c 5
z 7
time 0.00
1,7,5,1
2,3,4,0
-----

second
n 1
c 9
z 8
time 0.10
1,8,9,1
-----
`

describe('the collections of Pisinger', () => {
  it('hold several instances, of which one is chosen', () => {
    const first = readInstance(two, { fileName: 'two.csv' })
    expect(first.input).toEqual({ value: [7, 3], weight: [5, 4], capacity: 5 })
    expect(first.notes).toEqual(['the first of 2 instances was read; set instance=2 … 2 for another'])
    const second = readInstance(two, { fileName: 'two.csv', set: { instance: '2' } })
    expect([second.name, second.input]).toEqual(['second', { value: [8], weight: [9], capacity: 9 }])
  })

  it('name the line that is broken and the instances that are there', () => {
    expect(() => readInstance(two.replace('2,3,4,0', '2,x,4,0'), { fileName: 'two.csv' })).toThrow('line 7')
    expect(() => readInstance(two, { set: { instance: '3' } })).toThrow('the file holds 2')
  })
})

const folder = process.env.ISINGLASS_INSTANCES

describe.skipIf(!folder)('the standard knapsacks (skipped unless ISINGLASS_INSTANCES names their folder)', () => {
  it('hold selections worth what the catalogue says', () => {
    for (const file of readdirSync(join(folder as string, 'knapsack'))) {
      const text = readFileSync(join(folder as string, 'knapsack', file), 'utf8')
      const blocks = text.split(/^-----$/m).filter((block) => block.trim() !== '')
      blocks.forEach((block, k) => {
        const { input, bestKnown } = readInstance(text, { fileName: file, set: { instance: `${k + 1}` } })
        const taken = [...block.matchAll(/^(\d+),\d+,\d+,1$/gm)].map((line) => Number(line[1]) - 1)
        const problem = knapsack(input as KnapsackInput)
        expect([file, k, problem.check({ taken }), problem.cost({ taken })]).toEqual([
          file,
          k,
          [],
          bestKnown?.bestKnown,
        ])
      })
    }
  })
})
