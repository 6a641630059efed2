import type { JobOrder } from '../../src/client/index.ts'

/** A ring of four: every cut of value 4 is best. */
export const ring: JobOrder = {
  problem: 'maxCut',
  input: {
    edges: [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'a'],
    ],
  },
  solver: 'exact',
}

/** It runs until it is told to end, and shows something at once. */
export const endless: JobOrder = {
  problem: 'vrp',
  input: {
    at: Array.from({ length: 31 }, (_, k) => [(k * k) % 101, (k * 37) % 103]),
    demand: Array.from({ length: 31 }, (_, k) => (k === 0 ? 0 : 1 + (k % 9))),
    capacity: 60,
  },
  solver: 'fallback(heuristic,anneal)',
  timeLimit: 50_000,
}
