import { describe, expect, expectTypeOf, test } from 'vitest'
import { type RoutesOf, vrp } from '../../../problems/routing/vrp.ts'
import type { Problem } from '../../../src/problem.ts'
import { random } from '../../../src/run/index.ts'
import { runJob } from '../../contracts/job.ts'
import { problemPromises } from '../../contracts/problem.ts'

const town = {
  depot: [0, 0],
  stops: { east: { at: [3, 0], demand: 2 }, far: { at: [5, 0], demand: 2 }, west: { at: [-4, 0], demand: 3 } },
  vehicles: 2,
  capacity: 4,
} as const
const problem = vrp(town)

const twins = (chance: { below(n: number): number }) => {
  const at = Array.from({ length: 4 }, (): [number, number] => [chance.below(9), chance.below(9)])
  const stops = Object.fromEntries(at.slice(1).map((p, k) => [`s${k}`, { at: p, demand: 1 }]))
  return {
    named: { depot: at[0], stops, vehicles: 2, capacity: 2 },
    bulk: { at, demand: [0, 1, 1, 1], vehicles: 2, capacity: 2 },
  }
}

describe('vrp', () => {
  test.each(problemPromises(vrp, { twins }))('$promise', ({ check }) => check())

  test('out to 5 and back is 10, out to −4 and back 8', () => {
    expect(problem.cost({ routes: [['east', 'far'], ['west']] })).toBe(18)
  })

  test('the routes speak of the names given, else of indices', () => {
    expectTypeOf(problem).toEqualTypeOf<Problem<RoutesOf<'east' | 'far' | 'west'>>>()
    expectTypeOf(
      vrp({
        at: [
          [0, 0],
          [1, 1],
        ],
        demand: [0, 1],
        capacity: 1,
      }),
    ).toEqualTypeOf<Problem<RoutesOf<number>>>()
  })

  test('too much on a vehicle, too many vehicles and a stop left out are told apart', () => {
    expect(problem.check({ routes: [['east', 'west'], ['far']] }).map((v) => v.message)).toEqual([
      'route 0 carries 5 of at most 4',
    ])
    expect(problem.check({ routes: [['east'], ['far'], ['west']] }).map((v) => v.rule)).toEqual(['vehicles'])
    expect(problem.check({ routes: [['east', 'far']] }).map((v) => v.message)).toEqual(['stop "west" is not visited'])
  })

  test('a stop above capacity is refused, and so are all stops above all vehicles', () => {
    const heavy = { ...town, stops: { ...town.stops, school: { at: [1, 1], demand: 7 } } } as const
    expect(() => vrp(heavy)).toThrow('VRP_OVER_CAPACITY: stop "school" needs 7 but every vehicle carries 4')
    expect(() => vrp({ ...town, vehicles: 1 })).toThrow(
      'VRP_OVER_CAPACITY: all stops together need 7 but 1 vehicle of 4 carries 4',
    )
  })

  test('a depot with a demand is refused', () => {
    expect(() =>
      vrp({
        at: [
          [0, 0],
          [1, 1],
        ],
        demand: [1, 1],
        capacity: 2,
      }),
    ).toThrow('demand of the depot, entry 0, is 1 and must be 0')
  })

  test('each cluster becomes a tour of depot and stops, put together as routes', () => {
    const split = problem.parts?.(random('1', 'parts'))
    const { parts, merge } = split ? runJob(split, 1e6, 1e4).out : { parts: [], merge: () => null }
    expect(parts.map((part) => part.name)).toEqual(['tsp', 'tsp'])
    expect(merge([{ tour: [1, 0, 2] }, { tour: [0, 1] }])).toEqual({ routes: [['far', 'east'], ['west']] })
  })
})
