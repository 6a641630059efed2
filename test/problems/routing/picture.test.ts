import { expect, test } from 'vitest'
import { routePicture } from '../../../problems/routing/picture.ts'

const names = ['<home>', 'east']

test('coordinates are fitted into the frame, north up, and names are escaped', () => {
  const svg = routePicture({
    size: 2,
    at: [
      [0, 0],
      [10, 10],
    ],
    names,
    loops: [{ places: [0, 1], title: 'tour' }],
    depot: 0,
  })
  expect(svg).toContain('points="50,950 950,50"')
  expect(svg).toContain('&#60;home&#62;')
})

test('without coordinates the places stand on a circle', () => {
  const svg = routePicture({ size: 2, at: null, names, loops: [] })
  expect(svg.match(/<circle/g)).toHaveLength(2)
})

test('places all in one point are drawn, too', () => {
  expect(
    routePicture({
      size: 2,
      at: [
        [3, 3],
        [3, 3],
      ],
      names,
      loops: [],
    }),
  ).not.toContain('NaN')
})

test('a flat map makes a flat picture, with room for the longest name', () => {
  const at = [
    [0, 0],
    [100, 0],
  ] as const
  const svg = routePicture({
    size: 2,
    at,
    names: ['a', 'lighthouse'],
    loops: [{ places: [0, 1], title: 'there and back' }],
  })
  expect(svg).toContain('viewBox="0 0 1090 100"') // 50 + 900 + 50 + 9·10 wide, 50 + 50 high
})
