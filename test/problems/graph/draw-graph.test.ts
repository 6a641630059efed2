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
  node: (i) => (i === 0 ? '#123456' : '#654321'),
  edge: (k) => (k === 0 ? '#333333' : null),
  caption: '1 < 2',
})
const count = (part: string) => picture.split(part).length - 1

test('nodes have their fills and edges that matter their strokes', () => {
  expect([count('fill="#123456"'), count('fill="#654321"'), count('stroke="#333333"'), count('<path')]).toEqual([
    1, 2, 1, 3,
  ])
})

test('names and captions are escaped', () => {
  expect(svgComplaint(picture)).toBeNull()
  expect(picture).toContain('&#60;c&#62;')
})
