import { expect, test } from 'vitest'
import { drawNetwork } from '../../../problems/learning/draw-network.ts'
import { svgComplaint } from '../../contracts/svg.ts'

const parents = [[], [0], [0, 1]]

test('every variable is a box with its name, every edge a line with an arrow', () => {
  const picture = drawNetwork({ size: 3, names: ['a<b', 'b', 'c'] }, parents)
  expect(svgComplaint(picture)).toBeNull()
  expect(picture.match(/<rect /g)).toHaveLength(1 + 3)
  expect(picture.match(/<polygon /g)).toHaveLength(3)
  expect(picture).toContain('a&#60;b')
  expect(picture).toContain('3 variables, 3 edges')
})

test('an edge of a cycle is orange', () => {
  expect(drawNetwork({ size: 2, names: null }, [[1], [0]])).toContain('stroke="#d55e00"')
  expect(drawNetwork({ size: 3, names: null }, parents)).not.toContain('#d55e00')
})

test('of more than 200 variables the first 200 are drawn', () => {
  const many = drawNetwork(
    { size: 201, names: null },
    Array.from({ length: 201 }, () => []),
  )
  expect(many).toContain('201 variables, 0 edges')
  expect(many).toContain('the first 200 are drawn')
})
