import { compileModel } from '../../src/compile/index.ts'
import { errorTable, IsinglassError } from '../../src/errors.ts'
import { evaluate } from '../../src/model/index.ts'
import type { Built, Problem, ProblemFactory, Violation } from '../../src/problem.ts'
import { type Random, random } from '../../src/run/index.ts'
import { corrupt, shadow, tamper } from './damage.ts'
import { bruteForceBits, minimumOf, randomPoint, structuredCount, structuredPoints } from './enumerate.ts'
import { runJob } from './job.ts'
import { atMost, close, errorOf, freeze, must, type Promised, text, unorderedText } from './promise.ts'
import { svgComplaint } from './svg.ts'

export interface ProblemKit<Raw> {
  /** How many tiny inputs are tried (10). */
  readonly seeds?: number
  /** The same data in both shapes, for problems that have two. */
  readonly twins?: (random: Random) => { readonly named: Raw; readonly bulk: Raw }
}

/** A tiny problem with everything that can be known about it by counting. */
interface Case<Answer> {
  readonly seed: string
  readonly problem: Problem<Answer>
  readonly built: Built<Answer>
  /** Distinct feasible answers, as decoded. */
  readonly feasible: readonly { readonly answer: Answer; readonly cost: number }[]
  /** The best of their costs, signed so that less is better; Infinity when there is none. */
  readonly best: number
}

/** What every problem owes, as sentences to be run by any test runner. */
export function problemPromises<Raw, Answer>(
  factory: ProblemFactory<Raw, Answer>,
  kit: ProblemKit<Raw> = {},
): Promised[] {
  const { seeds = 10, twins } = kit
  let known: Case<Answer>[] | undefined
  const cases = () =>
    (known ??= Array.from({ length: seeds }, (_, k) =>
      caseOf(factory, factory.tiny(random(String(k), 'tiny')), String(k)),
    ))
  const each = (promise: string, check: (c: Case<Answer>) => void): Promised => ({
    promise,
    check: () => {
      for (const c of cases()) told(`tiny input ${c.seed}`, () => check(c))
    },
  })
  return [
    { promise: 'tiny inputs have feasible answers', check: () => someFeasible(cases()) },
    each('an answer is plain data', isPlain),
    each('law 8: decode after encode is the identity on feasible answers', encodesBack),
    each('law 8: the objective of the model at an encoded answer is its cost', objectiveIsCost),
    each('law 8: the least energy of the compiled QUBO is the best feasible cost', minimumIsBest),
    each('any point decodes to an answer that can be judged', decodesAnything),
    each('check convicts a tampered answer', convictsTampering),
    each('building twice gives the same model', buildsAlike),
    each('finds of the heuristic are feasible, and it ends with its best', heuristicIsHonest),
    each('no feasible answer beats the bound of the heuristic', boundHolds),
    each('law 2: the heuristic depends on seed and work, not on how the work is cut', heuristicIsSteady),
    each('answers of the parts merge to a feasible answer', partsMerge),
    each('a picture is well-formed SVG', drawsWell),
    { promise: 'law 11: the input is never changed', check: () => keepsInput(factory, seeds) },
    { promise: 'a bad input is refused with code, cause and remedy', check: () => refusesBadInput(factory) },
    ...(twins
      ? [{ promise: 'named and bulk shapes cost the same', check: () => twinsAgree(factory, twins, seeds) }]
      : []),
  ]
}

function told(where: string, check: () => void): void {
  try {
    check()
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

const mostPoints = 20_000

function caseOf<Raw, Answer>(factory: ProblemFactory<Raw, Answer>, raw: Raw, seed: string): Case<Answer> {
  const problem = factory(raw)
  const built = problem.build()
  must(
    structuredCount(built.model) <= 1e6,
    () => `${structuredCount(built.model)} points are too many to count: make tiny() smaller`,
  )
  const feasible = new Map<string, { answer: Answer; cost: number }>()
  for (const point of structuredPoints(built.model)) {
    if (feasible.size >= mostPoints) break
    const answer = built.decode(point)
    if (problem.check(answer).length === 0) feasible.set(text(answer), { answer, cost: problem.cost(answer) })
  }
  const list = [...feasible.values()]
  return {
    seed,
    problem,
    built,
    feasible: list,
    best: list.reduce((best, f) => Math.min(best, signed(problem, f.cost)), Number.POSITIVE_INFINITY),
  }
}

const signed = (problem: Pick<Problem, 'sense'>, cost: number): number => (problem.sense === 'min' ? cost : -cost)

/** Evenly spread, at most so many. */
function some<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(items.length, most) }, (_, k) => items[Math.floor(k * step)])
}

