import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBiqMac, parseQbsolv, printBiqMac, printQbsolv, quboFormats } from '../../../src/qubo/formats/index.ts'
import { type Qubo, quboEnergy, quboFromCoo, quboOf } from '../../../src/qubo/index.ts'
import { formatPromises } from '../../contracts/format.ts'

const coefficient = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((x) => (Math.abs(x) < 1e-200 ? 0 : x)),
)

const qubos: fc.Arbitrary<Qubo> = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), coefficient), { minLength: 1, maxLength: 12 }),
        coefficient,
      )
      .map(([terms, offset]) => quboFromCoo(size, ...columnsOf([[0, 0, 0.5], ...terms]), { offset })),
  )

function columnsOf(terms: (readonly [number, number, number])[]): [number[], number[], number[]] {
  return [terms.map((t) => t[0]), terms.map((t) => t[1]), terms.map((t) => t[2])]
}

const view = ({ size, offset, linear, rowStart, column, value }: Qubo) => ({
  size,
  offset,
  linear,
  rowStart,
  column,
  value,
})

for (const format of quboFormats) {
  describe(`format ${format.name}`, () => {
    for (const { promise, check } of formatPromises({ ...format, forms: qubos, view, countsLines: true }))
      it(promise, check)
  })
}

const energyAt = (qubo: Qubo, ...x: number[]) => quboEnergy(qubo, x)

describe('Biq Mac', () => {
  it('counts an off-diagonal entry twice', () => {
    const qubo = parseBiqMac('2 3\n1 1 -5\n2 2 1\n1 2 3\n')
    expect(energyAt(qubo, 1, 1)).toBe(-5 + 1 + 2 * 3)
  })

  it('prints half the pair coefficient, indices from 1', () => {
    expect(printBiqMac(quboFromCoo(2, [0, 0], [0, 1], [-5, 6]))).toBe('2 2\n1 1 -5\n1 2 3\n')
  })

  it('keeps a constant in a comment', () => {
    const text = printBiqMac(quboFromCoo(1, [0], [0], [1], { offset: 2.5 }))
    expect(text).toContain('# ObjectiveOffset 2.5')
    expect(parseBiqMac(text).offset).toBe(2.5)
  })

  it('names the line of an index that does not exist', () => {
    expect(() => parseBiqMac('2 1\n1 3 4')).toThrow('line 2: index j 3 is not in 1…2')
  })

  it('names the line where declared entries are missing or too many', () => {
    expect(() => parseBiqMac('2 2\n1 2 4')).toThrow('2 entries are declared but 1 are there')
    expect(() => parseBiqMac('2 1\n1 2 4\n1 1 4\n')).toThrow('line 3: more entries than the 1 declared')
  })

  it('asks for no memory that the text cannot fill', () => {
    expect(() => parseBiqMac('10 9007199254740991\n1 1 1\n')).toThrow('more than the text can hold')
    expect(() => parseBiqMac('4000000000 1\n1 1 1\n')).toThrow('line 1: the number of variables')
  })
})

describe('qbsolv', () => {
  it('takes the pair coefficient whole, indices from 0', () => {
    const qubo = parseQbsolv('c a comment\np qubo 0 3 1 1\n0 0 -5\n1 2 4\n')
    expect(energyAt(qubo, 1, 1, 1)).toBe(-5 + 4)
  })

  it('accepts a coupled variable without a node line', () => {
    expect(parseQbsolv('p qubo 0 2 0 1\n0 1 -1.5\n').value).toEqual(Float64Array.of(-1.5, -1.5))
  })

  it('counts nodes and couplers apart', () => {
    expect(() => parseQbsolv('p qubo 0 2 1 1\n0 1 1\n0 1 1\n')).toThrow('1 nodes are declared but 0 are there')
  })

  it('says where the header should be', () => {
    expect(() => parseQbsolv('1 2 3\n')).toThrow('line 1: the first line is not "p qubo …"')
  })

  it('prints one line per linear term and one per pair', () => {
    expect(printQbsolv(quboFromCoo(2, [0, 0], [0, 1], [-5, 6]))).toBe('p qubo 0 2 1 1\n0 0 -5\n0 1 6\n')
  })

  it('refuses a form whose structures carry no penalty', () => {
    const plain = quboFromCoo(2, [0], [1], [1])
    const native = quboOf(plain, plain.linear, { native: ['one-hot'] })
    expect(() => printQbsolv(native)).toThrow('cannot hold them')
  })
})
