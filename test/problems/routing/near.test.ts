import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestOfEach, nearestOnGrid, tabulate } from '../../../problems/routing/near.ts'
import { sitesOfCoordinates } from '../../../problems/routing/sites.ts'

/** Runs a part of a job to its end, granting a little at a time. */
function finish<Out>(part: Generator<unknown, Out, number>): Out {
  for (let step = part.next(1); ; step = part.next(1)) if (step.done) return step.value
}

const purse = () => ({ allowed: 1, spent: 0 })

test('on a line, the two nearest of the first are the second and third', () => {
  const near = finish(nearestOfEach(4, 2, (a, b) => Math.abs(a - b), purse()))
  expect([...(near ?? [])]).toEqual([1, 2, 0, 2, 1, 3, 2, 1])
})

test('places before `from` have no neighbours and are none', () => {
  const near = finish(nearestOfEach(3, 1, (a, b) => Math.abs(a - b), purse(), 1))
  expect([...(near ?? [])]).toEqual([0, 2, 1])
})

test('the grid finds the same neighbours as looking at all', () => {
  const coordinate = fc.integer({ min: 0, max: 1000 })
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(coordinate, coordinate), { minLength: 6, maxLength: 60, selector: String }),
      (at) => {
        const { between } = sitesOfCoordinates({ at })
        const far = (near: Int32Array | null) => [...(near ?? [])].map((b, k) => between(Math.floor(k / 5), b))
        expect(far(finish(nearestOnGrid(at, 5, purse())))).toEqual(
          far(finish(nearestOfEach(at.length, 5, between, purse()))),
        )
      },
    ),
  )
})

test('the table holds every distance', () => {
  const distances = finish(
    tabulate(
      sitesOfCoordinates({
        at: [
          [0, 0],
          [3, 4],
        ],
      }),
      purse(),
    ),
  )
  expect([...(distances?.table ?? [])]).toEqual([0, 5, 5, 0])
})

test('told to stop, a part says so with null', () => {
  const part = tabulate(
    sitesOfCoordinates({
      at: [
        [0, 0],
        [3, 4],
      ],
    }),
    purse(),
  )
  part.next(1)
  expect(part.next(0)).toEqual({ done: true, value: null })
})
