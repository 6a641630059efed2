import { expect, it } from 'vitest'
import { liftThrough, lowerThrough, substitute, withoutConstraints } from '../../src/compile/substitution.ts'
import { Model } from '../../src/model/index.ts'

const model = new Model()
const [a, n] = [model.bit('a'), model.integer(1, 4, 'n')]
model.minimise([2, a], [3, a, n], [1, n, n], 5).subjectTo(
  'cap',
  [
    [1, a],
    [2, n],
  ],
  '<=',
  6,
)

const encoded = substitute(model, (c) => (c === n ? { shift: 1, factors: [1, 2], name: (k) => `n${k}` } : null))

it('n = 1 + p + 2q is multiplied out everywhere', () => {
  expect(String(encoded.to)).toBe(
    [
      'minimise 5·a + 2·n0 + 4·n1 + 3·a·n0 + 6·a·n1 + n0² + 4·n0·n1 + 4·n1² + 6',
      'subject to cap: a + 2·n0 + 4·n1 <= 4',
      'a, n0, n1 ∈ {0, 1}',
    ].join('\n'),
  )
})

it('points go both ways', () => {
  expect(liftThrough(encoded.substitution, [1, 1, 1])).toEqual(Float64Array.of(1, 4))
  const write = (_: number, value: number, bits: Float64Array) => {
    bits.set([(value - 1) & 1, (value - 1) >> 1])
    return value <= 4
  }
  expect(lowerThrough(encoded.substitution, [1, 3], write, (c) => c === n)).toEqual(Float64Array.of(1, 0, 1))
  expect(lowerThrough(encoded.substitution, [1, 9], write, (c) => c === n)).toBeNull()
})

it('a copy without constraints keeps columns, names and objective', () => {
  expect(String(withoutConstraints(model))).toBe('minimise 2·a + 3·a·n + n² + 5\na ∈ {0, 1}; n ∈ [1, 4]')
})
