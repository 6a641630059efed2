import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Model } from '../../src/model/index.ts'
import { defineProblem, type ProblemDefinition, type ProblemFactory } from '../../src/problem.ts'
import { type Qubo, quboEnergy } from '../../src/qubo/index.ts'
import { driveIn, type Job, pause, type Random, type Run, random, sampleSet } from '../../src/run/index.ts'
import { defineSolver, type NamedFactory, type Sampled } from '../../src/solver.ts'

import type { Task } from '../../src/task.ts'
import { type Promised, problemPromises, solverPromises } from './index.ts'

/** The promises that are not kept. */
async function broken(promises: readonly Promised[]): Promise<string[]> {
  const out: string[] = []
  for (const { promise, check } of promises) {
    try {
      await check()
    } catch {
      out.push(promise)
    }
  }
  return out
}

type Pick2 = readonly string[]
interface Data {
  readonly values: Readonly<Record<string, number>>
}
type Definition = ProblemDefinition<Data, Data, null, Pick2>

const names = ['p', 'q', 'r', 's']

/** A bit for each thing, the objective is the negated value of those taken. */
function worth(model: Model, values: Data['values']): null {
  for (const name of names) model.minimise([-values[name], model.bit(name)])
  return null
}

function* bestTwo({ values }: Data): Job<Pick2, Pick2> {
  let allowance = yield { work: 0 }
  let best: Pick2 = ['p', 'q']
  let highest = Number.NEGATIVE_INFINITY
  for (const pick of names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]))) {
    if (allowance === 0) return best
    const total = values[pick[0]] + values[pick[1]]
    const better = total > highest
    if (better) [best, highest] = [pick, total]
    allowance = yield better ? { work: 1000, find: pick } : { work: 1000 }
  }
  return best
}

/** Pick exactly two of four things, the most valuable: an honest problem to spoil. */
const honest: Definition = {
  name: 'pickTwo',
  sense: 'max',
  schema: z.strictObject({ values: z.strictObject({ p: z.number(), q: z.number(), r: z.number(), s: z.number() }) }),
  build: (model: Model, { values }) => {
    worth(model, values)
    model.subjectTo(
      'two',
      [0, 1, 2, 3].map((c) => [1, c] as const),
      '==',
      2,
    )
    return null
  },
  decode: (_data, _layout, point) => names.filter((_, c) => point[c] > 0.5),
  encode: (_data, _layout, pick) => Float64Array.from(names, (name) => (pick.includes(name) ? 1 : 0)),
  check: (_data, pick) => [
    ...pick
      .filter((name, k) => !names.includes(name) || pick.indexOf(name) !== k)
      .map((item) => ({ rule: 'known once', item, amount: 1, message: `${item} is wrong` })),
    ...(pick.length === 2
      ? []
      : [{ rule: 'two', amount: Math.abs(pick.length - 2), message: `${pick.length} things` }]),
  ],
  cost: ({ values }, pick) => pick.reduce((sum, name) => sum + values[name], 0),
  heuristic: (data) => bestTwo(data),
  draw: (_data, pick) => `<svg xmlns="http://www.w3.org/2000/svg"><text>${pick.join(' and ')}</text></svg>`,
  tiny: (chance: Random) => ({ values: Object.fromEntries(names.map((name) => [name, 1 + chance.below(9)])) }),
}

const ofProblem = (changes: Partial<Definition>) =>
  broken(problemPromises(defineProblem({ ...honest, ...changes } as Definition) as ProblemFactory<Data, Pick2>))

