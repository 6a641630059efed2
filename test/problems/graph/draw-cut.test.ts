import { expect, test } from 'vitest'
import { drawCut } from '../../../problems/graph/draw-cut.ts'
import type { WeightedGraph } from '../../../problems/graph/weighted-graph.ts'
import { svgComplaint } from '../../contracts/svg.ts'

const path = (size: number, names: readonly string[] | null = null): WeightedGraph => ({
  size,
  names,
  at: null,
  weight: new Float64Array(size - 1).fill(1),
  from: Uint32Array.from({ length: size - 1 }, (_, i) => i),
  to: Uint32Array.from({ length: size - 1 }, (_, i) => i + 1),
})
const count = (text: string, part: string) => text.split(part).length - 1

test('cut edges are green, others grey, and each node bears the colour of its side', () => {
  const picture = drawCut(path(3), [0, 1, 1])
  expect([count(picture, '#2a9d4a'), count(picture, '#bbbbbb')]).toEqual([1, 1])
  expect([count(picture, '#3b7dd8'), count(picture, '#e8743b')]).toEqual([1, 2])
})

test('above 300 nodes only 300 are drawn, and the caption says so', () => {
  const picture = drawCut(path(1000), new Uint8Array(1000))
  expect(count(picture, '<circle')).toBe(300)
  expect(picture).toContain('cut 0 of 1000 nodes, 999 edges; drawn: 300 nodes, 299 edges')
})

test('names that look like markup are escaped', () => {
  expect(svgComplaint(drawCut(path(2, ['<b>&', '"']), [0, 1]))).toBeNull()
})

test('given places are scaled into the picture, y upwards', () => {
  const picture = drawCut(
    {
      ...path(2),
      at: [
        [0, 0],
        [10, 10],
      ],
    },
    [0, 1],
  )
  expect(picture).toContain('x1="40" y1="600" x2="600" y2="40"')
})
