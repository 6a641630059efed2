import fc from 'fast-check'
import { evaluate, type Model } from '../../src/model/index.ts'
import {
  type Form,
  type Group,
  type Ising,
  isingEnergy,
  type Milp,
  milpObjective,
  milpViolation,
  type Point,
  type Qubo,
  quboEnergy,
  type Rewrite,
  type Rewritten,
} from '../../src/qubo/index.ts'
import { must, type Promised } from './promise.ts'
import { tinyModels } from './tiny-models.ts'

export interface RewriteKit {
  /** Where the rewrite is tried; random models of everything by default. */
  readonly models?: fc.Arbitrary<Model>
  readonly runs?: number
  readonly seed?: number
}

/** A form as brute force sees it. `points` is null where there are too many, or infinitely many. */
interface View<F extends Form> {
  readonly points: readonly Point<F>[] | null
  readonly energy: (point: Point<F>) => number
  readonly isFeasible: (point: Point<F>) => boolean
  readonly keepsGroups: (point: Point<F>) => boolean
}

/** Everything that one tried model gives. */
interface Trial<To extends Form> {
  readonly from: Model
  readonly view: View<Model>
  readonly to: View<To>
  readonly rewritten: Rewritten<Model, To>
  readonly feasible: readonly Float64Array[]
  /** The rewritten form's feasible points with their energies; null where there are too many. */
  readonly reached: readonly { readonly y: Point<To>; readonly energy: number }[] | null
}

/** What every rewrite owes, checked by brute force on random tiny models. */
export function rewritePromises<To extends Form>(
  name: string,
  rewrite: Rewrite<Model, To>,
  kit: RewriteKit = {},
): Promised[] {
  const { models = tinyModels(), runs = 60, seed = 1 } = kit
  const trials = once(() => fc.sample(models, { numRuns: runs, seed }).flatMap((model) => trialOf(rewrite, model)))
  const onEvery = (check: (trial: Trial<To>) => void) => () => {
    try {
      trials().forEach(check)
    } catch (error) {
      fc.assert(
        fc.property(models, (model) => trialOf(rewrite, model).forEach(check)),
        { numRuns: runs, seed },
      )
      throw error
    }
  }
  const promises: readonly [string, (trial: Trial<To>) => void][] = [
    ['lifting never costs', liftingNeverCosts],
    ['lowering never costs and gives a valid point', loweringNeverCosts],
    ['the minimum stays the same', sameMinimum],
    ['every minimiser lifts to a feasible optimum', minimisersLift],
    ['lifting undoes lowering on feasible points', liftUndoesLower],
    ['points that keep the groups lift to points that keep domains and structures', groupsLift],
  ]
  return [
    ...promises.map(([promise, check]) => ({ promise: `${name}: ${promise}`, check: onEvery(check) })),
    { promise: `${name}: the input is not changed`, check: inputUnchanged(rewrite, models, seed) },
  ]
}

