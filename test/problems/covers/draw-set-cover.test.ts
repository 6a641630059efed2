import { expect, test } from 'vitest'
import { drawSetCover } from '../../../problems/covers/draw-set-cover.ts'
import { setsSchema } from '../../../problems/covers/set-system.ts'

test('the squares of chosen sets are blue, the caption counts and adds up', () => {
  const system = setsSchema.parse({ sets: { ab: ['a', 'b'], c: ['c'] }, costs: { ab: 4 } })
  const picture = drawSetCover(system, [1, 1])
  expect(picture.split('#0072b2').length - 1).toBe(3 + 1) // and the key
  expect(picture).toContain('cost 5: 2 chosen of 2 sets and 3 elements')
  const bare = (chosen: number[]) => drawSetCover(system, chosen).split('#e69f00').length - 2
  expect([bare([1, 1]), bare([1, 0])]).toEqual([0, 1])
})
