import { plainJson } from '../client/index.ts'
import type { Report } from '../index.ts'

/** The report as it travels. The hash of the model stays out: for a large one it takes longer than a deadline leaves. */
export function reportJson(report: Report<unknown>): string {
  const { version, solver, seed, threads, platform, work, replay, circuit } = report.provenance
  return plainJson({
    ...report,
    answer: report.feasible ? report.answer : null,
    attempt: report.feasible ? null : report.attempt,
    provenance: { version, solver, seed, threads, platform, work, replay, circuit },
  })
}
