import { IsinglassError } from '../src/errors.ts'
import { bestKnownOf, type Known } from './catalogue.ts'
import { foreignTitle } from './foreign.ts'
import type { InstanceFormat, Settings } from './format.ts'
import { formats } from './formats.ts'
import { problemSettings, refuseUnknown } from './settings.ts'

/** A problem with its data, as read from a file. */
export interface Instance {
  /** The problem's name. */
  readonly kind: string
  /** Its input, in the bulk shape (JSON may hold the named shape). */
  readonly input: object
  readonly name: string
  /** The format's name. */
  readonly format: string
  /** What was assumed, in sentences without a final period. */
  readonly notes: readonly string[]
  /** The best value known for an instance of this name, in the sense of the input; null when there is none. */
  readonly bestKnown: Known | null
}

export interface ReadOptions {
  /** For the extension, the name and error messages. */
  readonly fileName?: string
  /** The problem's name, where the file could mean several. */
  readonly as?: string
  /** The problem's and the format's own parameters. */
  readonly set?: Settings
}

const headLength = 1 << 16

/**
 * Reads a text of any known format: recognised by its content, then by its extension. Throws FORMAT_UNKNOWN,
 * FORMAT_AMBIGUOUS (naming what `as` may be), FORMAT_INVALID (naming the line) or OPTION_INVALID (naming the keys).
 */
export function readInstance(text: string, { fileName = 'input', as, set = {} }: ReadOptions = {}): Instance {
  return placed(fileName, () => {
    const format = recognise(text, fileName, as, set)
    if (!format.kinds.includes('*')) refuseUnknown(set, knownSettings(format, format.kinds[0]), format.kinds[0])
    const { kind, input, name, notes } = format.read(text, set)
    if (as !== undefined && kind !== as)
      throw unfit(`the file holds a ${kind} problem, not ${as}`, `Leave --as out, or use --as ${kind}`)
    refuseUnknown(set, knownSettings(format, kind), kind)
    const ownName = name || baseName(fileName)
    const { bestKnown, note } = lookUp(kind, [baseName(fileName), ownName], input)
    return { kind, input, name: ownName, format: format.name, notes: [...notes, ...note], bestKnown }
  })
}

/** The keys that `--set` takes for a problem in this format. */
export function knownSettings(format: InstanceFormat, kind: string): readonly string[] {
  return [...Object.keys(problemSettings[kind] ?? {}), ...Object.keys(format.settings)]
}

function recognise(text: string, fileName: string, as: string | undefined, set: Settings): InstanceFormat {
  const head = text.slice(0, headLength).replace(/^\ufeff/, '')
  if (head.trim() === '')
    throw new IsinglassError('FORMAT_INVALID', 'the file is empty', 'Fetch or write it again', 'line 1')
  if (isBinary(head)) throw unfit('the file is binary', 'Unpack it, or give a text file')
  if (as === undefined && solutionExtensions.includes(extensionOf(fileName))) throw aSolution()
  refuseForeign(head, extensionOf(fileName))
  const meant = formats.filter((format) => format.fits(head, extensionOf(fileName)))
  const fitting = meant.filter((format) => !format.onlyAsked)
  const wanted =
    as === undefined
      ? byExtension(fitting, fileName)
      : meant.filter((f) => f.kinds.includes(as) || f.kinds.includes('*'))
  if (wanted.length === 1) return wanted[0]
  if (wanted.length > 1) return bySettings(wanted, set) ?? refuseAmbiguous(wanted)
  if (fitting.length > 0)
    throw unfit(`the file does not read as ${as}`, `It fits --as ${kindsOf(fitting).join(', --as ')}`)
  return formatOfExtension(fileName) ?? refuseUnread(head)
}

/** A few letters of another encoding, in a comment or a name, do no harm. */
function isBinary(head: string): boolean {
  const odd = head.match(/\ufffd/g)?.length ?? 0
  return head.includes('\0') || odd > head.length / 20
}

