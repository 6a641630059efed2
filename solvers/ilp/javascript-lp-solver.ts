import type { Model as LpModel, SolveResult } from 'javascript-lp-solver'
import type { Milp } from '../../src/qubo/index.ts'
import { type Claim, claim, type IlpEngine, type Question } from './engine.ts'

type Library = { Solve(model: LpModel): unknown }

/**
 * javascript-lp-solver: small, plain JavaScript, quick on tiny programmes.
 *
 * Its presolve drops the cost of fixed variables, on a timeout it may hand back the relaxation, and its simplex may run
 * in circles for good with the timeout never looked at. So presolve is off, only an integral answer counts, the caller
 * recomputes everything, and programmes that are not tiny are only given to it where its thread can be ended.
 */
export const javascriptLpSolver: IlpEngine = {
  name: 'javascript-lp-solver',
  solve: async (question, watch) => {
    const library = await loadLibrary()
    const left = watch.remainingMs()
    if (left <= 0) return claim({ status: 'stopped' })
    return solveWith(library, question, left)
  },
}

/** CommonJS under one loader, a namespace with `default` under another. */
async function loadLibrary(): Promise<Library> {
  const module = (await import('javascript-lp-solver')) as unknown as { default?: Library } & Library
  return module.default ?? module
}

function solveWith(library: Library, { milp }: Question, leftMs: number): Claim {
  const work = workOf(milp)
  const places = placesOf(milp)
  const rows = rowsOf(milp, places)
  if (rows === null) return claim({ status: 'infeasible', work })
  const timeout = Number.isFinite(leftMs) ? { timeout: Math.max(1, leftMs) } : {}
  const result = library.Solve({
    ...lpModel(milp, places, rows),
    ...timeout,
    options: { presolve: false, ...timeout },
  }) as SolveResult
  return readClaim(milp, places, result, work)
}

/** What a tiny programme costs, counted from its size alone. */
const workOf = (milp: Milp): number => 50 * (milp.rows + milp.size) * (milp.size + 1)

/** Where a column went: y = shift + sign·x with x ≥ 0, or x free. */
interface Place {
  readonly shift: number
  readonly sign: 1 | -1
  readonly free: boolean
  /** Largest x. */
  readonly most: number
}

function placesOf(milp: Milp): Place[] {
  return Array.from({ length: milp.size }, (_, j) => {
    const lower = milp.integer[j] ? Math.ceil(milp.lower[j]) : milp.lower[j]
    const upper = milp.integer[j] ? Math.floor(milp.upper[j]) : milp.upper[j]
    if (Number.isFinite(lower)) return { shift: lower, sign: 1, free: false, most: upper - lower }
    if (Number.isFinite(upper)) return { shift: upper, sign: -1, free: false, most: Number.POSITIVE_INFINITY }
    return { shift: 0, sign: 1, free: true, most: Number.POSITIVE_INFINITY }
  })
}

type Limits = { min?: number; max?: number; equal?: number }

/** The rows' limits after the shift; null when a row without terms, or a column without room, cannot be satisfied. */
function rowsOf(milp: Milp, places: readonly Place[]): (Limits | null)[] | null {
  if (places.some((place) => place.most < 0)) return null
  const rows: (Limits | null)[] = []
  for (let r = 0; r < milp.rows; r++) {
    let moved = 0
    for (let k = milp.rowStart[r]; k < milp.rowStart[r + 1]; k++) moved += milp.value[k] * places[milp.column[k]].shift
    const limits = limitsOf(milp.rowLower[r] - moved, milp.rowUpper[r] - moved)
    const empty = milp.rowStart[r] === milp.rowStart[r + 1]
    if (empty && (milp.rowLower[r] > 0 || milp.rowUpper[r] < 0)) return null
    rows.push(empty ? null : limits)
  }
  return rows
}

function limitsOf(min: number, max: number): Limits | null {
  if (min === max) return { equal: min }
  const limits: Limits = {}
  if (Number.isFinite(min)) limits.min = min
  if (Number.isFinite(max)) limits.max = max
  return limits.min === undefined && limits.max === undefined ? null : limits
}

function lpModel(milp: Milp, places: readonly Place[], rows: readonly (Limits | null)[]): LpModel {
  const constraints: Record<string, Limits> = {}
  const variables: Record<string, Record<string, number>> = {}
  const ints: Record<string, 1> = {}
  const unrestricted: Record<string, 1> = {}
  places.forEach((place, j) => {
    variables[`x${j}`] = { cost: place.sign * milp.objective[j] }
    if (milp.integer[j]) ints[`x${j}`] = 1
    if (place.free) unrestricted[`x${j}`] = 1
    if (!Number.isFinite(place.most)) return
    variables[`x${j}`][`room${j}`] = 1
    constraints[`room${j}`] = { max: place.most }
  })
  rows.forEach((limits, r) => {
    if (limits === null) return
    constraints[`row${r}`] = limits
    for (let k = milp.rowStart[r]; k < milp.rowStart[r + 1]; k++) {
      const j = milp.column[k]
      variables[`x${j}`][`row${r}`] = (variables[`x${j}`][`row${r}`] ?? 0) + places[j].sign * milp.value[k]
    }
  })
  return { optimize: 'cost', opType: 'min', constraints, variables, ints, unrestricted }
}

function readClaim(milp: Milp, places: readonly Place[], result: SolveResult, work: number): Claim {
  if (result.bounded === false) return claim({ status: 'unbounded', work })
  if (!result.feasible) return claim({ status: 'infeasible', work })
  if (milp.integer.includes(1) && result.isIntegral !== true) return claim({ status: 'stopped', work })
  const point = Float64Array.from(places, (place, j) => place.shift + place.sign * Number(result[`x${j}`] ?? 0))
  return claim({ status: 'optimal', point, bound: milp.constant + movedCost(milp, places) + result.result, work })
}

/** The objective's share of the shifts. */
const movedCost = (milp: Milp, places: readonly Place[]): number =>
  places.reduce((sum, place, j) => sum + milp.objective[j] * place.shift, 0)
