import { expect, it } from 'vitest'
import { chooseEngines, isTiny } from '../../../solvers/ilp/engines.ts'
import { covering, programme } from './programme.ts'

const names = (size: number, rows: number, choice: 'auto' | 'highs' | 'javascript-lp-solver') =>
  chooseEngines(covering('choice', size, rows), choice).engines.map((engine) => engine.name)

it('15 columns and 15 rows are tiny, one more of either is not', () => {
  expect([isTiny(covering('a', 15, 15)), isTiny(covering('a', 16, 15)), isTiny(covering('a', 15, 16))]).toEqual([
    true,
    false,
    false,
  ])
})

it('numbers beyond a million, or closer to 0 than a millionth, are not tiny however few there are', () => {
  const withNumber = (value: number) => isTiny(programme([1, 1], [{ terms: [1, value], max: 5 }]))
  expect([1e6, 1e7, 1e-6, 1e-7, -1e9].map(withNumber)).toEqual([true, false, true, false, false])
  expect(isTiny(programme([1], [], { upper: [1e9] }))).toBe(false)
})

it('the tiny go to plain JavaScript first, the others to branch and cut, and a wish is a wish', () => {
  expect(names(5, 5, 'auto')).toEqual(['javascript-lp-solver', 'highs'])
  expect(names(50, 5, 'auto')).toEqual(['highs', 'javascript-lp-solver'])
  expect(names(5, 5, 'highs')[0]).toBe('highs')
  expect(names(50, 5, 'javascript-lp-solver')[0]).toBe('javascript-lp-solver')
})
