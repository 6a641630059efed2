import { Command, InvalidArgumentError, Option } from 'commander'
import { embedded, type Instance, readInstance } from '../../instances/index.ts'
import { IsinglassError, problems, type Report, type SolveOptions, solve, solver } from '../index.ts'
import { readText, writeWhole } from './files.ts'
import { jsonOf } from './json.ts'
import { type Progress, progressLine } from './progress.ts'
import { summary } from './summary.ts'

interface Flags {
  readonly as?: string
  readonly set: Readonly<Record<string, string>>
  readonly solver?: string
  readonly time?: number
  readonly work?: number
  readonly seed: string
  readonly threads?: number
  readonly target?: number
  readonly json?: boolean
  readonly out?: string
  readonly picture?: string
}

export function solveCommand(): Command {
  return new Command('solve')
    .description('solve an instance file (or one of the embedded instances, by name)')
    .argument('<file>', 'instance file; recognised by content, then extension')
    .option('--as <kind>', 'what the file means, where several kinds fit')
    .addOption(new Option('--set <key=value...>', 'the problem’s own parameters').default({}).argParser(keyValue))
    .option('--solver <spec>', 'a solver or a nest of them, such as fallback(within(300,qaoa(depth=3)),tabu)')
    .option('--time <ms>', 'wall-clock limit in milliseconds', positive)
    .option('--work <units>', 'deterministic limit; with neither, about a second of work', positive)
    .option('--seed <seed>', 'same seed, same answer', '0')
    .option('--threads <count>', 'worker threads', positive)
    .option('--target <cost>', 'stop at an answer this good', finite)
    .option('--json', 'print one JSON object')
    .option('--out <file>', 'write the JSON object to a file')
    .option('--picture <file.svg>', 'draw the answer')
    .action(async (file: string, _flags: unknown, command: Command) => {
      process.exitCode = await run(file, command.opts<Flags>())
    })
}

/** Reads, solves, prints; returns the exit code. */
async function run(file: string, flags: Flags): Promise<number> {
  const startedAt = performance.now()
  const instance = load(file, flags)
  const problem = problems[instance.kind](instance.input as never)
  if (flags.picture !== undefined && problem.draw === undefined) {
    throw new IsinglassError('OPTION_INVALID', `problem ${problem.name} has no picture`, 'Leave --picture out')
  }
  const readMs = performance.now() - startedAt
  const stopping = stopOnInterrupt()
  const progress = progressLine(flags)
  const report = await solve(problem, optionsOf(flags, stopping.signal, progress))
  progress.end()
  show(report, instance, flags, readMs)
  if (flags.picture !== undefined && report.feasible) writeWhole(flags.picture, problem.draw?.(report.answer) ?? '')
  if (stopping.signal.aborted) return 130
  return report.feasible ? 0 : 1
}

function load(file: string, { as, set }: Flags): Instance {
  const known = embedded.find((instance) => instance.name === file)
  if (known) return readInstance(known.text, { fileName: known.fileName, as: as ?? known.kind, set })
  return readInstance(readText(file), { fileName: file, as, set })
}

function optionsOf(flags: Flags, signal: AbortSignal, progress: Progress): SolveOptions {
  return {
    timeLimit: flags.time,
    work: flags.work,
    seed: flags.seed,
    threads: flags.threads,
    target: flags.target,
    solver: flags.solver === undefined ? undefined : solver(flags.solver),
    signal,
    onIncumbent: progress.incumbent,
  }
}

/** The first interrupt asks for the incumbent, the second ends the process. */
function stopOnInterrupt(): { signal: AbortSignal } {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    controller.abort()
    process.once('SIGINT', () => process.exit(130))
  })
  return { signal: controller.signal }
}

function show(report: Report<unknown>, instance: Instance, flags: Flags, readMs: number): void {
  const bestKnown = instance.bestKnown?.bestKnown ?? null
  const json = JSON.stringify(jsonOf(report, { instance: instance.name, bestKnown, readMs, notes: instance.notes }))
  if (flags.out !== undefined) writeWhole(flags.out, `${json}\n`)
  process.stdout.write(flags.json ? `${json}\n` : summary(report, instance, bestKnown))
}

function keyValue(text: string, before: Record<string, string>): Record<string, string> {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError(`"${text}" is not key=value.`)
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) }
}

function finite(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError(`"${text}" is not a number.`)
  return value
}

function positive(text: string): number {
  const value = finite(text)
  if (value <= 0) throw new InvalidArgumentError(`"${text}" is not positive.`)
  return value
}
