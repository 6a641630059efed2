import { describe, expect, it } from 'vitest'
import { readRoutes, readTour } from '../../../instances/index.ts'

describe('a tour file', () => {
  const tour = (nodes: string) => `NAME: x\nTYPE: TOUR\nDIMENSION: 3\nTOUR_SECTION\n${nodes}\nEOF\n`

  it('counts nodes from 1, tours from 0', () => {
    expect(readTour(tour('2\n3\n1\n-1'))).toEqual({ name: 'x', tour: [1, 2, 0] })
    expect(readTour(tour('2 3 1 -1')).tour).toEqual([1, 2, 0])
  })

  it.each([
    ['without an end', '2\n3\n1', 'the tour is not ended by -1'],
    ['visiting a node twice', '2\n3\n2\n-1', 'node 2 is visited twice'],
    ['missing a node', '2\n1\n-1', 'the tour has 2 nodes but DIMENSION is 3'],
    ['with two tours', '1\n2\n3\n-1\n3\n2\n1\n-1', 'there is more than one tour'],
  ])('%s is refused', (_, nodes, message) => {
    expect(() => readTour(tour(nodes))).toThrow(message)
  })
})

describe('a file of routes', () => {
  it('lists stops by route and says the cost, with or without a colon', () => {
    expect(readRoutes('Route #1: 3 1\nRoute #2: 2\nCost 7\n')).toEqual({ routes: [[3, 1], [2]], cost: 7 })
    expect(readRoutes('Route #1: 1\nCost: 7.5\nOptimal: True\n')).toEqual({ routes: [[1]], cost: 7.5 })
    expect(readRoutes('Route #1: 1\n').cost).toBeNull()
  })

  it.each([
    ['Route #1: 1 2\nRoute #2: 1\n', 'line 2: stop 1 is visited twice'],
    ['Route #1: 1 0\n', 'line 1: "0" is no stop number'],
    ['Route #2: 1\n', 'line 1: route #2 follows route #0'],
    ['Cost 7\n', 'there is no route'],
    ['Route #1: 1\nhello\n', 'line 2: "hello" is neither'],
  ])('refuses %j', (text, message) => {
    expect(() => readRoutes(text)).toThrow(message)
  })
})
