import type { Job, Random } from '../../../src/run/index.ts'
import { log2 } from '../../logarithm.ts'
import { staffDay } from './roster-bound.ts'
import type { RosterData } from './roster-data.ts'
import { boundWithin, isOutOfCount, worstCost } from './roster-proof.ts'
import { isGivenUp, relaxation, relaxNext } from './roster-relaxation.ts'
import {
  applyOption,
  applySwap,
  type Change,
  maySwap,
  type RosterState,
  remeasure,
  rosterState,
} from './roster-state.ts'

/** A round cools by this factor per stage, from hot to cold times the mean weight, in so many trials per cell at first. */
const cooling = 0.93
const hot = 0.7
const cold = 0.02
const trialsPerCell = 40
/** Work on the bound per work on rosters. */
const relaxShare = 0.5
/** Days that two people exchange at most. */
const longestSwap = 8

/**
 * Staffs every day alone, which gives the bound and the start, then anneals whole rosters: single changes, and two people
 * exchanging one or several days in a row. Rules cost a penalty that grows while rounds end with broken ones; every round
 * is twice as long as the one before. Meanwhile a Lagrangian relaxation raises the bound. Ends by itself when a roster costs
 * no more than the bound, or when counts, a day or a bound above all costs prove that there is no roster.
 */
export function* rosterSearch(data: RosterData, random: Random): Job<Uint16Array, Uint16Array> {
  let best = new Uint16Array(data.people.length * data.days.length)
  let allowance = yield { work: 0 }
  if (allowance === 0) return best
  const worst = worstCost(data)
  let bound = isOutOfCount(data) ? Number.POSITIVE_INFINITY : 0
  let work = 2 * best.length * data.options
  if (bound > 0) {
    allowance = yield { work, bound }
    if (allowance === 0) return best
    work = 0
  }
  for (let d = 0; d < data.days.length; d++) {
    const staff = staffDay(data, d)
    bound += staff.cost
    staff.options.forEach((option, p) => {
      best[p * data.days.length + d] = option
    })
    work += staff.work
    if (work < allowance) continue
    allowance = yield bound === Number.POSITIVE_INFINITY ? { work, bound } : { work }
    if (allowance === 0) return best
    work = 0
  }
  if (bound === Number.POSITIVE_INFINITY) {
    if (work > 0) yield { work, bound }
    return best
  }
  const annealer = annealerOf(rosterState(data, best))
  work += best.length
  noteBest(annealer)
  let told: number | null = null
  const relaxed = relaxation(data)
  let ahead = 0
  for (let ended = false; !ended; ) {
    if (ahead > 0 && !isGivenUp(relaxed)) {
      const done = relaxNext(relaxed, annealer.bestBroken === 0 ? annealer.bestCost : Number.POSITIVE_INFINITY)
      bound = Math.max(bound, boundWithin(relaxed.bound, annealer.bestBroken === 0 ? Number.POSITIVE_INFINITY : worst))
      ahead -= done / relaxShare
      work += done
    } else {
      const done = trial(annealer, random)
      ahead += done
      work += done
    }
    ended = annealer.bestBroken === 0 && annealer.bestCost <= bound + 1e-9 * (1 + bound)
    if (ended) bound = annealer.bestCost
    else ended = bound === Number.POSITIVE_INFINITY
    if (work < allowance && !ended) continue
    const fresh = annealer.isFresh && annealer.bestBroken === 0
    const news = told === bound ? {} : { bound }
    told = bound
    annealer.isFresh = false
    best = annealer.best.slice()
    allowance = yield fresh ? { work, find: best.slice(), ...news } : { work, ...news }
    if (allowance === 0) return best
    work = 0
  }
  return best
}

interface Annealer {
  readonly state: RosterState
  readonly best: Uint16Array
  bestBroken: number
  bestCost: number
  /** Whether `best` was found since it was last told. */
  isFresh: boolean
  /** The mean weight of what can be unmet. */
  readonly unit: number
  penalty: number
  temperature: number
  /** Trials left in this stage, and how many a stage of this round has. */
  left: number
  stage: number
  /** The fewest broken rules of this round. */
  roundBroken: number
  readonly change: Change
}

