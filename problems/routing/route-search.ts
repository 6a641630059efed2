import type { Job, Random, Step } from '../../src/run/index.ts'
import { exponential } from './exponential.ts'
import { firstRoutes } from './first-routes.ts'
import { type Fleet, insertStop, type Plan, planOf, type Routes, routesIn, routesLength, takeBack } from './fleet.ts'
import { type Distances, nearestOfEach, nearestOnGrid, type Purse, tabulate } from './near.ts'
import { recreate, ruin, type Surroundings } from './ruin.ts'
import { savingsRoutes } from './savings.ts'

const widestNeighbourhood = 100
/** Distances looked up in one unit of work: 10 ns. */
const looksPerUnit = 4
/** What a turn costs beside its look-ups, as look-ups. */
const looksPerTurn = 300

/**
 * Routes, better and better, until told to stop: whatever fits at once, then savings, then ruin and recreate by string
 * removals under simulated annealing (Christiaens & Vanden Berghe 2020, "Slack induction by string removals"), reheated
 * in cycles of growing length so that the course depends on nothing but the work done. With too few vehicles for the
 * first routes, the stops left over are brought in first by the paper's fleet minimisation. Finds hold every stop.
 */
export function* searchRoutes(fleet: Fleet, random: Random): Job<Routes, Routes> {
  const { sites } = fleet
  const purse: Purse = { allowed: yield { work: 0 }, spent: 0 }
  const first = firstRoutes(fleet)
  if (purse.allowed === 0 || sites.size < 3) return first
  const fits = first.length <= (fleet.vehicles ?? sites.size)
  if (fits) purse.allowed = yield { work: 20 * sites.size, find: first }
  if (purse.allowed === 0) return first
  const distances = yield* tabulate(sites, purse)
  if (distances === null) return first
  const width = Math.min(widestNeighbourhood, sites.size - 2)
  const near = yield* nearStops(fleet, distances, width, purse)
  if (near === null) return first
  const joined = yield* savingsRoutes(fleet, near, width, purse, Math.min(30, width))
  if (joined === null) return first
  const plan = planOf(fleet, distances)
  const around: Surroundings = {
    near,
    width,
    tried: Math.min(40, width),
    absent: [],
    touched: new Int32Array(plan.most),
    key: new Float64Array(sites.size),
    ruins: 0,
  }
  adopt(plan, around, joined)
  purse.spent += sites.size * 20
  return yield* annealForEver(plan, around, random, purse, { routes: first, fits, length: routesLength(sites, first) })
}

/** The nearest stops of every stop, the depot never among them: by table, or by grid where the table would be too large. */
function* nearStops(
  { sites }: Fleet,
  { between, table }: Distances,
  width: number,
  purse: Purse,
): Generator<Step, Int32Array | null, number> {
  const nearness = sites.symmetric ? between : (a: number, b: number) => between(a, b) + between(b, a)
  if (table.length > 0 || !sites.symmetric || sites.at === null)
    return yield* nearestOfEach(sites.size, width, nearness, purse, 1)
  const among = yield* nearestOnGrid(sites.at.slice(1), width, purse)
  if (among === null) return null
  const near = new Int32Array(sites.size * width)
  for (let k = 0; k < among.length; k++) near[width + k] = among[k] + 1
  return near
}

/** The longest routes first, as many as there are vehicles; stops of the others are absent. */
function adopt(plan: Plan, around: Surroundings, routes: Routes): void {
  const load = (route: readonly number[]) => route.reduce((sum, stop) => sum + plan.demand[stop], 0)
  const byLoad = routes.map((route) => ({ route, load: load(route) })).sort((a, b) => b.load - a.load)
  byLoad.forEach(({ route }, r) => {
    if (r >= plan.most) around.absent.push(...route)
    else for (let k = 0; k < route.length; k++) insertStop(plan, route[k], k === 0 ? plan.size + r : route[k - 1])
  })
  plan.log.length = 0
}

/** Routes that stand until better ones are found; `fits`: they get by with the vehicles. */
interface Standing {
  readonly routes: Routes
  readonly fits: boolean
  readonly length: number
}

function* annealForEver(
  plan: Plan,
  around: Surroundings,
  random: Random,
  purse: Purse,
  first: Standing,
): Job<Routes, Routes> {
  const { size, most } = plan
  const best = plan.next.slice()
  const missing = new Float64Array(size)
  let bestLength = first.fits ? first.length : Number.POSITIVE_INFINITY
  let shown = bestLength
  let isImproved = false
  function* report(): Generator<Step<Routes>, boolean, number> {
    purse.spent += plan.work / looksPerUnit
    plan.work = 0
    const isNew = bestLength < shown
    shown = bestLength
    purse.allowed = yield isNew ? { work: purse.spent, find: routesIn(size, most, best) } : { work: purse.spent }
    purse.spent = 0
    return purse.allowed > 0
  }
  const keep = () => {
    if (around.absent.length > 0 || plan.length >= bestLength - 1e-7) return
    bestLength = plan.length
    isImproved = true
    best.set(plan.next)
    plan.work += size >> 2
  }
  const result = (): Routes => {
    if (isImproved) return routesIn(size, most, best)
    return first.fits ? first.routes : [...routesIn(size, most, plan.next), ...around.absent.map((s) => [s])]
  }
  keep()
  for (let cycle = 0; ; cycle++) {
    const steps = Math.ceil(150 * (size + 20) * 2 ** cycle)
    const hottest = (0.3 * plan.length) / (size + plan.used)
    for (let k = 0; k < steps; k++) {
      const cold = 1 - k / steps
      turn(plan, around, missing, hottest * cold * cold * cold + hottest * 0.003, random)
      keep()
      if (plan.work / looksPerUnit + purse.spent >= purse.allowed && !(yield* report())) return result()
    }
  }
}

/** One ruin and recreation, taken back when it is not accepted. */
function turn(plan: Plan, around: Surroundings, missing: Float64Array, temperature: number, random: Random): void {
  const { absent } = around
  const length = plan.length
  plan.work += looksPerTurn
  const absentBefore = absent.slice()
  ruin(plan, around, random)
  recreate(plan, around, random)
  const cheap = plan.length < length + temperature * exponential(random)
  const accepted =
    absentBefore.length + absent.length === 0 ? cheap : isLessMissed(absentBefore, absent, missing, cheap)
  for (const stop of absent) missing[stop]++
  if (accepted) plan.log.length = 0
  else {
    takeBack(plan, length)
    absent.splice(0, absent.length, ...absentBefore)
  }
}

/** Fleet minimisation: stops that were missing often weigh more. */
function isLessMissed(
  before: readonly number[],
  after: readonly number[],
  missing: Float64Array,
  cheap: boolean,
): boolean {
  const weigh = (stops: readonly number[]) => stops.reduce((sum, stop) => sum + missing[stop] + 1, 0)
  const a = weigh(after)
  const b = weigh(before)
  return a < b || (a === b && cheap)
}
