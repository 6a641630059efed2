import { expect, test } from 'vitest'
import { drawSetCover } from '../../../problems/graph/draw-set-cover.ts'
import { setsSchema } from '../../../problems/graph/set-system.ts'

test('the squares of chosen sets are blue, the caption counts and adds up', () => {
  const system = setsSchema.parse({ sets: { ab: ['a', 'b'], c: ['c'] }, costs: { ab: 4 } })
  const picture = drawSetCover(system, [1, 1])
  expect(picture.split('#0072b2').length - 1).toBe(3)
  expect(picture).toContain('2 sets cost 5')
  expect(drawSetCover(system, [1, 0])).toContain('#e69f00')
})