/** One trial, or none when the model has no feasible point: then nothing is owed. */
function trialOf<To extends Form>(rewrite: Rewrite<Model, To>, from: Model): Trial<To>[] {
  const view = viewOfModel(from)
  const feasible = (view.points ?? []).filter((x) => view.isFeasible(x))
  if (feasible.length === 0) return []
  const rewritten = rewrite(from)
  const to = viewOf(rewritten.to as Form) as View<To>
  const reached = to.points?.filter((y) => to.isFeasible(y)).map((y) => ({ y, energy: to.energy(y) })) ?? null
  return [{ from, view, to, rewritten, feasible, reached }]
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

function liftingNeverCosts<To extends Form>({ view, to, rewritten, reached }: Trial<To>): void {
  const { lift, scale, constant } = rewritten
  for (const { y, energy } of reached ?? []) {
    if (!to.keepsGroups(y)) continue
    const x = lift(y)
    if (!view.isFeasible(x)) continue
    must(
      view.energy(x) <= scale * energy + constant + 1e-7,
      () => `${x} costs ${view.energy(x)}, more than ${energy} of ${y}`,
    )
  }
}

function loweringNeverCosts<To extends Form>({ view, to, rewritten, feasible }: Trial<To>): void {
  const { lower, scale, constant } = rewritten
  for (const x of feasible) {
    const y = lower(x)
    if (y === null) throw new Error(`the feasible point ${x} has no image`)
    must(to.isFeasible(y) && to.keepsGroups(y), () => `the feasible point ${x} goes to ${y}, which is none`)
    must(
      scale * to.energy(y) + constant <= view.energy(x) + 1e-7,
      () => `${y} costs ${to.energy(y)}, more than ${view.energy(x)} of ${x}`,
    )
  }
}

function sameMinimum<To extends Form>({ view, rewritten, feasible, reached }: Trial<To>): void {
  if (reached === null) return
  const least = Math.min(...feasible.map((x) => view.energy(x)))
  const leastTo = rewritten.scale * lowestOf(reached) + rewritten.constant
  must(Math.abs(least - leastTo) <= 1e-7, () => `the minimum was ${least} and became ${leastTo}`)
}

function minimisersLift<To extends Form>({ view, rewritten, feasible, reached }: Trial<To>): void {
  const least = lowestOf(reached ?? [])
  const leastFrom = Math.min(...feasible.map((x) => view.energy(x)))
  for (const { y, energy } of reached ?? []) {
    if (energy > least + 1e-9) continue
    const x = rewritten.lift(y)
    must(view.isFeasible(x), () => `the minimiser ${y} lifts to ${x}, which is not feasible`)
    must(
      view.energy(x) <= leastFrom + 1e-7,
      () => `the minimiser ${y} lifts to ${x}, which costs ${view.energy(x)} > ${leastFrom}`,
    )
  }
}

const lowestOf = (points: readonly { energy: number }[]): number =>
  points.reduce((best, { energy }) => Math.min(best, energy), Number.POSITIVE_INFINITY)

function liftUndoesLower<To extends Form>({ rewritten, feasible }: Trial<To>): void {
  for (const x of feasible) {
    const y = rewritten.lower(x)
    if (y === null) continue
    const back = rewritten.lift(y)
    must(back.length === x.length && back.every((v, c) => v === x[c]), () => `${x} came back as ${back}`)
  }
}

function groupsLift<To extends Form>({ from, to, rewritten, reached }: Trial<To>): void {
  const rules = new Set(from.constraints.map((constraint) => constraint.name))
  for (const { y } of reached ?? []) {
    if (!to.keepsGroups(y)) continue
    const broken = evaluate(from, rewritten.lift(y)).broken.filter(({ name }) => !rules.has(name))
    must(broken.length === 0, () => `${y} lifts to ${rewritten.lift(y)}, which breaks ${broken[0].name}`)
  }
}

const inputUnchanged = (rewrite: Rewrite<Model, Form>, models: fc.Arbitrary<Model>, seed: number) => () => {
  for (const model of fc.sample(models, { numRuns: 30, seed })) {
    const before = JSON.stringify(model)
    const { lower } = rewrite(model) as Rewritten<Model, Form>
    for (const x of (viewOfModel(model).points ?? []).slice(0, 8)) {
      const copy = x.slice()
      lower(x)
      must(
        copy.every((v, c) => v === x[c]),
        () => `lowering changed its argument ${copy} to ${x}`,
      )
    }
    must(JSON.stringify(model) === before, () => `the rewrite changed its input\n${model}`)
  }
}

/** Beyond this many points brute force is skipped. */
const mostPoints = 1 << 15

function viewOf(form: Form): View<Form> {
  const views = {
    model: () => viewOfModel(form as Model),
    qubo: () => viewOfQubo(form as Qubo),
    ising: () => viewOfIsing(form as Ising),
    milp: () => viewOfMilp(form as Milp),
  }
  return views[form.kind]() as unknown as View<Form>
}

function viewOfModel(model: Model): View<Model> {
  const values = model.domains.map((domain, c) =>
    domain === 'spin'
      ? [-1, 1]
      : Array.from({ length: model.upper[c] - model.lower[c] + 1 }, (_, k) => model.lower[c] + k),
  )
  return {
    points: product(values)?.map((point) => Float64Array.from(point)) ?? null,
    energy: (point) => evaluate(model, point).energy,
    isFeasible: (point) => evaluate(model, point).violation === 0,
    keepsGroups: () => true,
  }
}

function viewOfQubo(qubo: Qubo): View<Qubo> {
  const held = qubo.groups.filter((group) => qubo.native.includes(group.kind))
  return {
    points: product(Array.from({ length: qubo.size }, () => [0, 1]))?.map((point) => Int8Array.from(point)) ?? null,
    energy: (point) => quboEnergy(qubo, point),
    isFeasible: (point) => held.every((group) => keeps(group, point)),
    keepsGroups: (point) => qubo.groups.every((group) => keeps(group, point)),
  }
}

const viewOfIsing = (ising: Ising): View<Ising> => ({
  points: product(Array.from({ length: ising.size }, () => [-1, 1]))?.map((point) => Int8Array.from(point)) ?? null,
  energy: (point) => isingEnergy(ising, point),
  isFeasible: () => true,
  // An Ising form carries no groups, so there is nothing to tell kept from broken ones by.
  keepsGroups: () => true,
})

const viewOfMilp = (milp: Milp): View<Milp> => ({
  points: null,
  energy: (point) => milpObjective(milp, point),
  isFeasible: (point) => milpViolation(milp, point) <= 1e-9,
  keepsGroups: () => true,
})

function keeps(group: Group, point: ArrayLike<number>): boolean {
  const { members } = group
  const ones = members.reduce((sum, c) => sum + point[c], 0)
  if (group.kind !== 'permutation') return ones === (group.kind === 'subset' ? group.count : 1)
  const lines = Array.from({ length: group.order }, (_, line) => line)
  return lines.every((line) =>
    [(k: number) => line * group.order + k, (k: number) => k * group.order + line].every(
      (at) => lines.reduce((sum, k) => sum + point[members[at(k)]], 0) === 1,
    ),
  )
}

/** All combinations, or null when there are too many. */
function product(values: readonly (readonly number[])[]): number[][] | null {
  if (values.reduce((count, v) => count * v.length, 1) > mostPoints) return null
  let points: number[][] = [[]]
  for (const options of values) points = points.flatMap((point) => options.map((option) => [...point, option]))
  return points
}

/** Every point of a model's domains; empty when there are too many. */
export const enumerateModel = (model: Model): readonly Float64Array[] => viewOfModel(model).points ?? []
