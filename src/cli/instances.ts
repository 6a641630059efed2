import { Command } from 'commander'
import {
  bestKnownOf,
  catalogue,
  embedded,
  filesNamed,
  type InstanceFile,
  instanceFiles,
  readInstance,
} from '../../instances/index.ts'
import { IsinglassError } from '../index.ts'
import { contentAt, fetchFile, isRight } from './fetch-files.ts'
import { atHand, cacheFolder, instanceFolders } from './places.ts'

/** `isinglass instances`: what is known, fetching it, and checking what was fetched. */
export function instancesCommand(): Command {
  return new Command('instances')
    .description('standard instances: list, fetch, verify')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(fetchCommand())
    .addCommand(verifyCommand())
}

const words = '[names...]'
const wordsMean = 'files, problems or families, such as berlin52, tsp or TSPLIB'

function listCommand(): Command {
  return new Command('list')
    .description('where it is, problem, name, best value known (a ? marks one that is not confirmed), source')
    .action(() => {
      const rows = [...embedded.map(embeddedRow), ...catalogue.map(knownRow), ...unvalued().map(fileRow)]
      print(rows.map((row) => row.join('\t')))
    })
}

const embeddedRow = (i: (typeof embedded)[number]) => ['embedded', i.kind, i.name, i.bestKnown ?? '', i.source]

function knownRow({ kind, name, bestKnown, confirmed, source }: (typeof catalogue)[number]) {
  const file = instanceFiles.find((f) => f.kind === kind && stemOf(f) === name.toLowerCase())
  return [placeOf(file), kind, name, `${bestKnown}${confirmed ? '' : '?'}`, source]
}

/** Files of which no best value is known. */
const unvalued = () => instanceFiles.filter((file) => bestKnownOf(file.kind, stemOf(file)) === null)

const fileRow = (file: InstanceFile) => [placeOf(file), file.kind, stemOf(file), '', file.family]

const stemOf = ({ name }: InstanceFile): string => name.toLowerCase().replace(/\.[a-z]+$/, '')

const placeOf = (file: InstanceFile | undefined): string =>
  file === undefined ? 'value only' : atHand(file) === null ? 'to fetch' : 'at hand'

function fetchCommand(): Command {
  return new Command('fetch')
    .description('fetch standard instances into the cache, checked against their checksums')
    .argument(words, wordsMean)
    .option('--all', 'everything that has an address')
    .option('--from <dir>', 'take them from a local folder instead of the network')
    .option('--cache <dir>', 'where they go (default: the user’s cache folder, or ISINGLASS_CACHE)')
    .action(async (names: string[], { all, from, cache }: { all?: boolean; from?: string; cache?: string }) => {
      if (names.length === 0 && !all)
        throw new IsinglassError('OPTION_INVALID', 'nothing is named', `Name ${wordsMean}, or give --all`, 'instances')
      const folder = cache ?? cacheFolder()
      process.exitCode = await fetchAll(all ? instanceFiles : filesNamed(names), { folder, from })
    })
}

/** One after the other, a line for each; who cannot be fetched does not keep the others. Answers the exit code. */
async function fetchAll(files: readonly InstanceFile[], options: { folder: string; from?: string }): Promise<number> {
  const count = { there: 0, fetched: 0, copied: 0, failed: 0 }
  for (const file of files) {
    try {
      const outcome = await fetchFile(file, options)
      count[outcome]++
      print([`${outcome}\t${file.path}`])
    } catch (error) {
      if (!(error instanceof IsinglassError) || isHopeless(error, count)) throw error
      count.failed++
      process.stderr.write(`isinglass: ${error.message}\n`)
    }
  }
  print([`${count.fetched + count.copied} fetched, ${count.there} there, ${count.failed} failed: ${options.folder}`])
  return count.failed > 0 ? 1 : 0
}

/** Without a network, or without the folder, nobody after the first would fare better. */
const isHopeless = ({ code, what }: IsinglassError, { fetched }: { fetched: number }): boolean =>
  code !== 'FETCH_FAILED' || (fetched === 0 && what.includes('cannot be reached'))

function verifyCommand(): Command {
  return new Command('verify')
    .description('check files at hand: checksum, and that they read as their problem')
    .argument(words, `${wordsMean}; all that are at hand when none is named`)
    .option('--from <dir>', 'look in this folder instead of ISINGLASS_INSTANCES and the cache')
    .action((names: string[], { from }: { from?: string }) => {
      const folders = from === undefined ? instanceFolders() : [from]
      const verdicts = (names.length === 0 ? instanceFiles : filesNamed(names))
        .map((file) => ({ file, verdict: verdictOn(file, atHand(file, folders)) }))
        .filter(({ verdict }) => names.length > 0 || verdict !== 'missing')
      print(verdicts.map(({ file, verdict }) => `${verdict}\t${file.path}`))
      const wrong = verdicts.filter(({ verdict }) => verdict !== 'ok').length
      print([`${verdicts.length - wrong} ok, ${wrong} not: ${folders.join(', ')}`])
      process.exitCode = wrong > 0 ? 1 : 0
    })
}

function verdictOn(file: InstanceFile, place: string | null): string {
  const content = place === null ? null : contentAt(place)
  if (content === null) return 'missing'
  if (!isRight(file, content)) return 'changed'
  try {
    readInstance(content.toString('utf8'), { fileName: file.name, as: file.kind })
    return 'ok'
  } catch (error) {
    if (!(error instanceof IsinglassError)) throw error
    // What a problem's own parameters have to say is not the file's fault.
    return error.code === 'OPTION_INVALID' ? 'ok' : `unreadable: ${error.message}`
  }
}

const print = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`)
}
