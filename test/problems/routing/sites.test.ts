import { expect, test } from 'vitest'
import { complaintAbout, matrixAmong, sitesOfCoordinates, sitesOfMatrix } from '../../../problems/routing/sites.ts'

test('a matrix with one way longer than the other is not symmetric', () => {
  expect(sitesOfMatrix({ matrix: [0, 1, 1, 0] }).symmetric).toBe(true)
  expect(sitesOfMatrix({ matrix: [0, 1, 2, 0] }).symmetric).toBe(false)
})

test('a matrix among some places keeps their order', () => {
  const line = sitesOfCoordinates({
    at: [
      [0, 0],
      [1, 0],
      [5, 0],
    ],
  })
  expect([...matrixAmong(line, [2, 0])]).toEqual([0, 5, 5, 0])
})

test('places are called by their names, or else by their numbers', () => {
  expect(sitesOfCoordinates({ at: [[0, 0]], names: ['home'] }).indexOf.get('home')).toBe(0)
  expect(sitesOfCoordinates({ at: [[0, 0]] }).names).toEqual([0])
})

test('what no field can say alone is said with its numbers', () => {
  expect(complaintAbout({ matrix: [0, 1, 1] })).toBe('matrix has 3 entries, which is not 2²')
  expect(complaintAbout({ at: [[0, 0]], names: ['a', 'b'] })).toBe('names has 2 entries for 1 places')
  expect(
    complaintAbout({
      at: [
        [0, 0],
        [1, 1],
      ],
      names: ['a', 'a'],
    }),
  ).toBe('name "a" is given twice')
  expect(complaintAbout({ matrix: [0], size: 1, at: [[0, 0]] })).toBe(null)
})
