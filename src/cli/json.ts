import type { Report } from '../index.ts'

interface Context {
  readonly instance: string
  readonly bestKnown: number | null
  readonly readMs: number
  readonly notes: readonly string[]
}

/** The report as the one JSON object of `--json`; null where something does not apply. */
export function jsonOf(
  report: Report<unknown>,
  { instance, bestKnown, readMs, notes }: Context,
): Record<string, unknown> {
  const { user, system } = process.cpuUsage()
  return {
    problem: report.problem,
    instance,
    solver: report.solver,
    foundBy: report.foundBy,
    status: report.status,
    stop: report.stop,
    feasible: report.feasible,
    cost: report.cost,
    sense: report.sense,
    violations: report.violations,
    bound: report.bound,
    gap: report.gap,
    bestKnown,
    energy: report.energy,
    samples: report.samples,
    size: report.size,
    notes: [...notes, ...report.notes],
    timing: { readMs, ...report.timing, cpuMs: (user + system) / 1000 },
    trace: report.trace,
    answer: report.feasible ? report.answer : null,
    attempt: report.feasible ? null : report.attempt,
    provenance: report.provenance,
  }
}
