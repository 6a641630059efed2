import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { printCover, readCover } from '../../../instances/readers/or-library-cover.ts'
import type { SetCoverInput } from '../../../instances/shapes.ts'
import { formatPromises } from '../../contracts/format.ts'

const forms: fc.Arbitrary<SetCoverInput> = fc
  .array(fc.tuple(fc.subarray([0, 1, 2]), fc.nat(9)), { minLength: 1, maxLength: 4 })
  .map((list) => ({
    elements: 3,
    sets: [...list.map(([set]) => set), [0, 1, 2]],
    costs: [...list.map(([, cost]) => cost), 4],
  }))

describe('format orLibraryCover', () => {
  const kit = { name: 'orLibraryCover', parse: readCover, print: printCover, forms, countsLines: true }
  for (const { promise, check } of formatPromises(kit)) it(promise, check)

  const four = { elements: 3, sets: [[0, 1], [2]], costs: [5, 1] }

  it('reads elements with their sets, over any lines, without being told what they are', () => {
    const { kind, input } = readInstance(' 3 2 \n 5 \n 1 \n 1 \n 1 \n 1 1\n1\n2\n', { fileName: 'x.txt' })
    expect([kind, input]).toEqual(['setCover', four])
  })

  it('reads rail files, one set a line', () => {
    expect(readCover('3 2\n5 2 1 2\n1 1 3\n')).toEqual(four)
    expect(readInstance('3 2\n5 2 1 2\n1 1 3\n', { fileName: 'x.rail' }).input).toEqual(four)
  })

  it('names the line where a set does not exist', () => {
    expect(() => readCover('3 2\n5 1\n1\n1\n1\n3\n')).toThrow('line 6: a set 3 is not in 1…2')
  })
})