function someFeasible<Answer>(cases: readonly Case<Answer>[]): void {
  const without = cases.filter((c) => c.feasible.length === 0)
  must(without.length * 2 < cases.length, `${without.length} of ${cases.length} tiny inputs have no feasible answer`)
}

function isPlain<Answer>({ feasible }: Case<Answer>): void {
  for (const { answer } of some(feasible, 20)) {
    const back: unknown = JSON.parse(JSON.stringify(answer))
    must(text(back) === text(answer), () => `${text(answer)} comes back from JSON as ${text(back)}`)
  }
}

function encodesBack<Answer>({ built, feasible }: Case<Answer>): void {
  for (const { answer } of some(feasible, 200)) {
    const point = built.encode(answer)
    if (point === null) continue
    const back = built.decode(point)
    must(text(back) === text(answer), () => `${text(answer)} is encoded and decodes to ${text(back)}`)
  }
}

function objectiveIsCost<Answer>({ problem, built, feasible }: Case<Answer>): void {
  for (const { answer, cost } of some(feasible, 200)) {
    const point = built.encode(answer)
    if (point === null) continue
    const { energy, broken } = evaluate(built.model, point)
    must(
      broken.length === 0,
      () => `${text(answer)} is feasible but its point breaks ${broken.map((b) => b.name).join(', ')}`,
    )
    must(
      close(energy, signed(problem, cost)),
      () => `${text(answer)} costs ${cost} but the model says ${signed(problem, energy)}`,
    )
  }
}

function minimumIsBest<Answer>({ seed, problem, built, best }: Case<Answer>): void {
  const { form, lift } = compileModel(built.model, 'qubo', { native: [], memoryLimitMiB: 512 })
  if (best === Number.POSITIVE_INFINITY) return
  const { energy, state } = minimumOf(form, random(seed, 'minimum'))
  const exact = form.size <= bruteForceBits
  must(
    exact ? close(energy, best) : atMost(best, energy),
    () => `the QUBO of ${form.size} bits goes down to ${energy}, the best feasible cost is ${signed(problem, best)}`,
  )
  if (!exact) return
  const answer = built.decode(lift(state))
  const violations = problem.check(answer)
  must(violations.length === 0, () => `the QUBO's minimum decodes to ${text(answer)}: ${violations[0].message}`)
}

function decodesAnything<Answer>({ seed, problem, built }: Case<Answer>): void {
  const chance = random(seed, 'points')
  const { model } = built
  const points = [
    Float64Array.from(model.lower),
    Float64Array.from(model.upper),
    ...Array.from({ length: 40 }, () => randomPoint(model, chance)),
  ]
  for (const point of points) {
    const answer = built.decode(point)
    const violations = problem.check(answer)
    violations.forEach(isViolation)
    if (violations.length === 0)
      must(
        Number.isFinite(problem.cost(answer)),
        () => `${text(answer)} passes check but costs ${problem.cost(answer)}`,
      )
  }
}

function isViolation(violation: Violation): void {
  must(violation.rule !== '' && violation.message !== '', 'a violation says neither rule nor message')
  must(
    violation.amount > 0 && Number.isFinite(violation.amount),
    `a violation of "${violation.rule}" by ${violation.amount} is none`,
  )
}

/** What passes is an answer that some point stands for. */
function convictsTampering<Answer>({ problem, built, feasible }: Case<Answer>): void {
  for (const { answer } of some(feasible, 12)) {
    for (const { what, value } of tamper(answer)) {
      const tampered = value as Answer
      const violations = problem.check(tampered)
      violations.forEach(isViolation)
      if (violations.length > 0) continue
      const point = built.encode(tampered)
      if (point === null) continue
      const back = built.decode(point)
      must(
        unorderedText(back) === unorderedText(tampered),
        () => `check passes ${text(tampered)} (${what}), which means ${text(back)} at best`,
      )
      const { broken } = evaluate(built.model, point)
      must(broken.length === 0, () => `check passes ${text(tampered)} (${what}) but the model breaks ${broken[0].name}`)
    }
  }
}

