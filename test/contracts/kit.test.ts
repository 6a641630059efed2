import { describe, expect, test } from 'vitest'
import { Model } from '../../src/model/index.ts'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'
import { corrupt, tamper } from './damage.ts'
import { minimumOf, structuredCount, structuredPoints } from './enumerate.ts'
import { close, text, unorderedText } from './promise.ts'
import { svgComplaint } from './svg.ts'

describe('counting points', () => {
  test('a one-hot of three, a permutation of three and a bit give 3 · 6 · 2 points', () => {
    const model = new Model()
    model.choice('colour', ['red', 'green', 'blue'])
    model.permutation('order', 3)
    model.bit()
    expect(structuredCount(model)).toBe(36)
    expect(new Set([...structuredPoints(model)].map(text)).size).toBe(36)
  })

  test('the least energy of −a − b + 3ab over 25 bits is found by descents, over 2 by counting', () => {
    for (const size of [2, 25])
      expect(minimumOf(quboFromCoo(size, [0, 1, 0], [0, 1, 1], [-1, -1, 3]), random('0', 'least')).energy).toBe(-1)
  })
})

describe('damage', () => {
  test('a list of two can lose either, repeat either, or hold a stranger', () => {
    expect(tamper(['a', 'b']).map((d) => text(d.value))).toEqual([
      '["b"]',
      '["a","b","a"]',
      '["a"]',
      '["a","b","b"]',
      '["no such name ☂","b"]',
      '["a","no such name ☂"]',
    ])
  })

  test('a number is replaced by NaN and other odd things, the original stays', () => {
    const input = { n: Float64Array.of(1) }
    expect(corrupt(input).some((d) => text(d.value) === '{"n":[NaN]}')).toBe(true)
    expect(input.n[0]).toBe(1)
  })
})

describe('comparing', () => {
  test('Infinity is close to itself alone', () => {
    const far = Number.POSITIVE_INFINITY
    expect([close(far, far), close(far, 1), close(far, -far), close(1, 1 + 1e-12), close(1, 1.1)]).toEqual([
      true,
      false,
      false,
      true,
      false,
    ])
  })

  test('without order, a list is its entries and empty lists inside say nothing', () => {
    expect(unorderedText({ b: [2, 1], a: [[], ['x']] })).toBe(unorderedText({ a: [['x']], b: [1, 2] }))
  })
})

test.each([
  ['<svg xmlns="x"><g><circle r="1"/></g><text>a &amp; b</text></svg>', null],
  ['<svg xmlns="x"><g></svg>', '</svg> closes nothing'],
  ['<svg xmlns="x"><circle r="NaN"/></svg>', 'an attribute holds NaN'],
  ['<svg xmlns="x"><text>a & b</text></svg>', /unescaped &/],
  ['<svg xmlns="x"><text>a < b</text></svg>', /stray </],
  ['hello', /does not begin/],
])('svgComplaint(%j) is %s', (picture, complaint) => {
  const said = svgComplaint(picture)
  if (complaint instanceof RegExp) expect(said).toMatch(complaint)
  else expect(said).toBe(complaint)
})
