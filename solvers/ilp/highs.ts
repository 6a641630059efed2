import type { CallbackData, Highs, HighsCallbackMap, Model } from 'highs'
import type { Milp } from '../../src/qubo/index.ts'
import type { EngineWatch } from '../../src/run/index.ts'
import { type Claim, claim, type IlpEngine, type Incumbent, type Question } from './engine.ts'
import { judge } from './judge.ts'

/** So much earlier than the deadline it ends by itself, so that its answer still travels. */
const marginMs = 4

/**
 * HiGHS (Huangfu & Hall 2018, "Parallelizing the dual revised simplex method"; branch and cut), as WebAssembly.
 *
 * Work is counted from its own events (simplex iterations, checkpoints, improvements), never from the clock: a run
 * that ends at work w shows the incumbent and the bound of event w, so it replays bit for bit.
 */
export const highs: IlpEngine = {
  name: 'highs',
  solve: async (question, watch) => {
    const library = await loadHighs()
    const model = library.createModel(modelData(library, question.milp))
    try {
      return solveModel(model, question, watch)
    } finally {
      model.dispose()
    }
  },
}

let loaded: Promise<Highs> | undefined

/** Loads the 3.5 MB library on first use, once per thread. */
function loadHighs(): Promise<Highs> {
  // Its types say CommonJS, what is loaded is an ES module: there `default` is the loader itself.
  loaded ??= import('highs').then((module) => (module.default as unknown as typeof module.default.default)())
  return loaded
}

/** The programme as compressed rows: no text format in between, so no names or number formats to get wrong. */
function modelData(library: Highs, milp: Milp) {
  return {
    numCols: milp.size,
    numRows: milp.rows,
    sense: library.constants.objectiveSense.minimize,
    offset: milp.constant,
    colCost: milp.objective,
    colLower: milp.lower,
    colUpper: milp.upper,
    rowLower: milp.rowLower,
    rowUpper: milp.rowUpper,
    integrality: Int32Array.from(milp.integer),
    matrix: {
      format: 'csr' as const,
      numRows: milp.rows,
      numCols: milp.size,
      starts: Int32Array.from(milp.rowStart),
      indices: Int32Array.from(milp.column),
      values: milp.value,
    },
  }
}

function solveModel(model: Model, question: Question, watch: EngineWatch<Incumbent>): Claim {
  const { milp, gap, work } = question
  model.options.set({ output_flag: false, mip_rel_gap: gap, mip_abs_gap: gap > 0 ? 1e-6 : 0 })
  const seconds = (watch.remainingMs() - marginMs) / 1000
  if (seconds <= 0) return claim({ status: 'stopped' })
  if (Number.isFinite(seconds)) model.options.set('time_limit', seconds)
  // Inside branch and cut this limit would bend the path; there the events below keep the budget.
  if (Number.isFinite(work) && !milp.integer.includes(1))
    model.options.set('simplex_iteration_limit', iterationsFor(milp, work))
  const tally = tallyOf(question, watch)
  model.run(tally.callbacks)
  return readClaim(model, milp, tally.seen())
}

/** Measured: one simplex iteration with its share of everything else is about 60 µs on small programmes. */
const iterationWork = (milp: Milp): number => 5000 + milp.size + milp.rows + milp.value.length
const iterationsFor = (milp: Milp, work: number): number =>
  Math.min(2 ** 31 - 1, Math.max(1, Math.floor(work / iterationWork(milp))))

interface Seen {
  readonly incumbent: Float64Array | null
  readonly bound: number
  readonly work: number
}

/**
 * Counts work event by event and freezes what is seen once the budget is spent or the run must stop: what HiGHS still
 * does while it winds down is off the path that a replay takes.
 */
function tallyOf(
  { milp, work: limit }: Question,
  watch: EngineWatch<Incumbent>,
): { callbacks: HighsCallbackMap; seen: () => Seen } {
  const each = iterationWork(milp)
  let seen: Seen = { incumbent: null, bound: Number.NEGATIVE_INFINITY, work: 0 }
  let events = 0
  let frozen = false
  const count = (data: CallbackData, incumbent: Float64Array | null): void => {
    frozen ||= watch.stop() !== null || watch.remainingMs() <= marginMs
    if (frozen) return
    const work = Number(data.mip_total_lp_iterations ?? 0) * each + ++events
    seen = { incumbent: incumbent ?? seen.incumbent, bound: Math.max(seen.bound, finiteBound(data)), work }
    if (incumbent !== null) watch.onFind({ point: incumbent, bound: seen.bound, work })
    frozen = work >= limit
  }
  const callbacks: HighsCallbackMap = {
    4: ({ data }) => {
      count(data, data.mip_solution ?? null)
    },
    6: (event) => {
      count(event.data, null)
      if (frozen) event.interrupt()
    },
  }
  return { callbacks, seen: () => seen }
}

const finiteBound = ({ mip_dual_bound: bound = Number.NEGATIVE_INFINITY }: CallbackData): number =>
  Number.isFinite(bound) ? bound : Number.NEGATIVE_INFINITY

/** HiGHS's model status codes that say something definite (`constants.modelStatus`). */
const status = { empty: 6, optimal: 7, infeasible: 8, unboundedOrInfeasible: 9, unbounded: 10 } as const
const limits = new Set([11, 12, 13, 14, 16, 17])

function readClaim(model: Model, milp: Milp, seen: Seen): Claim {
  const code = model.getModelStatus()
  const { work } = seen
  if (code === status.optimal || code === status.empty) return optimalClaim(model, milp, work)
  if (code === status.infeasible) return claim({ status: 'infeasible', work })
  if (code === status.unboundedOrInfeasible) return { ...withoutObjective(model, milp), work }
  if (code === status.unbounded) return claim({ status: 'unbounded', work })
  if (limits.has(code)) return claim({ status: 'stopped', point: seen.incumbent, bound: seen.bound, work })
  return claim({ status: 'failed', work, message: `HiGHS ended with status ${code}` })
}

function optimalClaim(model: Model, milp: Milp, work: number): Claim {
  const whole = milp.integer.includes(1)
  const bound = whole ? Number(model.info.get('mip_dual_bound')) : model.getObjectiveValue()
  const point = Float64Array.from(model.getSolution().colValue)
  return claim({
    status: 'optimal',
    point: judge(milp, point) === null ? polished(model, milp, point) : point,
    bound,
    work,
  })
}

/** Rounding the whole columns broke a row by a hair: the other columns are solved for again around them. */
function polished(model: Model, milp: Milp, point: Float64Array): Float64Array {
  for (let j = 0; j < milp.size; j++)
    if (milp.integer[j]) model.changeColBounds(j, Math.round(point[j]), Math.round(point[j]))
  model.run()
  return model.getModelStatus() === status.optimal ? Float64Array.from(model.getSolution().colValue) : point
}

/** "Unbounded or infeasible" is decided by asking for any point at all. */
function withoutObjective(model: Model, milp: Milp): Claim {
  for (let j = 0; j < milp.size; j++) model.changeColCost(j, 0)
  model.run()
  return claim({ status: model.getModelStatus() === status.infeasible ? 'infeasible' : 'unbounded' })
}
