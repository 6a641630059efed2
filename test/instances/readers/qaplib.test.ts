import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { looksLikeQaplib, printQaplib, readQaplib } from '../../../instances/readers/qaplib.ts'
import { formatPromises } from '../../contracts/format.ts'

const inputs = fc
  .integer({ min: 1, max: 4 })
  .chain((n) => {
    const matrix = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: n * n, maxLength: n * n })
    return fc.tuple(matrix, matrix)
  })
  .map(([flow, distance]) => ({ flow: Float64Array.from(flow), distance: Float64Array.from(distance) }))

describe('QAPLIB files', () => {
  for (const { promise, check } of formatPromises({
    name: 'qaplib',
    parse: readQaplib,
    print: printQaplib,
    forms: inputs,
    countsLines: true,
  }))
    it(promise, check)

  it('may wrap their rows anyhow', () => {
    const { flow, distance } = readQaplib('2\n0 1 2\n3\n\n4\n5 6 7\n')
    expect([Array.from(flow), Array.from(distance)]).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ])
  })

  it('are known by the count of their numbers', () => {
    expect(looksLikeQaplib('2\n0 1 2 3\n4 5 6 7\n')).toBe(true)
    expect(looksLikeQaplib('2\n0 1 2 3\n4 5 6\n')).toBe(false)
    // A list of pairs too long to be counted is no matrix: rows of two numbers where there should be 225.
    expect(looksLikeQaplib(`225\n${'0.001 0.04\n'.repeat(7000)}`)).toBe(false)
    expect(looksLikeQaplib('4\n10\n1\n2\n3\n4\n')).toBe(false)
  })

  it('that end too soon are complained about', () => {
    expect(() => readInstance('3\n0 1 2\n', { fileName: 'x.dat' })).toThrow('more than the text can hold')
  })

  it('cannot hold costs of single placements', () => {
    expect(() => printQaplib({ flow: [0], distance: [0], cost: [1] })).toThrow('no costs besides')
  })
})