const brokenProblems: [string, Partial<Definition>, string][] = [
  [
    'a check that forgets the rule of two',
    { check: (data, pick) => honest.check(data, pick).filter((v) => v.rule !== 'two') },
    'law 8: the least energy of the compiled QUBO is the best feasible cost',
  ],
  [
    'a check that forgets repeated things',
    {
      check: (_data, pick) =>
        new Set(pick).size === 2 && pick.every((n) => names.includes(n)) ? [] : honest.check(_data, pick),
    },
    'check convicts a tampered answer',
  ],
  [
    'a cost that differs from the model',
    { cost: (data, pick) => honest.cost(data, pick) + 1 },
    'law 8: the objective of the model at an encoded answer is its cost',
  ],
  [
    'a sense that is turned around',
    { sense: 'min' },
    'law 8: the objective of the model at an encoded answer is its cost',
  ],
  [
    'an encode that decode does not undo',
    { encode: (_d, _l, pick) => Float64Array.from(names, (name) => (pick.includes(name) ? 0 : 1)) },
    'law 8: decode after encode is the identity on feasible answers',
  ],
  [
    'a model without its rule',
    { build: (model, { values }) => worth(model, values) },
    'law 8: the least energy of the compiled QUBO is the best feasible cost',
  ],
  [
    'a heuristic whose find is infeasible',
    {
      heuristic: function* () {
        yield { work: 0 }
        yield { work: 9, find: ['p'] }
        return ['p', 'q']
      },
    },
    'finds of the heuristic are feasible, and it ends with its best',
  ],
  [
    'a heuristic that loses its best find',
    {
      heuristic: function* (data) {
        yield* bestTwo(data)
        return Object.entries(data.values)
          .sort((a, b) => a[1] - b[1])
          .slice(0, 2)
          .map(([name]) => name)
      },
    },
    'finds of the heuristic are feasible, and it ends with its best',
  ],
  [
    'a heuristic whose bound is beaten',
    {
      heuristic: function* (data) {
        yield { work: 0 }
        yield { work: 1, bound: 1 }
        return yield* bestTwo(data)
      },
    },
    'no feasible answer beats the bound of the heuristic',
  ],
  [
    'a heuristic that minds how its work is cut',
    {
      heuristic: function* () {
        let pieces = 0
        let left = 2000
        for (let a = yield { work: 0 }; a > 0 && left > 0; pieces++) {
          const work = Math.min(a, left)
          left -= work
          a = yield { work }
        }
        return pieces > 1 ? ['p', 'q'] : ['r', 's']
      },
    },
    'law 2: the heuristic depends on seed and work, not on how the work is cut',
  ],
  ['a picture that is no SVG', { draw: () => '<svg xmlns="x"><g></svg>' }, 'a picture is well-formed SVG'],
  ['a door that lets anything in', { schema: z.any() }, 'a bad input is refused with code, cause and remedy'],
  [
    'an input that is changed',
    { schema: z.any().transform((data) => Object.assign(data, { values: { ...data.values, p: 0 } })) },
    'law 11: the input is never changed',
  ],
  [
    'parts that do not fit together',
    {
      parts: function* (data) {
        yield { work: 0 }
        return { parts: [defineProblem(honest)(data)], merge: ([pick]) => [...(pick as Pick2), 'p'] }
      },
    },
    'answers of the parts merge to a feasible answer',
  ],
  [
    'violations that say nothing',
    { check: (data, pick) => honest.check(data, pick).map((v) => ({ ...v, amount: 0 })) },
    'any point decodes to an answer that can be judged',
  ],
]

describe('the problem kit', () => {
  test('acquits an honest problem', async () => {
    expect(await ofProblem({})).toEqual([])
  })

  test.each(brokenProblems)('convicts %s', async (_what, changes, promise) => {
    expect(await ofProblem(changes)).toContain(promise)
  })
})

interface Found {
  state: Int8Array
  energy: number
}

/** Random states, the best kept: one state per piece of work. */
function* throws(form: Qubo, chance: Random): Job<Found | null, Found> {
  let best: Found | null = null
  let allowance = yield { work: 0 }
  for (let k = 0; k < 400; ) {
    let work = 0
    while (work < allowance && k < 400) {
      const state = Int8Array.from({ length: form.size }, () => chance.below(2))
      const energy = quboEnergy(form, state)
      if (best === null || energy < best.energy) best = { state, energy }
      work += 50
      k++
    }
    if (allowance === 0) return best
    allowance = yield best === null ? { work } : { work, find: best }
  }
  return best
}

type Sampling = (task: Task, run: Run) => Promise<Sampled>

const throwDice: Sampling = async (task, run) => {
  const { form, lift } = task.as('qubo')
  const sampleOf = ({ state }: Found) => task.sampleOf(lift(state))
  const { out, work, stop } = await driveIn(run, throws(form, random(run.seed, 'dice')), (found) =>
    run.offer(sampleOf(found)),
  )
  return { samples: out === null ? [] : [sampleOf(out)], work, stop, reads: 1 }
}