function buildsAlike<Answer>({ problem, built }: Case<Answer>): void {
  const again = problem.build().model
  must(text(again.objective) === text(built.model.objective), 'the objective differs')
  must(text(again.constraints) === text(built.model.constraints), 'the constraints differ')
  must(text(again.structures) === text(built.model.structures), 'the structures differ')
}

const heuristicWork = 2e6

function heuristicIsHonest<Answer>({ seed, problem, best }: Case<Answer>): void {
  if (problem.heuristic === null) return
  const { out, finds } = runJob(problem.heuristic(random(seed, 'heuristic')), heuristicWork, 1e5)
  for (const find of finds) {
    const violations = problem.check(find)
    must(violations.length === 0, () => `the find ${text(find)} is not feasible: ${violations[0].message}`)
    must(atMost(best, signed(problem, problem.cost(find))), () => `the find ${text(find)} is better than the optimum`)
  }
  if (finds.length === 0) return
  must(problem.check(out).length === 0, () => `it found a feasible answer but ended with ${text(out)}`)
  const lowest = finds.reduce(
    (low, find) => Math.min(low, signed(problem, problem.cost(find))),
    Number.POSITIVE_INFINITY,
  )
  must(
    signed(problem, problem.cost(out)) <= lowest,
    () => `it found ${signed(problem, lowest)} but ended with ${problem.cost(out)}`,
  )
}

function boundHolds<Answer>({ seed, problem, best }: Case<Answer>): void {
  if (problem.heuristic === null) return
  const { bound } = runJob(problem.heuristic(random(seed, 'heuristic')), heuristicWork, 1e5)
  if (bound === null) return
  must(
    atMost(signed(problem, bound), best),
    () => `the heuristic says that nothing beats ${bound}, but ${signed(problem, best)} is feasible`,
  )
}

function heuristicIsSteady<Answer>({ seed, problem }: Case<Answer>): void {
  if (problem.heuristic === null) return
  const start = problem.heuristic
  for (const limit of [0, 2000, 50_000, heuristicWork]) {
    const [whole, ...cut] = [Number.POSITIVE_INFINITY, limit > 50_000 ? 5000 : 64, 977].map((piece) =>
      runJob(start(random(seed, 'steady')), limit, piece),
    )
    problem.check(whole.out).forEach(isViolation)
    for (const { out, work } of cut) {
      must(
        text(out) === text(whole.out),
        () => `after ${limit} units in one piece it says ${text(whole.out)}, in pieces ${text(out)}`,
      )
      must(work === whole.work, () => `in one piece it did ${whole.work} units of ${limit}, in pieces ${work}`)
    }
  }
}

function partsMerge<Answer>({ seed, problem }: Case<Answer>): void {
  if (problem.parts === null) return
  for (const limit of [0, 5000, heuristicWork]) mergeAfter(problem, problem.parts, seed, limit)
}

function mergeAfter<Answer>(
  problem: Problem<Answer>,
  split: NonNullable<Problem<Answer>['parts']>,
  seed: string,
  limit: number,
): void {
  const whole = runJob(split(random(seed, 'parts')), limit, Number.POSITIVE_INFINITY)
  const cut = runJob(split(random(seed, 'parts')), limit, 97)
  must(whole.work === cut.work, () => `falling apart takes ${whole.work} units in one piece, ${cut.work} in small ones`)
  const { parts, merge } = whole.out
  must(parts.length === cut.out.parts.length, 'how its work is cut changes how it falls apart')
  must(parts.length > 0, 'there are no parts')
  const answers = parts.map((part, k) => bestOf(part, `${seed}.${k}`))
  if (answers.some((answer) => answer === null)) return
  const merged = merge(answers.map((a) => (a as { answer: unknown }).answer))
  const violations = problem.check(merged)
  must(violations.length === 0, () => `${text(merged)} is not feasible: ${violations[0].message}`)
}

