import type { Instance } from '../../instances/index.ts'
import type { Report } from '../index.ts'

/** What a person reads after a solve. */
export function summary(report: Report<unknown>, instance: Instance, bestKnown: number | null): string {
  const rows: [string, string | null][] = [
    ['instance', `${instance.name} (${report.problem}, ${instance.format})`],
    ['status', `${report.status}, stopped: ${report.stop}`],
    ['cost', report.feasible ? `${tidy(report.cost)}${against(report, bestKnown)}` : null],
    [
      'bound',
      report.bound === null
        ? null
        : `${tidy(report.bound)}${report.gap === null ? '' : ` (gap ${percent(report.gap)})`}`,
    ],
    ['found by', report.foundBy],
    ['answer', report.feasible ? shorten(JSON.stringify(report.answer)) : null],
    ...report.violations.slice(0, 5).map((v): [string, string] => ['broken', v.message]),
    ['size', report.size ? `${report.size.variables} variables, ${report.size.couplings} couplings` : null],
    ['time', `${report.timing.totalMs.toFixed(0)} ms`],
    ...[...instance.notes, ...report.notes].map((note): [string, string] => ['note', note]),
    ['replay', report.provenance.replay],
  ]
  return `${rows
    .filter((row) => row[1] !== null)
    .map(([name, text]) => `${name.padEnd(9)} ${text}`)
    .join('\n')}\n`
}

const tidy = (value: number): string => String(Number(value.toPrecision(12)))
const percent = (part: number): string => `${(100 * part).toFixed(2)} %`

function against({ cost, sense }: { cost: number; sense: 'min' | 'max' }, bestKnown: number | null): string {
  if (bestKnown === null) return ''
  const worse = (sense === 'min' ? cost - bestKnown : bestKnown - cost) / Math.max(1e-9, Math.abs(bestKnown))
  // Best known values of real numbers are rounded.
  if (worse < -1e-9) return ` (better than the best known ${bestKnown} by ${percent(-worse)})`
  return ` (best known ${bestKnown}, gap ${percent(Math.max(0, worse))})`
}

const shorten = (text: string): string => (text.length <= 300 ? text : `${text.slice(0, 297)}…`)
