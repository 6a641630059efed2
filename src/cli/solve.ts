import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { embedded, type Instance, readInstance } from '../../instances/index.ts'
import { IsinglassError, type Problem, problems, type Report, type SolveOptions, solve, solver } from '../index.ts'
import { appendLine, checkWritable, readText, writeWhole } from './files.ts'
import { jsonOf } from './json.ts'
import { atHand, standardInstance } from './places.ts'
import { type Progress, progressLine } from './progress.ts'
import { summary } from './summary.ts'
import { count, finite, keyValue, positive } from './values.ts'

interface Flags {
  readonly as?: string
  readonly set?: Readonly<Record<string, string>>
  readonly solver?: string
  readonly time?: number
  readonly work?: number
  readonly seed: string
  readonly threads?: number
  readonly target?: number
  readonly json?: boolean
  readonly out?: string
  readonly picture?: string
  readonly record?: string
}

/** About 24 days. */
const mostMilliseconds = 2 ** 31 - 1

export function solveCommand(): Command {
  return new Command('solve')
    .description('solve an instance file (or one of the embedded instances, by name)')
    .argument('<file>', 'instance file; recognised by content, then extension')
    .option('--as <problem>', 'what the file means, where several problems fit (isinglass problems lists them)')
    .option('--set <key=value...>', 'the problem’s own parameters, such as choose=5', keyValue)
    .option('--solver <spec>', 'a solver or a nest of them, such as fallback(within(300,qaoa(depth=3)),tabu)')
    .option('--time <ms>', 'wall-clock limit in milliseconds', positive('--time', mostMilliseconds))
    .option('--work <units>', 'deterministic limit; with neither, about a second of work', positive('--work', 1e100))
    .option('--seed <seed>', 'same seed, same answer', '0')
    .option('--threads <count>', 'worker threads; the answer never depends on them', count('--threads', 256))
    .option('--target <cost>', 'stop at an answer this good', finite('--target'))
    .option('--json', 'print one JSON object')
    .option('--out <file>', 'write the JSON object to a file')
    .option('--picture <file.svg>', 'draw the answer')
    .option('--record <file.jsonl>', 'append a line about the run: seed, versions, sizes, timings, outcome')
    .action(async (file: string, _flags: unknown, command: Command) => {
      process.exitCode = await run(file, command.opts<Flags>())
    })
}

/** Reads, solves, prints; returns the exit code. */
async function run(file: string, flags: Flags): Promise<number> {
  checkPlaces(file, flags)
  const startedAt = performance.now()
  const instance = load(file, flags)
  const problem = problems[instance.kind](instance.input as never)
  if (flags.picture !== undefined && problem.draw === undefined) {
    throw new IsinglassError('OPTION_INVALID', `problem ${problem.name} has no picture`, 'Leave --picture out')
  }
  const readMs = performance.now() - startedAt
  const stopping = stopOnSignal()
  const report = await solveShowing(problem, instance, flags, stopping.signal)
  show(report, problem, instance, flags, readMs)
  if (stopping.signal.aborted) return stopping.exitCode()
  return report.feasible ? 0 : 1
}

/** Names that promise another format than is written. */
const otherPicture = /\.(?:avif|bmp|eps|gif|jpe?g|pdf|png|ps|tiff?|webp)$/i

function checkPlaces(file: string, { out, picture, record }: Flags): void {
  for (const place of [out, picture, record]) if (place !== undefined) checkWritable(place, file)
  if (picture !== undefined && otherPicture.test(picture))
    throw new IsinglassError('OPTION_INVALID', 'pictures are SVG', 'Name a file.svg', `--picture ${picture}`)
  if (out === undefined || out !== picture) return
  throw new IsinglassError('OPTION_INVALID', `--out and --picture are both "${out}"`, 'Give two files')
}

function load(file: string, { as, set }: Flags): Instance {
  if (as !== undefined) checkProblem(as, '--as')
  const known = embedded.find((instance) => instance.name === file)
  const instance = known
    ? readInstance(known.text, { fileName: known.fileName, as: as ?? known.kind, set })
    : readInstance(...fileAndMeaning(file, as, set))
  checkProblem(instance.kind, file)
  return instance
}

/** A file, or a standard instance at hand by its name; its problem is then known. */
function fileAndMeaning(file: string, as: string | undefined, set: Flags['set']): Parameters<typeof readInstance> {
  const standard = existsSync(file) ? null : standardInstance(file)
  if (standard === null) return [readText(file), { fileName: file, as, set }]
  const place = atHand(standard)
  if (place === null) {
    const remedy = `Fetch it: isinglass instances fetch ${standard.name}`
    throw new IsinglassError('FILE_NOT_FOUND', 'it is a standard instance that is not at hand', remedy, file)
  }
  return [readText(place), { fileName: place, as: as ?? standard.kind, set }]
}

function checkProblem(name: string, where: string): void {
  if (Object.hasOwn(problems, name)) return
  const remedy = `Use ${Object.keys(problems).sort().join(', ')}`
  throw new IsinglassError('OPTION_INVALID', `no problem is called "${name}"`, remedy, where)
}

async function solveShowing(
  problem: Problem,
  { name }: Instance,
  flags: Flags,
  signal: AbortSignal,
): Promise<Report<unknown>> {
  const progress = progressLine(flags)
  try {
    return await solve(problem, { ...optionsOf(flags, signal, progress), record: recorder(name, flags) })
  } finally {
    progress.end()
  }
}

/** Appends a line of JSON about the run, with the instance's name and the time of day. */
function recorder(instance: string, { record: file }: Flags): SolveOptions['record'] {
  if (file === undefined) return undefined
  const at = new Date().toISOString()
  return (record) => appendLine(file, JSON.stringify({ at, instance, ...record }))
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

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** The first signal asks for the incumbent, the second ends the process. */
function stopOnSignal(): { signal: AbortSignal; exitCode: () => number } {
  const controller = new AbortController()
  let exitCode = 0
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCodes[name])
      exitCode = exitCodes[name]
      controller.abort()
    })
  }
  return { signal: controller.signal, exitCode: () => exitCode }
}

/** The files first, for a reader of standard output may leave early; their failure does not take the answer away. */
function show(report: Report<unknown>, problem: Problem, instance: Instance, flags: Flags, readMs: number): void {
  const bestKnown = instance.bestKnown?.bestKnown ?? null
  const json = JSON.stringify(jsonOf(report, { instance: instance.name, bestKnown, readMs, notes: instance.notes }))
  try {
    if (flags.out !== undefined) writeWhole(flags.out, `${json}\n`)
    if (flags.picture !== undefined) drawTo(flags.picture, report, problem)
  } finally {
    process.stdout.write(flags.json ? `${json}\n` : summary(report, instance, bestKnown))
  }
}

function drawTo(file: string, report: Report<unknown>, problem: Problem): void {
  if (report.feasible) writeWhole(file, problem.draw?.(report.answer) ?? '')
  else process.stderr.write(`isinglass: ${file} is not drawn: there is no feasible answer\n`)
}
