import { expect, it } from 'vitest'
import { embedded, readInstance } from '../../instances/index.ts'
import * as factories from '../../problems/index.ts'
import { ising, tsp, vrp } from '../../problems/index.ts'
import * as solvers from '../../solvers/index.ts'
import { isRefusal } from '../../src/errors.ts'
import type { Problem, ProblemFactory } from '../../src/problem.ts'
import { type Clock, createRun, type Random, type RunOptions, random, type SampleSet } from '../../src/run/index.ts'
import { solverFromSpec } from '../../src/spec.ts'
import { createTask } from '../../src/task.ts'

/** A clock that moves at every look, by chance: it ends a run wherever it happens to be. */
function clockByChance(chance: Random, mostStepMs: number): Clock {
  let time = 0
  return { now: () => (time += chance.unit() * mostStepMs) }
}

function spins(size: number, pairs: number): Problem {
  const chance = random('replay', 'spins', size)
  const pick = () => Array.from({ length: pairs }, () => chance.below(size))
  return ising({ size, rows: pick(), columns: pick(), values: pick().map((v) => (v % 5) - 2) }) as Problem
}

const places = (count: number): [number, number][] => {
  const chance = random('replay', 'places', count)
  return Array.from({ length: count }, () => [chance.below(100), chance.below(100)])
}

const problems: Readonly<Record<string, Problem>> = {
  spins: spins(60, 240),
  'few spins': spins(14, 40),
  tour: tsp({ at: places(9) }) as Problem,
  'routes of four': vrp({ at: places(5), demand: [0, 1, 1, 1, 1], capacity: 2, vehicles: 2 }) as Problem,
  routes: vrp({ at: places(30), demand: [0, ...new Array(29).fill(1)], capacity: 6, vehicles: 5 }) as Problem,
}

const cases: readonly [spec: string, on: keyof typeof problems][] = [
  ['anneal', 'spins'],
  ['anneal(kernel=plain)', 'spins'],
  ['anneal(reads=40,sweeps=50)', 'spins'],
  ['anneal', 'tour'],
  ['tabu', 'spins'],
  ['tabu(restarts=3,moves=400)', 'spins'],
  ['descend', 'spins'],
  ['descend(reads=50)', 'spins'],
  ['exact(work=1000000)', 'few spins'],
  ['qaoa(depth=2,shots=50)', 'few spins'],
  ['ilp', 'few spins'],
  ['heuristic', 'routes'],
  ['heuristic', 'tour'],
  ['decompose(size=20,solver=anneal)', 'spins'],
  ['decompose(size=20,by=communities,solver=tabu)', 'spins'],
  ['reduced(anneal)', 'spins'],
  ['reduced(exact(work=1000000))', 'few spins'],
  ['byParts(heuristic)', 'routes'],
  ['byParts(anneal)', 'routes'],
  ['race(anneal,tabu)', 'spins'],
  ['race(tabu,exact,descend)', 'few spins'],
  ['fallback(exact,anneal)', 'spins'],
  ['fallback(within(3,tabu),descend)', 'spins'],
  ['retry(anneal)', 'spins'],
  ['refinePenalties(anneal)', 'tour'],
  ['refinePenalties(race(anneal,tabu))', 'routes of four'],
  ['shadow(anneal,tabu)', 'spins'],
  ['portfolio(tabu,anneal)', 'spins'],
  ['portfolio(heuristic,anneal)', 'routes'],
  ['shadow(heuristic,anneal)', 'tour'],
  ['cached(tabu)', 'spins'],
  ['within(5,tabu)', 'spins'],
  ['within(9,decompose(size=20,solver=race(anneal,tabu)))', 'spins'],
  ['auto', 'spins'],
  ['auto', 'few spins'],
  ['auto', 'tour'],
]

function run(spec: string, problem: Problem, options: RunOptions): Promise<SampleSet> {
  const created = createRun({ seed: 3, ...options })
  const task = createTask(problem, { clock: created.clock, memoryLimitMiB: 512 })
  return solverFromSpec(spec, solvers).sample(task, created)
}

/** Too late to begin with is refused. */
const unlessRefused = (error: unknown): null => {
  if (!isRefusal(error)) throw error
  return null
}

/** HiGHS is told its time in real seconds, of which nothing may be felt here. */
const withEngine = 1000

/** Once for every k, each time with another clock. */
async function replays(spec: string, problem: Problem, tries: number, scale = 1): Promise<void> {
  for (let k = 0; k < tries; k++) {
    const chance = random(`${spec} ${k}`, 'clock')
    const timeLimitMs = scale * (1 + chance.below(100))
    const clock = clockByChance(chance, scale * ([4, 6, 10][k % 3] as number))
    const first = await run(spec, problem, { timeLimitMs, clock }).catch(unlessRefused)
    if (first === null) continue
    const again = await run(first.replay, problem, { work: Number.POSITIVE_INFINITY })
    const told = `${first.replay} after ${first.stop}`
    expect(again.samples, told).toEqual(first.samples)
  }
}

it.each(cases)('what the clock ended, its replay line gives again: %s on %s', (spec, on) =>
  replays(spec, problems[on], 12, spec === 'ilp' ? withEngine : 1),
)

const registered = Object.values(factories) as unknown as ProblemFactory<object, unknown>[]

it.each(registered.map((make) => [make.problemName, make] as const))(
  'so it is with every family: %s, a tiny one and one that travels with the package',
  async (name, make) => {
    const tiny = make(make.tiny(random(name, 'replay')))
    await replays('heuristic', tiny, 3)
    await replays('auto', tiny, 3, withEngine)
    const { text, fileName } = embedded.find(({ kind }) => kind === name) ?? embedded[0]
    if (embedded.some(({ kind }) => kind === name))
      await replays('heuristic', make(readInstance(text, { fileName, as: name }).input), 4)
  },
)
