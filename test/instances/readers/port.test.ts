import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { readPort } from '../../../instances/readers/port.ts'

const text = ' 2\n .01 .1\n .02 .2\n 1 1 1\n 1 2 .5\n 2 2 1\n'

describe('OR-Library port files', () => {
  it('hold means, deviations and a correlation for every pair', () => {
    expect(readPort(text)).toEqual({
      mean: [0.01, 0.02],
      deviation: [0.1, 0.2],
      correlation: Float64Array.of(1, 0.5, 0.5, 1),
    })
  })

  it('are recognised by their content, and take the settings of portfolio', () => {
    const { kind, input } = readInstance(text, { fileName: 'some.txt', set: { hold: '1', return: '0.015', lots: '4' } })
    expect(kind).toBe('portfolio')
    expect(input).toMatchObject({ hold: 1, return: 0.015, lots: 4 })
  })

  it.each([
    ['2\n.1 .1\n', 'asset 2 of 2 is missing'],
    ['1\n.1 -.1\n1 1 1', 'is negative'],
    ['2\n.1 .1\n.1 .1\n1 1 1\n2 2 1', 'the correlation of assets 1 and 2 is missing'],
    ['1\n.1 .1\n1 1 .5', 'asset 1 has correlation 0.5 with itself'],
    ['1\n.1 .1\n1 1 2', 'is not between -1 and 1'],
  ])('%j is refused', (bad, what) => {
    expect(() => readPort(bad)).toThrow(what)
  })
})
