import { expect, test } from 'vitest'
import { palette } from '../../../problems/picture/svg.ts'
import { drawCouplings } from '../../../problems/raw/draw-couplings.ts'
import { isingFromCoo, quboFromCoo } from '../../../src/qubo/index.ts'
import { svgComplaint } from '../../contracts/svg.ts'

const count = (text: string, part: string) => text.split(part).length - 1
const strokes = (svg: string) => [palette[2], palette[5]].map((stroke) => count(svg, `stroke="${stroke}"`) - 1) // the keys

test('of two couplings among ones the negative helps and the positive harms; one with a 0 does neither', () => {
  const form = quboFromCoo(4, [0, 0, 2], [1, 2, 3], [-1, 1, 9])
  const qubo = { form, names: ['a', '<b>', 'c', 'd'], allowed: [0, 1], title: 'energy 0' } as const
  const values = [1, 1, 1, 0]
  expect(strokes(drawCouplings({ ...qubo, values, sense: 'min' }))).toEqual([1, 1])
  expect(strokes(drawCouplings({ ...qubo, values: [1, 1, 0, 0], sense: 'min' }))).toEqual([1, 0])
  expect(strokes(drawCouplings({ ...qubo, values: [1, 1, 0, 0], sense: 'max' }))).toEqual([0, 1])
  expect(svgComplaint(drawCouplings({ ...qubo, values, sense: 'min' }))).toBeNull()
})

test('opposite spins please a positive coupling', () => {
  const form = isingFromCoo(2, [0], [1], [1])
  const ising = { form, names: null, allowed: [-1, 1], sense: 'min', title: '' } as const
  expect(strokes(drawCouplings({ ...ising, values: [-1, 1] }))).toEqual([1, 0])
  expect(strokes(drawCouplings({ ...ising, values: [-1, -1] }))).toEqual([0, 1])
})

test('of many variables the first 600 are drawn, and a note counts all couplings', () => {
  const ring = Array.from({ length: 1000 }, (_, i) => i)
  const form = quboFromCoo(
    1000,
    ring,
    ring.map((i) => (i + 1) % 1000),
    ring.map(() => 1),
  )
  const svg = drawCouplings({ form, names: null, values: ring.map(() => 0), allowed: [0, 1], sense: 'min', title: '' })
  expect(svg).toContain('drawn: 600 of 1000 nodes')
  expect(svg).toContain('drawn: 599 of 1000 edges')
})
