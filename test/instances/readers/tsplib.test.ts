import { describe, expect, it } from 'vitest'
import { printTsp, readTsp } from '../../../instances/readers/tsplib.ts'
import type { TspInput } from '../../../instances/shapes.ts'

const explicit = (format: string, numbers: string) =>
  `NAME: x\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: ${format}\nEDGE_WEIGHT_SECTION\n${numbers}\nEOF\n`
const matrixOf = (text: string) => [
  ...((readTsp(text).input as TspInput & { matrix: ArrayLike<number> }).matrix as Float64Array),
]

/** Distances 0–1: 12, 0–2: 13, 1–2: 23. */
const symmetric = [0, 12, 13, 12, 0, 23, 13, 23, 0]

describe('TSPLIB', () => {
  it.each([
    ['UPPER_ROW', '12 13 23'],
    ['LOWER_ROW', '12 13 23'],
    ['UPPER_DIAG_ROW', '0 12 13 0 23 0'],
    ['LOWER_DIAG_ROW', '0 12 0 13 23 0'],
    ['UPPER_COL', '12 13 23'],
    ['LOWER_COL', '12 13 23'],
    ['UPPER_DIAG_COL', '0 12 0 13 23 0'],
    ['LOWER_DIAG_COL', '0 12 13 0 23 0'],
    ['FULL_MATRIX', '0 12 13\n12 0 23\n13 23 0'],
  ])('reads the layout %s, lines broken anywhere', (format, numbers) => {
    expect(matrixOf(explicit(format, numbers))).toEqual(symmetric)
    expect(matrixOf(explicit(format, numbers.replace(' ', '\n')))).toEqual(symmetric)
  })

  it('walks triangles of four places row by row', () => {
    const four = (format: string) => matrixOf(explicit(format, '1 2 3 4 5 6').replace('DIMENSION: 3', 'DIMENSION: 4'))
    expect(four('UPPER_ROW').slice(0, 8)).toEqual([0, 1, 2, 3, 1, 0, 4, 5])
    expect(four('LOWER_ROW').slice(8)).toEqual([2, 3, 0, 6, 4, 5, 6, 0])
    expect(four('UPPER_COL')).toEqual(four('LOWER_ROW'))
    expect(four('LOWER_COL')).toEqual(four('UPPER_ROW'))
  })

  it('counts the numbers of a matrix', () => {
    expect(() => readTsp(explicit('UPPER_ROW', '12 13'))).toThrow(
      'line 6: EDGE_WEIGHT_SECTION has 2 numbers instead of 3',
    )
  })
})

describe('TSPLIB nodes and refusals', () => {
  it('reads coordinates with their metric, sections in any order, keys with or without blanks', () => {
    const text = 'NODE_COORD_SECTION\n2 3 4\n1 0 0\nDIMENSION:2\nEDGE_WEIGHT_TYPE : EUC_2D\nTYPE : TSP\n'
    expect(readTsp(text).input).toEqual({
      at: [
        [0, 0],
        [3, 4],
      ],
      metric: 'euc2d',
    })
  })

  it('keeps node numbers that are not 1 … n as names', () => {
    const text = 'DIMENSION: 2\nEDGE_WEIGHT_TYPE: ATT\nNODE_COORD_SECTION\n0 3 4\n1 0 0\n'
    expect(readTsp(text).input).toEqual({
      at: [
        [3, 4],
        [0, 0],
      ],
      metric: 'att',
      names: ['0', '1'],
    })
  })

  it('turns points of space into a matrix: 2, 3, 6 are 7 apart', () => {
    const text = (type: string) => `DIMENSION: 2\nEDGE_WEIGHT_TYPE: ${type}\nNODE_COORD_SECTION\n1 0 0 0\n2 2 3 6\n`
    expect(matrixOf(text('EUC_3D'))).toEqual([0, 7, 7, 0])
    expect(matrixOf(text('MAN_3D'))).toEqual([0, 11, 11, 0])
    expect(matrixOf(text('MAX_3D'))).toEqual([0, 6, 6, 0])
  })

  it.each([
    ['fixed edges', 'DIMENSION: 2\nFIXED_EDGES_SECTION\n1 2\n-1\n', 'line 2: FIXED_EDGES_SECTION prescribes edges'],
    ['an unknown distance', 'DIMENSION: 2\nEDGE_WEIGHT_TYPE: XRAY1\n', 'line 2: EDGE_WEIGHT_TYPE "XRAY1" is not known'],
    [
      'too few nodes',
      'DIMENSION: 3\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 1 1\n',
      'line 5: NODE_COORD_SECTION has 2 lines but DIMENSION is 3',
    ],
    [
      'a node twice',
      'DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n1 1 1\n',
      'line 5: node 1 is listed twice',
    ],
    [
      'a missing coordinate',
      'DIMENSION: 1\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0\n',
      'line 4: a line of NODE_COORD_SECTION has 2 numbers instead of 3',
    ],
    ['no dimension', 'NAME: x\nEDGE_WEIGHT_TYPE: EUC_2D\n', 'line 2: DIMENSION is missing'],
    ['another type', 'TYPE: HCP\nDIMENSION: 2\n', 'line 1: TYPE "HCP" is no travelling salesman problem'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readTsp(text)).toThrow(message)
  })

  it('prints ATSP for a matrix that is not symmetric', () => {
    expect(printTsp({ size: 2, matrix: [0, 1, 2, 0] }, 'x')).toContain('TYPE : ATSP')
  })

  it('refuses to print names that are no numbers', () => {
    expect(() => printTsp({ at: [[0, 0]], metric: 'geo', names: ['Ulm'] }, 'x')).toThrow('"Ulm" is not a whole number')
  })
})
