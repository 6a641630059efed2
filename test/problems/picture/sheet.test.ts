import { expect, it } from 'vitest'
import { elided, group, sheet } from '../../../problems/picture/sheet.ts'
import { svgComplaint } from '../../contracts/svg.ts'

const empty = { title: 'cost 3', height: 100, content: [] }
const heightOf = (svg: string) => Number(/viewBox="0 0 1000 (\d+)"/.exec(svg)?.[1])

it('every sheet is 1000 pixels wide and bears its title', () => {
  expect(svgComplaint(sheet(empty))).toBeNull()
  expect(sheet(empty)).toContain('>cost 3</text>')
  expect(heightOf(sheet(empty))).toBeGreaterThan(100)
})

it('keys and notes make it higher, empty notes do not', () => {
  const keyed = sheet({ ...empty, keys: [{ fill: '#0072b2', label: 'a & b' }] })
  expect(keyed).toContain('a &#38; b')
  expect(heightOf(keyed)).toBeGreaterThan(heightOf(sheet(empty)))
  expect(heightOf(sheet({ ...empty, notes: ['one', 'two'] }))).toBeGreaterThan(heightOf(sheet(empty)))
  expect(sheet({ ...empty, notes: [''] })).toBe(sheet(empty))
})

it('keys without room begin a new line, inside the sheet', () => {
  const keys = Array.from({ length: 40 }, (_, k) => ({ fill: '#0072b2', label: `key ${k}`, shape: 'dot' as const }))
  const places = [...sheet({ ...empty, keys }).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)]
  expect(Math.max(...places.map(([, x]) => Number(x)))).toBeLessThan(920)
  expect(new Set(places.map(([, , y]) => y)).size).toBeGreaterThan(1)
})

it('a long title is broken into lines', () => {
  expect(sheet({ ...empty, title: 'many words '.repeat(20) }).match(/font-weight/g)?.length).toBeGreaterThan(1)
})

it('a note says what is left out, and nothing where all is there', () => {
  expect([elided(60, 70, 'bins'), elided(60, 60, 'bins')]).toEqual(['drawn: 60 of 70 bins', ''])
})

it('nothing moved is nothing', () => {
  expect(group(1, 2, [])).toBe('')
  expect(group(1, 2, ['<a/>'])).toBe('<g transform="translate(1 2)">\n<a/>\n</g>')
})
