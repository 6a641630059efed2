import { expect, test } from 'vitest'
import { palette } from '../../../../problems/picture/svg.ts'
import { choiceTables } from '../../../../problems/selection/tuning/choice-tables.ts'
import { drawConfiguration } from '../../../../problems/selection/tuning/draw-configuration.ts'
import { svgComplaint } from '../../../contracts/svg.ts'

// Two parameters of two values: 3 and 5 alone, 0 and 0 alone, and −4 for the second values together.
const tables = choiceTables([2, 2], Float64Array.of(3, 5, 0, 0), [[1, 3, -4]])
const shown = {
  tables,
  names: ['x', '<y>'],
  values: [
    ['a', 'b'],
    [1, 2],
  ],
  sign: 1,
} as const

test('each other value says what it would change', () => {
  const svg = drawConfiguration({ ...shown, choice: [1, 1] })
  expect(svgComplaint(svg)).toBeNull()
  expect(svg).toContain('score 1: 2 parameters')
  expect(svg).toContain('a: changes the score by 2')
  expect(svg).toContain('1: changes the score by 4')
  expect(svg.split(`fill="${palette[0]}"`).length - 2).toBe(2) // and the key
})

test('where the largest score is sought, signs are turned', () => {
  const svg = drawConfiguration({ ...shown, choice: [1, 1], sign: -1 })
  expect(svg).toContain('score −1: 2 parameters')
  expect(svg).toContain('a: changes the score by −2')
})

test('of many values the first are drawn with the chosen one, and a note says so', () => {
  const sizes = [100]
  const values = [Array.from({ length: 100 }, (_, o) => o)]
  const svg = drawConfiguration({
    tables: choiceTables(sizes, new Float64Array(100), []),
    choice: [99],
    names: null,
    values,
    sign: 1,
  })
  expect(svg).toContain('99: chosen')
  expect(svg.match(/<title>/g)).toHaveLength(40)
  expect(svg).toContain('the first 40 values')
})
