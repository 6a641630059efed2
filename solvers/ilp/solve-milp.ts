import type { Milp } from '../../src/qubo/index.ts'
import { type EngineResult, type Run, remainingMs, type StopReason, stopReason } from '../../src/run/index.ts'
import { Unsupported } from '../../src/solver.ts'
import { type Claim, claim, type IlpEngine, type Incumbent, type Question } from './engine.ts'
import { chooseEngines, type EngineChoice, isTiny } from './engines.ts'
import { highs } from './highs.ts'
import { javascriptLpSolver } from './javascript-lp-solver.ts'
import { closes, judge, type Standing } from './judge.ts'

/** What is known about a programme after the engines were asked and their claims judged. */
export interface Verdict {
  readonly best: Standing | null
  readonly proof: 'optimal' | 'infeasible' | null
  readonly bound: number | null
  readonly stop: StopReason
  readonly work: number
  readonly notes: readonly string[]
}

export interface SolveOptions {
  readonly engine: EngineChoice
  readonly gap: number
  readonly onFind: (found: Standing) => void
}

/** Asks the engines one after the other until a claim stands; every claim is judged in the programme's own world. */
export async function solveMilp(milp: Milp, run: Run, options: SolveOptions): Promise<Verdict> {
  const { engines, why } = chooseEngines(milp, options.engine)
  let verdict: Verdict = { best: null, proof: null, bound: null, stop: 'finished', work: 0, notes: [why] }
  for (const engine of engines) {
    const refusal = cannotAsk(engine, milp, run)
    if (refusal !== null) {
      if (engine === engines[0])
        throw new Unsupported(refusal, 'Give a time limit where there are workers, or choose the engine highs')
      break
    }
    const answered = await ask(engine, milp, { ...run, work: run.work - verdict.work }, options)
    verdict = joined(verdict, answered)
    if (answered.settled || verdict.stop !== 'finished') break
  }
  return verdict
}

/** javascript-lp-solver obeys no limit at all: beyond the tiny it may be asked only where a worker can be ended at a deadline. */
function cannotAsk(engine: IlpEngine, milp: Milp, run: Run): string | null {
  if (engine !== javascriptLpSolver || isTiny(milp)) return null
  if (run.pool !== null && run.deadline < Number.POSITIVE_INFINITY) return null
  return `javascript-lp-solver obeys no limit, and ${milp.size} columns with ${milp.rows} rows are too many to wait for it`
}

interface Answered extends Omit<Verdict, 'notes'> {
  /** Nothing is left that another engine could settle. */
  readonly settled: boolean
  readonly note: string | null
}

async function ask(engine: IlpEngine, milp: Milp, run: Run, { gap, onFind }: SolveOptions): Promise<Answered> {
  const nothing = { best: null, proof: null, bound: null, settled: true, note: null } as const
  const before = stopReason(run) ?? (run.work <= 0 ? 'budget' : null)
  if (before !== null) return { ...nothing, stop: before, work: 0 }
  let last: Incumbent | null = null
  let best = corner(milp)
  if (best !== null) onFind(best)
  // The corner is one unit of work: a run that was stopped with nothing else is told from one that never began.
  const work = run.work - 1
  if (work <= 0) return { ...nothing, best, stop: 'budget', work: 1 }
  const result = await call(engine, { milp, gap, work }, run, (incumbent) => {
    last = incumbent
    const found = judge(milp, incumbent.point)
    if (found === null || (best !== null && found.objective >= best.objective)) return
    best = found
    onFind(found)
  })
  const [said, stop] =
    result.out !== null ? [result.out, stopOf({ ...run, work }, result)] : [leftBehind(last, result), result.stop]
  const answered = weigh(engine, milp, said, stop, best)
  return { ...answered, work: answered.work + 1 }
}

/** The point with every column at its lower bound, if it stands: better than nothing when the engine is cut short. */
const corner = (milp: Milp): Standing | null => (milp.lower.every(Number.isFinite) ? judge(milp, milp.lower) : null)

