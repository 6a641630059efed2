import { expect, test } from 'vitest'
import { routePicture } from '../../../problems/routing/picture.ts'

const names = ['<home>', 'east']

test('coordinates are fitted into the frame, north up, and names are escaped', () => {
  const svg = routePicture({
    title: 'length 14',
    size: 2,
    at: [
      [0, 0],
      [10, 10],
    ],
    names,
    loops: [{ places: [0, 1], title: 'tour' }],
    depot: 0,
  })
  expect(svg).toContain('points="30,770 770,30"')
  expect(svg).toContain('&#60;home&#62;')
})

test('without coordinates the places stand on a circle', () => {
  const svg = routePicture({ title: '', size: 2, at: null, names, loops: [] })
  expect(svg.match(/<circle/g)).toHaveLength(2)
})

test('places all in one point are drawn, too', () => {
  expect(
    routePicture({
      title: 'length 14',
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

test('a flat map makes a flat picture', () => {
  const at = [
    [0, 0],
    [100, 0],
  ] as const
  const loops = [{ places: [0, 1], title: 'there and back' }]
  const heightOf = (svg: string) => Number(/viewBox="0 0 1000 (\d+)"/.exec(svg)?.[1])
  expect(heightOf(routePicture({ title: '', size: 2, at, names: ['a', 'lighthouse'], loops }))).toBeLessThan(250)
})

test('places of one tour without coordinates stand in its order', () => {
  const loops = [{ places: [0, 2, 1, 3], title: 'tour' }]
  const svg = routePicture({ title: '', size: 4, at: null, names: [0, 1, 2, 3], loops })
  expect(svg).toContain('points="400,30 770,400 400,770 30,400"')
})

test('routes have keys, and after seven the lines are dashed', () => {
  const loops = Array.from({ length: 9 }, (_, k) => ({ places: [0, k + 1], title: `route ${k}` }))
  const svg = routePicture({ title: '', size: 10, at: null, names: loops.map((_, k) => k).concat(9), loops, depot: 0 })
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(2 + 2) // and the keys
  expect(svg).toContain('>route 8</text>')
})
