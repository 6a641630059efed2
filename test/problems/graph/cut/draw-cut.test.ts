import { expect, test } from 'vitest'
import { drawCut } from '../../../../problems/graph/cut/draw-cut.ts'
import type { WeightedGraph } from '../../../../problems/graph/weighted-graph.ts'
import { palette } from '../../../../problems/picture/svg.ts'
import { svgComplaint } from '../../../contracts/svg.ts'

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
  // Each colour once more, in the key that says what it means.
  expect([count(picture, `stroke="${palette[2]}"`), count(picture, '#8a919c')]).toEqual([2, 1])
  expect([count(picture, palette[0]), count(picture, palette[1])]).toEqual([2, 3])
})

test('above 600 nodes only 600 are drawn, and a note says so', () => {
  const picture = drawCut(path(1000), new Uint8Array(1000))
  expect(count(picture, '<circle')).toBe(600 + 2)
  expect(picture).toContain('cut 0: 1000 nodes, 999 edges')
  expect(picture).toContain('drawn: 600 of 1000 nodes')
  expect(picture).toContain('drawn: 599 of 999 edges')
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
  expect(picture).toContain('M24 736L736 24')
})
