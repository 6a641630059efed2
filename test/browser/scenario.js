// Runs in Node and in the page alike; what it returns must be equal in both.
import { anneal, createRun, ilp, maxCut, qaoa, qubo, quboFromCoo, sample, solve } from 'isinglass'

/** A whole-number generator that is the same everywhere and not ours. */
function numbers(seed) {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * bound)
  }
}

export function graph(nodes, edges, seed) {
  const next = numbers(seed)
  const from = Array.from({ length: edges }, () => next(nodes))
  const to = from.map((a) => (a + 1 + next(nodes - 1)) % nodes)
  return { nodes, edges: { from, to, weight: from.map(() => 1 + next(3)) } }
}

export function glass(size, pairs, seed) {
  const next = numbers(seed)
  const pick = () => Array.from({ length: pairs }, () => next(size))
  return quboFromCoo(
    size,
    pick(),
    pick(),
    Array.from({ length: pairs }, () => next(2) * 2 - 1),
  )
}

/** Samples, answers and proofs under fixed work: bit-equal everywhere, on any number of threads. */
export async function fixedWork(threads) {
  const points = async (form, solver, work) => {
    const set = await sample(form, solver, createRun({ seed: 7, work }))
    return {
      stop: set.stop,
      work: set.work,
      samples: set.samples.map((s) => [[...s.point].join(''), s.energy, s.occurrences]),
    }
  }
  const report = async (problem, solver, work) => {
    const { status, cost, bound, answer, attempt, samples, provenance } = await solve(problem, {
      solver,
      work,
      seed: 7,
      threads,
    })
    return { status, cost, bound, answer: answer ?? attempt, samples, work: provenance.work }
  }
  const small = qubo({ a: -1, b: -1, c: 0.5, 'a*b': 2, 'b*c': -2 })
  return {
    anneal: await points(glass(80, 400, 1), anneal({ reads: 32, sweeps: 100 }), 1e9),
    ladder: await report(maxCut(graph(60, 240, 2)), anneal(), 2e6),
    qaoa: await points(glass(8, 20, 3), qaoa({ depth: 2, shots: 128 }), 1e8),
    ilpTiny: await report(small, ilp(), 1e8),
    ilp: await report(maxCut(graph(14, 30, 5)), ilp({ engine: 'highs' }), 1e9),
  }
}

/** Time, abort and responsiveness, measured; the longest gap is between the ticks of a 4 ms interval. */
export async function timed(threads) {
  const large = maxCut(graph(3000, 20000, 9))
  const hard = maxCut(graph(40, 300, 11))
  // Warm: code compiled and workers up, as in a page that solves more than once.
  for (const problem of [large, hard])
    await solve(problem, { threads, timeLimit: 400, solver: problem === large ? anneal() : ilp() })
  return {
    limit200: await watched((options) => solve(large, { ...options, threads, timeLimit: 200, solver: anneal() })),
    abort100: await watched(
      (options) => solve(large, { ...options, threads, timeLimit: 20_000, solver: anneal() }),
      100,
    ),
    ilpLimit600: await watched((options) => solve(hard, { ...options, threads, timeLimit: 600, solver: ilp() })),
    ilpAbort600: await watched(
      (options) => solve(hard, { ...options, threads, timeLimit: 20_000, solver: ilp() }),
      600,
    ),
  }
}

async function watched(start, abortAfterMs) {
  let ticks = 0
  let longestGapMs = 0
  let last = performance.now()
  const ticker = setInterval(() => {
    const now = performance.now()
    longestGapMs = Math.max(longestGapMs, now - last)
    last = now
    ticks++
  }, 4)
  const abort = new AbortController()
  let abortedAt = null
  if (abortAfterMs !== undefined) {
    setTimeout(() => {
      abortedAt = performance.now()
      abort.abort()
    }, abortAfterMs)
  }
  const startedAt = performance.now()
  const report = await start({ signal: abort.signal })
  const endedAt = performance.now()
  clearInterval(ticker)
  const round = (ms) => Math.round(ms * 10) / 10
  return {
    stop: report.stop,
    status: report.status,
    cost: report.cost,
    bound: report.bound,
    tookMs: round(endedAt - startedAt),
    afterAbortMs: abortedAt === null ? null : round(endedAt - abortedAt),
    longestGapMs: round(longestGapMs),
    ticks,
  }
}
