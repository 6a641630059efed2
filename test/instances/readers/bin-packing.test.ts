import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { printBpplib, readBinPackings, readBpplib } from '../../../instances/readers/bin-packing.ts'
import { formatPromises } from '../../contracts/format.ts'

const inputs = fc.array(fc.nat(99), { minLength: 1, maxLength: 8 }).map((size) => ({ size, capacity: 100 }))

describe('BPPLIB files', () => {
  for (const { promise, check } of formatPromises({
    name: 'bpplib',
    parse: readBpplib,
    print: printBpplib,
    forms: inputs,
    countsLines: true,
  }))
    it(promise, check)

  it('are known by their one column', () => {
    expect(readInstance('3\n10\n6\n4\n5\n').input).toEqual({ size: [6, 4, 5], capacity: 10 })
  })
})

const two = '2\n u3_00\n 10 3 2\n6\n4\n5\n u2_01\n 9 2 1\n4\n5\n'

describe('bin packing files of the OR-Library', () => {
  it('hold several problems, of which one is chosen', () => {
    const { input, name, notes } = readInstance(two, { fileName: 'binpack1.txt' })
    expect([name, input]).toEqual(['u3_00', { size: [6, 4, 5], capacity: 10 }])
    expect(notes).toEqual(['the first of 2 instances was read; set instance=2 … 2 for another'])
    expect(readInstance(two, { set: { instance: '2' } }).input).toEqual({ size: [4, 5], capacity: 9 })
  })

  it('name the line that is broken and the problems that are there', () => {
    expect(() => readBinPackings(two.replace('\n5\n u2', '\n11\n u2'), {})).toThrow('size 11 is not in 0…10')
    expect(() => readBinPackings(two, { instance: '3' })).toThrow('the file holds 2')
  })
})
