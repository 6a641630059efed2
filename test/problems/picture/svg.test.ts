import { expect, it } from 'vitest'
import { colourOf, escaped, palette, short, svgDocument } from '../../../problems/picture/svg.ts'
import { svgComplaint } from '../../contracts/svg.ts'

it('colours repeat after seven', () => {
  expect(palette.length).toBe(7)
  expect(colourOf(7)).toBe(colourOf(0))
  expect(colourOf(1)).not.toBe(colourOf(0))
})

it('a name cannot break out of its element', () => {
  expect(escaped('<b a="1">&\u0000')).toBe('&#60;b a=&#34;1&#34;&#62;&#38;?')
  expect(svgComplaint(svgDocument(10, 10, [`<text>${escaped('</svg>&')}</text>`]))).toBeNull()
})

it('numbers keep one decimal', () => expect(short(1.26)).toBe(1.3))