const dice = (sample: Sampling = throwDice) => defineSolver('dice', { accepts: ['qubo'] }, {}, sample)

const ofSolver = (factory: NamedFactory, claims: { proves?: boolean } = {}) =>
  broken(solverPromises({ spec: 'dice', registry: { dice: factory }, patienceMs: 150, ...claims }))

let tosses = 0
let goOn = true

const brokenSolvers: [string, Sampling, string][] = [
  [
    'wrong energies',
    async (t, r) => {
      const s = await throwDice(t, r)
      return { ...s, samples: s.samples?.map((x) => ({ ...x, energy: x.energy - 1 })) }
    },
    'law 1: energies and violations are the model’s',
  ],
  [
    'a seed that is ignored',
    (t, r) => throwDice(t, { ...r, seed: String(tosses++) }),
    'law 2: same seed and work, same samples',
  ],
  [
    'a result that minds the clock',
    async (t, r) => {
      const a = r.clock.now()
      const b = r.clock.now()
      return throwDice(t, b > a ? { ...r, seed: 'late' } : r)
    },
    'law 2: how the clock cuts the work does not matter',
  ],
  [
    'a false proof',
    async (t, r) => ({ ...(await throwDice(t, { ...r, work: 50 })), proof: 'optimal' }),
    'law 6: what it proves is true',
  ],
  [
    'a false proof that there is no answer',
    async (t, r) => ({ ...(await throwDice(t, r)), proof: 'infeasible' }),
    'law 6: what it proves is true',
  ],
  [
    'a bound above the optimum',
    async (t, r) => ({ ...(await throwDice(t, r)), bound: 1e6 }),
    'law 6: what it proves is true',
  ],
  [
    'a loop that never ends',
    async (t, r) => {
      if (r.work === Number.POSITIVE_INFINITY) while (goOn) await pause()
      return throwDice(t, r)
    },
    'law 4: at the deadline it ends',
  ],
  [
    'a deaf ear to abort',
    (t, r) => throwDice(t, { ...r, signal: new AbortController().signal }),
    'law 4: aborted before the start it returns at once, saying so',
  ],
  [
    'a form that is changed',
    (t, r) => {
      t.as('qubo').form.linear[0] += 1
      return throwDice(t, r)
    },
    'law 11: forms and model are never changed',
  ],
  [
    'an error instead of a refusal',
    async (t, r) => {
      if (t.model.constraints.length > 0) throw new Error('constraints?')
      return throwDice(t, r)
    },
    'it takes some problem, and refuses others with Unsupported only',
  ],
  [
    'a better offer than the result',
    async (t, r) => ({ ...(await throwDice(t, r)), samples: [] }),
    'what it offers on the way is true and no better than what it returns',
  ],
  [
    'a replay line that is short of work',
    async (t, r) => ({ ...(await throwDice(t, r)), stop: 'time', work: 50 }),
    'the replay line gives the same best again',
  ],
  [
    'more work that makes it worse',
    (t, r) => throwDice(t, r.work > 1e5 ? { ...r, work: 50 } : r),
    'law 3: ten times the work is never worse',
  ],
]

describe('the solver kit', () => {
  test('acquits an honest solver', async () => {
    expect(await ofSolver(dice())).toEqual([])
  })

  test.each(brokenSolvers)('convicts %s', async (_what, sample, promise) => {
    goOn = true
    const convicted = await ofSolver(dice(sample))
    goOn = false
    expect(convicted).toContain(promise)
  })

  test('convicts samples that nobody found, and options that nobody reads', async () => {
    const anonymous = (): ReturnType<NamedFactory['fromSpec']> => ({
      name: 'dice',
      spec: 'dice',
      accepts: ['qubo'],
      sample: async (task, run) => sampleSet({ ...(await throwDice(task, run)), replay: 'dice' }),
    })
    const convicted = await ofSolver({ solverName: 'dice', summary: '', fromSpec: anonymous })
    expect(convicted).toContain('every sample says who found it')
    expect(convicted).toContain('law 9: an unknown option is refused with OPTION_INVALID')
  })

  test('convicts a solver that claims to prove and does not', async () => {
    expect(await ofSolver(dice(), { proves: true })).toContain('law 6: what it proves is true')
  })
})
