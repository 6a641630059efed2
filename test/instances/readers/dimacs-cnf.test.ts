import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { printCnf, readCnf } from '../../../instances/readers/dimacs-cnf.ts'
import type { SatInput } from '../../../instances/shapes.ts'
import { formatPromises } from '../../contracts/format.ts'

const literal = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()).map(([v, sign]) => (sign ? v : -v))
const clauses = fc.array(fc.array(literal, { maxLength: 3 }), { minLength: 1, maxLength: 5 })
const forms: fc.Arbitrary<SatInput> = fc.oneof(
  clauses.map((list) => ({ variables: 4, clauses: list })),
  fc
    .tuple(clauses, fc.array(fc.array(literal, { maxLength: 2 }), { minLength: 1, maxLength: 3 }))
    .map(([list, hard]) => ({ variables: 4, clauses: list, weights: list.map((_, c) => c + 2), hard })),
)

describe('format dimacsCnf', () => {
  const kit = { name: 'dimacsCnf', parse: (text: string) => readCnf(text).input, print: printCnf, forms }
  for (const { promise, check } of formatPromises(kit)) it(promise, check)

  it('takes clauses over several lines and stops at the line % of SATLIB', () => {
    expect(readCnf('c so\np cnf 3 2\n1 -2\n 3 0 -1\n0\n%\n0\n').input).toEqual({
      variables: 3,
      clauses: [[1, -2, 3], [-1]],
    })
  })

  it('takes weights from the top on as rules', () => {
    expect(readCnf('p wcnf 2 3 10\n10 1 0\n3 -1 2 0\n4 -2 0\n').input).toEqual({
      variables: 2,
      clauses: [[-1, 2], [-2]],
      weights: [3, 4],
      hard: [[1]],
    })
  })

  it('takes the form of 2022, without a header', () => {
    const { kind, input } = readInstance('c new\nh 1 2 0\n3 -1 0\n', { fileName: 'x.wcnf' })
    expect([kind, input]).toEqual(['sat', { variables: 2, clauses: [[-1]], weights: [3], hard: [[1, 2]] }])
  })

  it('notes a header that miscounts', () => {
    expect(readCnf('p cnf 2 3\n1 0\n2 0\n').notes).toEqual([
      '3 clauses are declared but 2 are there, and those are solved',
    ])
  })

  it('refuses a literal beyond the header and a clause without its 0', () => {
    expect(() => readCnf('p cnf 2 1\n3 0\n')).toThrow('line 2: a literal 3 is not in -2…2')
    expect(() => readCnf('p cnf 2 1\n1 2\n')).toThrow('the last clause is not ended by 0')
  })
})