const byExtension = (fitting: readonly InstanceFormat[], fileName: string): readonly InstanceFormat[] => {
  const telling = fitting.filter((format) => format.extensions.includes(extensionOf(fileName)))
  return telling.length > 0 ? telling : fitting
}

/** The one that alone knows all keys that are set: `choose` speaks for features. */
function bySettings(fitting: readonly InstanceFormat[], set: Settings): InstanceFormat | undefined {
  const keys = Object.keys(set)
  const knowing = fitting.filter((f) => keys.every((key) => knownSettings(f, f.kinds[0]).includes(key)))
  return knowing.length === 1 ? knowing[0] : undefined
}

/** The reader that the extension names, so that a damaged file gets that reader's complaint. */
const formatOfExtension = (fileName: string): InstanceFormat | undefined =>
  formats.find((format) => format.extensions.includes(extensionOf(fileName)))

function refuseUnread(head: string): never {
  if (/^\s*Route\s*#/i.test(head) || /^\s*TOUR_SECTION/m.test(head)) throw aSolution()
  throw unfit('the file is of no format known here', `Known are ${titles()}`)
}

function refuseForeign(head: string, extension: string): void {
  const title = foreignTitle(head, extension)
  if (title !== null)
    throw unfit(`the file looks like ${title}, which is not read here`, `Convert it to one of ${titles()}`)
}

const titles = (): string => [...new Set(formats.map(({ title }) => title))].join(', ')

/** Files of these are taken for instances only when `as` says so: numbers alone look like anything. */
const solutionExtensions = ['sol', 'sln', 'opt', 'tour']

const aSolution = () => unfit('the file holds a solution, not an instance', 'Give the instance it belongs to')

const kindsOf = (list: readonly InstanceFormat[]): string[] => [...new Set(list.flatMap((f) => f.kinds))]

const unfit = (what: string, remedy: string) => new IsinglassError('FORMAT_UNKNOWN', what, remedy)

function refuseAmbiguous(list: readonly InstanceFormat[]): never {
  const kinds = kindsOf(list)
  const what = `the file fits ${kinds.join(' and ')}`
  throw new IsinglassError('FORMAT_AMBIGUOUS', what, `Say which with --as ${kinds.join(' or --as ')}`)
}

/** Puts the file's name before the place of an error. */
function placed<Out>(fileName: string, work: () => Out): Out {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof IsinglassError)) throw error
    const where = error.where === undefined ? fileName : `${fileName}, ${error.where}`
    throw new IsinglassError(error.code, error.what, error.remedy, where)
  }
}

const extensionOf = (fileName: string): string => /\.([A-Za-z]+)$/.exec(fileName)?.[1].toLowerCase() ?? ''

const otherExtensions = ['txt', 'dat', 'in']

/** The file's name without folders and without a known extension: `g05_100.0` keeps its number. */
function baseName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? fileName
  const known = [...formats.flatMap((f) => f.extensions), ...otherExtensions].includes(extensionOf(last))
  return known ? last.slice(0, last.lastIndexOf('.')) : last
}

/** The catalogue speaks of one sense; a file read in the other gets a note instead of a value. */
function lookUp(kind: string, names: readonly string[], input: object): { bestKnown: Known | null; note: string[] } {
  const found = names.map((name) => bestKnownOf(kind, name)).find((known) => known !== null) ?? null
  const {
    sense,
    vehicles,
    score = 'bic',
    parents,
  } = input as Record<'sense' | 'score', string | undefined> & Record<'vehicles' | 'parents', number | undefined>
  const apart = (what: string) => ({
    bestKnown: null,
    note: [`the best value known, ${found?.bestKnown}, is for ${what}`],
  })
  if (found === null) return { bestKnown: null, note: [] }
  if (sense !== undefined && sense !== found.sense) return apart(`sense=${found.sense}`)
  if (found.vehicles !== undefined && vehicles !== found.vehicles) return apart(`vehicles=${found.vehicles}`)
  if (found.score !== undefined && (score !== found.score || parents !== undefined))
    return apart(`score=${found.score} without a limit on parents`)
  return { bestKnown: found, note: [] }
}
