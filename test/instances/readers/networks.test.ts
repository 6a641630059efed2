import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { bif, readBif } from '../../../instances/readers/bif.ts'
import { readNetworkTable } from '../../../instances/readers/csv-network.ts'
import { looksLikeGobnilp, printGobnilp, readGobnilp } from '../../../instances/readers/gobnilp.ts'
import { looksLikeJkl, printJkl, readJkl } from '../../../instances/readers/jkl.ts'
import type { BulkNetworkData, NetworkScores } from '../../../instances/shapes.ts'
import { formatPromises } from '../../contracts/format.ts'

const listOf = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })

const tables: fc.Arbitrary<BulkNetworkData> = fc
  .record({ width: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 5 }) })
  .chain(({ width, rows }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: listOf(listOf(fc.nat(2), rows), width),
      names: fc.constant(['smoke', 'x-ray', 'c3', '7'].slice(0, width)),
      arities: fc.constant([3, 4, 3, 12].slice(0, width)),
    }),
  )

const scoreLists: fc.Arbitrary<NetworkScores> = listOf(fc.double({ min: -1e6, max: 0, noNaN: true }), 5).map(
  (list) => ({
    variables: 3,
    names: ['a', 'b', 'c'],
    scores: [
      { variable: 0, parents: [], score: list[0] + 0 },
      { variable: 0, parents: [2, 1], score: list[1] + 0 },
      { variable: 1, parents: [0], score: list[2] + 0 },
      { variable: 2, parents: [], score: list[3] + 0 },
      { variable: 2, parents: [1], score: list[4] + 0 },
    ],
  }),
)

describe('the formats of networks', () => {
  test.each([
    ...formatPromises({
      name: 'gobnilp',
      parse: readGobnilp,
      print: printGobnilp,
      forms: tables as fc.Arbitrary<ReturnType<typeof readGobnilp>>,
    }),
    ...formatPromises({
      name: 'jkl',
      parse: readJkl,
      print: printJkl,
      forms: scoreLists as fc.Arbitrary<ReturnType<typeof readJkl>>,
      countsLines: true,
    }),
  ])('$promise', ({ check }) => check())
})

describe('GOBNILP data', () => {
  it('is known by names, numbers of states and states below them', () => {
    expect(looksLikeGobnilp('a b\n2 3\n1 2\n')).toBe(true)
    expect(looksLikeGobnilp('a b\n2 3\n1 3\n')).toBe(false)
    expect(looksLikeGobnilp('2 3\n2 3\n1 2\n')).toBe(false)
  })

  it('refuses a state that is none', () => {
    expect(() => readGobnilp('a b\n2 3\n1 3\n')).toThrow('line 3: the state of b 3 is not in 0…2')
  })
})

describe('listed scores', () => {
  it('are known by a name with a count, then so many scores with parents', () => {
    expect(looksLikeJkl('2\na 1\n-3.5 0\nb 1\n-2.5 1 a\n')).toBe(true)
    expect(looksLikeJkl('2\n1 2\n3 4\n')).toBe(false)
  })

  it('refuse a stranger as a parent and a score without data to count', () => {
    expect(() => readJkl('1\na 1\n-3.5 1 x\n')).toThrow('1 is not in 0…0')
    expect(() => readJkl('2\na 1\n-3.5 1 x\nb 1\n-1 0\n')).toThrow('line 3: "x" cannot be a parent')
    expect(() => readInstance('1\na 1\n-3.5 0\n', { fileName: 'a.jkl', set: { score: 'bdeu' } })).toThrow(
      '"score" means nothing',
    )
  })
})

