import { expect, it } from 'vitest'
import { colourOf, escaped, inkOn, mixed, palette, short, svgDocument } from '../../../problems/picture/svg.ts'
import { svgComplaint } from '../../contracts/svg.ts'

it('the first colours are the palette, 28 differ, and then they repeat', () => {
  expect(palette.map((_, k) => colourOf(k))).toEqual([...palette])
  expect(new Set(Array.from({ length: 28 }, (_, k) => colourOf(k))).size).toBe(28)
  expect(colourOf(28)).toBe(colourOf(0))
})

it('half black and half white is grey', () => {
  expect(mixed('#000000', 0.5)).toBe('#808080')
  expect(mixed('#ffffff', -0.5)).toBe('#808080')
})

it('words are white on blue and black on yellow', () => {
  expect([inkOn('#0072b2'), inkOn('#e69f00'), inkOn('#ffffff'), inkOn('#000000')]).toEqual([
    '#ffffff',
    '#000000',
    '#000000',
    '#ffffff',
  ])
})

it('a name cannot break out of its element', () => {
  expect(escaped('<b a="1">&\u0000')).toBe('&#60;b a=&#34;1&#34;&#62;&#38;?')
  expect(svgComplaint(svgDocument(10, 10, [`<text>${escaped('</svg>&')}</text>`]))).toBeNull()
})

it('numbers keep one decimal', () => expect(short(1.26)).toBe(1.3))