function annealerOf(state: RosterState): Annealer {
  const unit = meanWeight(state.data)
  const stages = Math.ceil(log2(hot / cold) / -log2(cooling))
  const stage = Math.max(50, Math.ceil((trialsPerCell * state.rows.length) / stages))
  return {
    state,
    best: state.rows.slice(),
    bestBroken: Number.POSITIVE_INFINITY,
    bestCost: Number.POSITIVE_INFINITY,
    isFresh: false,
    unit,
    penalty: 4 * unit,
    temperature: hot * unit,
    left: stage,
    stage,
    roundBroken: Number.POSITIVE_INFINITY,
    change: { broken: 0, cost: 0 },
  }
}

function meanWeight({ wishes, shortage, surplus, fairness }: RosterData): number {
  const others = [shortage, surplus, fairness].filter((w) => w > 0 && w < Number.POSITIVE_INFINITY)
  const all = [...wishes.map((wish) => wish.weight), ...others]
  return all.length > 0 ? all.reduce((sum, w) => sum + w, 0) / all.length : 1
}

/** One proposed move, taken or undone. Returns its work. */
function trial(annealer: Annealer, random: Random): number {
  const { state } = annealer
  const { people, days, options, allowed } = state.data
  if (--annealer.left < 0) nextStage(annealer)
  const person = random.below(people.length)
  const day = random.below(days.length)
  const kind = random.below(8)
  if (kind < 4 || people.length === 1) {
    const cell = person * days.length + day
    const before = state.rows[cell]
    const option = random.below(options)
    if (option === before || !allowed[cell * options + option]) return 4
    applyOption(state, person, day, option, annealer.change)
    if (isTaken(annealer, random)) noteBest(annealer)
    else applyOption(state, person, day, before, annealer.change)
    return 10 + days.length
  }
  const other = (person + 1 + random.below(people.length - 1)) % people.length
  const end = kind < 6 ? day + 1 : Math.min(days.length, day + 2 + random.below(longestSwap - 1))
  if (!maySwap(state, person, other, day, end)) return 5
  applySwap(state, person, other, day, end, annealer.change)
  if (isTaken(annealer, random)) noteBest(annealer)
  else applySwap(state, person, other, day, end, annealer.change)
  return 10 + 2 * days.length
}

function isTaken({ change, penalty, temperature }: Annealer, random: Random): boolean {
  const worse = change.broken * penalty + change.cost
  if (worse <= 0) return true
  // Far above what any chance would allow: exp(−22) is below 2⁻³².
  if (worse > 22.2 * temperature) return false
  return worse <= -temperature * Math.LN2 * log2(random.unit() + 2 ** -33)
}

/** Costs are summed change by change; a better roster is measured anew, so that its cost is the one `cost` says. */
function noteBest(annealer: Annealer): void {
  const { state, best, bestBroken, bestCost } = annealer
  annealer.roundBroken = Math.min(annealer.roundBroken, state.broken)
  if (state.broken > bestBroken || (state.broken === bestBroken && state.cost >= bestCost - 1e-9 * (1 + bestCost)))
    return
  remeasure(state)
  if (state.broken === bestBroken && state.cost >= bestCost) return
  best.set(state.rows)
  annealer.bestBroken = state.broken
  annealer.bestCost = state.cost
  annealer.isFresh = true
}

function nextStage(annealer: Annealer): void {
  const { state, unit } = annealer
  annealer.temperature *= cooling
  if (annealer.temperature < cold * unit) {
    annealer.temperature = hot * unit
    annealer.stage *= 2
    if (annealer.roundBroken > 0) annealer.penalty *= 2
    annealer.roundBroken = Number.POSITIVE_INFINITY
    remeasure(state)
  }
  annealer.left = annealer.stage
}