describe('a table of discrete data', () => {
  const read = (text: string, settings = {}) => readNetworkTable(text, settings)

  it('has a variable per column, its states numbered in order', () => {
    const { input, notes } = read('rain,wet\nyes,10\nno,9\nyes,9\n')
    expect(input).toEqual({
      rows: 3,
      columns: [
        [1, 0, 1],
        [1, 0, 0],
      ],
      arities: [2, 2],
      names: ['rain', 'wet'],
    })
    expect(notes).toEqual(['the first row was taken for a header; set header=no if it is data'])
  })

  it('has no header where the first row returns or is of numbers', () => {
    expect(read('a,x\nb,y\na,x\n').input.rows).toBe(3)
    expect(read('0,1\n1,0\n').input).toEqual({
      rows: 2,
      columns: [
        [0, 1],
        [1, 0],
      ],
      arities: [2, 2],
    })
  })

  it('leaves out a nameless column of row numbers, and gives missing words a state of their own', () => {
    const { input, notes } = read(',a,b\n0,x,?\n1,y,u\n2,x,\n')
    expect(input).toEqual({
      rows: 3,
      columns: [
        [0, 1, 0],
        [1, 0, 1],
      ],
      arities: [2, 2],
      names: ['a', 'b'],
    })
    expect(notes.slice(1)).toEqual([
      'the first column numbers the rows and is left out',
      'missing values: 2, a state of their own',
    ])
  })

  it('takes the settings of the problem, and must be told apart from features', () => {
    const text = 'a,b\nx,u\ny,v\n'
    const { input } = readInstance(text, {
      fileName: 't.csv',
      as: 'bayesianNetwork',
      set: { score: 'bdeu', ess: '2', parents: '1' },
    })
    expect(input).toMatchObject({ score: 'bdeu', ess: 2, parents: 1 })
    expect(() => readInstance(text, { fileName: 't.csv' })).toThrow('--as features or --as bayesianNetwork')
  })
})

const network = `network unknown { }
variable a { type discrete [ 2 ] { yes, no }; property x = 1; }
variable b { type discrete [ 3 ] { <5, 5-12, 12+ }; } // as the child network has them
probability ( b | a ) {
  (yes) 0.5, 0.25, 0.25;
  (no) 0.0, 0.0, 1.0;
}
probability ( a ) { table 0.25, 0.75; }
`

describe('a BIF network', () => {
  it('has variables, states, parents and a row of probabilities for each of their states', () => {
    expect(readBif(network).variables).toEqual([
      { name: 'a', states: ['yes', 'no'], parents: [], table: [0.25, 0.75] },
      { name: 'b', states: ['<5', '5-12', '12+'], parents: [0], table: [0.5, 0.25, 0.25, 0, 0, 1] },
    ])
  })

  it('may give a whole table, the first word slowest, and a default', () => {
    const whole = network.replace(/\(yes\)[\s\S]*?1\.0;/, 'table 0.5, 0.0, 0.25, 0.0, 0.25, 1.0;')
    expect(readBif(whole)).toEqual(readBif(network))
    expect(readBif(network.replace('(no)', 'default'))).toEqual(readBif(network))
  })

  it('stands for rows drawn from it', () => {
    const { kind, input, notes } = bif.read(network, { rows: '40', seed: '7' })
    const { rows, columns, arities, names } = input as BulkNetworkData
    expect([kind, rows, names, arities]).toEqual(['bayesianNetwork', 40, ['a', 'b'], [2, 3]])
    expect(Array.from(columns[0]).every((a, r) => a === 0 || columns[1][r] === 2)).toBe(true)
    expect(notes).toEqual(['40 rows were drawn from the network of 1 edges, seed 7; it is to be learned from them'])
    expect(bif.read(network, { rows: '40', seed: '7' })).toEqual(bif.read(network, { rows: '40', seed: '7' }))
  })

  it.each([
    [network.replace('(no)', '(maybe)'), 'line 6: "maybe" is no state of "a"'],
    [network.replace('0.25, 0.25;', '0.25;'), 'line 5: 2 probabilities are given where 3 are needed'],
    [network.replace('  (no) 0.0, 0.0, 1.0;\n', ''), 'the table of "b" is not complete'],
    [network.replace('( a ) { table 0.25, 0.75', '( a | b ) { default 0.25, 0.75'), 'the probabilities form a cycle'],
    [network.slice(0, 60), 'line 2: a name is missing'],
  ])('is refused where it makes no sense', (text, complaint) => {
    expect(() => readBif(text)).toThrow(complaint)
  })

  test('any cut of it is refused by FORMAT_INVALID with a line', () => {
    for (let at = 0; at < network.length - 2; at++)
      expect(() => readBif(network.slice(0, at))).toThrow(/FORMAT_INVALID: line \d+/)
  })
})

describe('a table of numbers', () => {
  const rowsOf = (count: number) => Array.from({ length: count }, (_, k) => `${k / 2},u${k}\n`).join('')
  const notes = (count: number, head = 'height,name\n') => readNetworkTable(head + rowsOf(count), {}).notes

  it('is told which of its columns have more than 20 distinct numbers, each of them a state', () => {
    expect(notes(21)).toContain('column height has 21 distinct values; each is its own state')
    expect(notes(21, '')).toContain('column 1 has 21 distinct values; each is its own state')
  })

  it('is not told about 20 numbers, nor about words', () => {
    expect(notes(20).join()).not.toContain('distinct')
    expect(notes(21).join()).not.toContain('column name')
  })
})