const stopOf = (run: Run, { stop, out }: EngineResult<Claim>): StopReason => {
  if (out?.status !== 'stopped') return 'finished'
  if (stop !== 'finished') return stop
  const reason = stopReason(run)
  if (reason !== null) return reason
  return out.work >= run.work || run.deadline === Number.POSITIVE_INFINITY ? 'budget' : 'time'
}

/** An engine that was ended leaves what it had shown; one that crashed leaves a failure. */
function leftBehind(last: Incumbent | null, { failure }: EngineResult<Claim>): Claim {
  if (failure !== null) return claim({ status: 'failed', message: failure })
  return claim({ status: 'stopped', point: last?.point ?? null, bound: last?.bound, work: last?.work ?? 0 })
}

async function call(
  engine: IlpEngine,
  question: Question,
  run: Run,
  onFind: (incumbent: Incumbent) => void,
): Promise<EngineResult<Claim>> {
  const stop = () => stopReason(run)
  try {
    if (run.pool !== null) return await run.pool.call(engine, question, { stop, remainingMs: remainingMs(run) }, onFind)
    return {
      out: await engine.solve(question, { stop, remainingMs: () => remainingMs(run), onFind }),
      stop: 'finished',
      failure: null,
    }
  } catch (error) {
    return { out: null, stop: 'failed', failure: String(error) }
  }
}

/** Believes what stands, says what does not. */
function weigh(engine: IlpEngine, milp: Milp, said: Claim, stop: StopReason, shown: Standing | null): Answered {
  const point = said.point === null ? null : judge(milp, said.point)
  const best = point === null || (shown !== null && shown.objective < point.objective) ? shown : point
  const bound = Number.isFinite(said.bound) ? said.bound : null
  const answer = { best, bound, proof: null, stop, work: said.work, note: null }
  switch (said.status) {
    case 'optimal':
      return weighOptimal(engine, milp, said, point, answer)
    case 'infeasible':
      if (best !== null)
        return {
          ...answer,
          bound: null,
          settled: false,
          note: `${engine.name} claimed infeasibility beside a feasible point`,
        }
      return engine === highs
        ? { ...answer, bound: null, proof: 'infeasible', settled: true }
        : { ...answer, bound: null, settled: false, note: `${engine.name} says infeasible; asking for confirmation` }
    case 'unbounded':
      return {
        ...answer,
        bound: null,
        settled: false,
        note: `${engine.name} says that the objective has no lower bound`,
      }
    case 'failed':
      return { ...answer, settled: false, stop: 'finished', note: `${engine.name} failed: ${said.message}` }
    case 'stopped':
      return {
        ...answer,
        settled: stop !== 'finished',
        note: best === null ? `${engine.name} was stopped before it found a feasible point` : null,
      }
  }
}

function weighOptimal(
  engine: IlpEngine,
  milp: Milp,
  said: Claim,
  point: Standing | null,
  answer: Omit<Answered, 'settled'>,
): Answered {
  if (point === null)
    return {
      ...answer,
      bound: null,
      settled: false,
      note: `${engine.name} claimed an optimum that breaks the rules; its answer is dropped`,
    }
  const lied = said.bound > point.objective + 1e-6 * Math.max(1, Math.abs(point.objective))
  if (lied)
    return {
      ...answer,
      bound: null,
      settled: false,
      note: `${engine.name} claimed a bound of ${said.bound} above the true objective ${point.objective}`,
    }
  const proven = closes(milp, point.objective, said.bound)
  return {
    ...answer,
    bound: proven ? point.objective : answer.bound,
    proof: proven ? 'optimal' : null,
    settled: engine === highs || proven,
  }
}

function joined(before: Verdict, now: Answered): Verdict {
  const best =
    before.best === null || (now.best !== null && now.best.objective <= before.best.objective) ? now.best : before.best
  return {
    best,
    proof: now.proof,
    bound: now.bound,
    stop: now.stop,
    work: before.work + now.work,
    notes: now.note === null ? before.notes : [...before.notes, now.note],
  }
}
