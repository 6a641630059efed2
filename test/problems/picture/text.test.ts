import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clipped, figure, lined, textAt, widthOf } from '../../../problems/picture/text.ts'

it('a letter is 0.62 of the size wide, an i is narrower, an m wider', () => {
  expect(widthOf('aa', 100)).toBe(124)
  expect(widthOf('i', 100)).toBeLessThan(62)
  expect(widthOf('m', 100)).toBeGreaterThan(62)
})

it('words that fit stay, others keep their beginning and their end', () => {
  expect(clipped('short', 100)).toBe('short')
  expect(clipped('a rather long name of machine 17', 120)).toMatch(/^a rath.*….*17$/)
})

it('what is clipped fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (words, pixels) => {
      expect(widthOf(clipped(words, pixels))).toBeLessThanOrEqual(pixels + 1e-9)
    }),
  )
})

it('lines hold all words in their order', () => {
  const lines = lined('one two three four five', 60)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join(' ')).toBe('one two three four five')
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(60)
})

it('numbers are told with six digits, thousands apart', () => {
  expect([0, 5, 1234, 12345, -1234567.8, 0.1 + 0.2, 2.5].map(figure)).toEqual([
    '0',
    '5',
    '1234',
    '12,345',
    '−1,234,568',
    '0.3',
    '2.5',
  ])
})

it('a text is escaped and says only what is not usual', () => {
  expect(textAt(1, 2, '<a>')).toBe('<text x="1" y="2" fill="#222222">&#60;a&#62;</text>')
  expect(textAt(1, 2, 3, { anchor: 'end', size: 20, bold: true })).toContain(
    'text-anchor="end" font-size="20" font-weight="600"',
  )
})
