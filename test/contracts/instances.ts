import { z } from 'zod'
import { features, ising, maxCut, qubo } from '../../problems/index.ts'
import { evaluate, type Model } from '../../src/model/index.ts'
import { defineProblem, type Problem } from '../../src/problem.ts'
import { random } from '../../src/run/index.ts'
import { structuredPoints } from './enumerate.ts'

/** A small problem on which solvers are tried, and the least energy of its feasible points (Infinity when there is none). */
export interface Trial {
  readonly name: string
  readonly problem: Problem
  readonly optimum: number
}

/** Nine bits: three guests on three chairs, a permutation with quadratic costs. */
const seating = defineProblem({
  name: 'seating',
  sense: 'min',
  schema: z.strictObject({ flow: z.array(z.number()), distance: z.array(z.number()) }),
  build: (model: Model, { flow, distance }) => {
    const first = model.permutation('guests', 3)
    for (let k = 0; k < 9; k++) {
      for (let m = 0; m < 9; m++) {
        const [i, p, j, q] = [Math.floor(k / 3), k % 3, Math.floor(m / 3), m % 3]
        if (i !== j && p !== q) model.minimise([flow[3 * i + j] * distance[3 * p + q], first + k, first + m])
      }
    }
    return first
  },
  decode: (_data, first, point) => [0, 1, 2].map((i) => [0, 1, 2].find((p) => point[first + 3 * i + p] > 0.5) ?? -1),
  encode: (_data, _first, chairs) =>
    Float64Array.from({ length: 9 }, (_, k) => (chairs[Math.floor(k / 3)] === k % 3 ? 1 : 0)),
  check: (_data, chairs) =>
    [0, 1, 2]
      .filter((p) => !chairs.includes(p))
      .map((p) => ({ rule: 'every chair', item: p, amount: 1, message: `chair ${p} is empty` })),
  cost: ({ flow, distance }, chairs) =>
    chairs.reduce(
      (sum, p, i) =>
        sum + chairs.reduce((inner, q, j) => inner + (i === j ? 0 : flow[3 * i + j] * distance[3 * p + q]), 0),
      0,
    ),
  tiny: (chance) => ({ flow: nine(() => chance.below(6)), distance: nine(() => chance.below(6)) }),
})

const nine = (value: () => number): number[] => Array.from({ length: 9 }, value)

/** Two bits that must be one and two at once: nobody can solve it, and nobody may say he has. */
const contradiction = defineProblem({
  name: 'contradiction',
  sense: 'min',
  schema: z.strictObject({}),
  build: (model: Model) => {
    const [a, b] = [model.bit('a'), model.bit('b')]
    model
      .minimise([1, a], [2, b])
      .subjectTo(
        'one',
        [
          [1, a],
          [1, b],
        ],
        '==',
        1,
      )
      .subjectTo(
        'two',
        [
          [1, a],
          [1, b],
        ],
        '>=',
        2,
      )
    return null
  },
  decode: (_data, _layout, point) => Array.from(point),
  check: () => [{ rule: 'possible', amount: 1, message: 'one is not two' }],
  cost: () => 0,
  tiny: () => ({}),
})

/** All trials: an unconstrained bit model, spins, names, a hard count with real scores, a permutation, an impossible one. */
export function trials(): Trial[] {
  const chance = random('trials', 'contracts')
  const listed = (size: number, most: number) => {
    const rows = Array.from({ length: 3 * size }, () => chance.below(size))
    return {
      size,
      rows,
      columns: rows.map(() => chance.below(size)),
      values: rows.map(() => chance.below(2 * most + 1) - most),
    }
  }
  return [
    trial('qubo of 10 bits', qubo(listed(10, 9))),
    trial('ising of 9 spins', ising(listed(9, 3))),
    trial('max-cut by name', maxCut(maxCut.tiny(chance) as Parameters<typeof maxCut>[0])),
    trial('features', features(features.tiny(chance) as Parameters<typeof features>[0])),
    trial('seating', seating(seating.tiny(chance))),
    trial('contradiction', contradiction({})),
  ]
}

/** A trial from any small problem: its optimum is counted. */
export function trial<Answer>(name: string, problem: Problem<Answer>): Trial {
  const { model } = problem.build()
  let optimum = Number.POSITIVE_INFINITY
  for (const point of structuredPoints(model)) {
    const { energy, broken } = evaluate(model, point)
    if (broken.length === 0) optimum = Math.min(optimum, energy)
  }
  return { name, problem: problem as Problem, optimum }
}