function bestOf(problem: Problem, seed: string): { answer: unknown } | null {
  if (problem.heuristic !== null) {
    const { out } = runJob(problem.heuristic(random(seed, 'part')), heuristicWork, 1e5)
    if (problem.check(out).length === 0) return { answer: out }
  }
  const { model, decode } = problem.build()
  for (const point of structuredPoints(model)) {
    const answer = decode(point)
    if (problem.check(answer).length === 0) return { answer }
  }
  return null
}

function drawsWell<Answer>({ seed, problem, built, feasible }: Case<Answer>): void {
  if (!problem.draw) return
  const attempts = [Float64Array.from(built.model.lower), randomPoint(built.model, random(seed, 'picture'))].map((p) =>
    built.decode(p),
  )
  for (const answer of [...some(feasible, 3).map((f) => f.answer), ...attempts]) {
    const complaint = svgComplaint(problem.draw(answer))
    must(complaint === null, () => `the picture of ${text(answer)} is broken: ${complaint}`)
  }
}

function keepsInput<Raw, Answer>(factory: ProblemFactory<Raw, Answer>, seeds: number): void {
  for (let k = 0; k < seeds; k++) {
    const draw = () => factory.tiny(random(String(k), 'tiny'))
    const given = freeze(draw())
    must(text(given) === text(draw()), `tiny() gives another input for the same chance (seed ${k})`)
    told(`tiny input ${k}`, () => useEverything(factory(given), String(k)))
    must(text(given) === text(draw()), () => `tiny input ${k} was ${text(draw())} and is now ${text(given)}`)
  }
}

function useEverything<Answer>(problem: Problem<Answer>, seed: string): void {
  const { model, decode, encode } = problem.build()
  const answer = freeze(decode(randomPoint(model, random(seed, 'use'))))
  if (problem.check(answer).length === 0) encode(answer)
  problem.draw?.(answer)
  if (problem.heuristic) runJob(problem.heuristic(random(seed, 'use')), 1e4, 1e3)
  if (problem.parts) runJob(problem.parts(random(seed, 'use')), 1e4, 1e3)
}

const junk = [undefined, null, 0, 'text', [], {}, true]

function refusesBadInput<Raw, Answer>(factory: ProblemFactory<Raw, Answer>): void {
  for (const input of junk) {
    const error = errorOf(() => factory(input as Raw))
    must(error !== undefined, () => `${text(input)} is taken as an input`)
    isHelpful(error, text(input))
  }
  for (const { what, value } of shadow(factory.tiny(random('0', 'tiny')))) {
    const error = errorOf(() => factory(value as Raw))
    must(error !== undefined, () => `${what} is passed over`)
    isHelpful(error, what)
  }
  for (let k = 0; k < 3; k++) {
    for (const { what, value } of corrupt(factory.tiny(random(String(k), 'tiny')))) {
      const error = errorOf(() => useEverything(factory(value as Raw), 'bad'))
      if (error !== undefined) isHelpful(error, what)
      else must(!what.endsWith('replaced by NaN'), `${what} is taken as an input`)
    }
  }
}

function isHelpful(error: unknown, what: string): void {
  must(error instanceof IsinglassError, () => `${what} raises ${String(error)} instead of an IsinglassError`)
  must(error.code in errorTable, `${what} raises the unknown code ${error.code}`)
  must(error.what !== '' && error.remedy !== '', `${what} raises ${error.code} without cause or remedy`)
  must(!/undefined$|\.$/.test(error.remedy), `${what} raises ${error.code} with the remedy "${error.remedy}"`)
}

function twinsAgree<Raw, Answer>(
  factory: ProblemFactory<Raw, Answer>,
  twins: NonNullable<ProblemKit<Raw>['twins']>,
  seeds: number,
): void {
  for (let k = 0; k < seeds; k++) {
    const { named, bulk } = twins(random(String(k), 'twins'))
    const [a, b] = [named, bulk].map((raw) =>
      caseOf(factory, raw, String(k))
        .feasible.map((f) => f.cost)
        .sort((x, y) => x - y),
    )
    must(
      a.length === b.length && a.every((cost, i) => close(cost, b[i])),
      `the costs of all answers differ for twins ${k}`,
    )
  }
}
