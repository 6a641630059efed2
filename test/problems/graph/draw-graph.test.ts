import { expect, test } from 'vitest'
import { drawGraph } from '../../../problems/graph/draw-graph.ts'
import { svgComplaint } from '../../contracts/svg.ts'

const triangle = {
  size: 3,
  names: ['a', 'b', '<c>'],
  at: null,
  from: Uint32Array.from([0, 1, 2]),
  to: Uint32Array.from([1, 2, 0]),
  weight: new Float64Array(3).fill(1),
}
const picture = drawGraph(triangle, {
  node: (i) => (i === 0 ? '#111111' : '#222222'),
  edge: (k) => (k === 0 ? '#333333' : null),
  caption: '1 < 2',
})
const count = (part: string) => picture.split(part).length - 1

test('nodes have their fills and edges that matter their strokes', () => {
  expect([count('fill="#111111"'), count('fill="#222222"'), count('stroke="#333333"'), count('#bbbbbb')]).toEqual([
    1, 2, 1, 2,
  ])
})

test('names and captions are escaped', () => {
  expect(svgComplaint(picture)).toBeNull()
  expect(picture).toContain('&#60;c&#62;')
})
