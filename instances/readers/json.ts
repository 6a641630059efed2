import { IsinglassError } from '../../src/errors.ts'
import { clip, parseNumber } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat, Settings } from '../format.ts'
import { problemSettings } from '../settings.ts'

/** `{ "problem": "vrp", "input": { … } }`: any problem, in its named or bulk shape. `name` may be added. */
export interface Document {
  readonly problem: string
  readonly name?: string
  readonly input: object
}

const example = 'Write { "problem": "vrp", "input": { … } }'

/** Throws FORMAT_INVALID naming the line; whether the input suits the problem is for the problem to say. */
export function readDocument(text: string): Document {
  const value = parseJson(text.replace(/^\ufeff/, ''))
  const fail = (what: string) => failInJson(1, what, example)
  if (!isRecord(value)) return fail('the text is no object')
  const { problem, name, input, ...others } = value
  const stranger = Object.keys(others)[0]
  if (stranger !== undefined) return fail(`"${clip(stranger)}" is not a key of an instance`)
  if (typeof problem !== 'string') return fail('"problem" is missing or no text')
  if (name !== undefined && typeof name !== 'string') return fail('"name" is no text')
  if (!isRecord(input)) return fail('"input" is missing or no object')
  return name === undefined ? { problem, input } : { problem, name, input }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function failInJson(line: number, what: string, remedy = 'Correct the JSON'): never {
  throw new IsinglassError('FORMAT_INVALID', what, remedy, `line ${line}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value) => {
      if (typeof value === 'number' && !Number.isFinite(value))
        throw new RangeError('a number is too large to be finite')
      return value
    })
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith('a number'))
      return failInJson(lineOfHugeNumber(text), error.message)
    return failInJson(lineOfComplaint(text, error), `the text is no JSON (${clip((error as Error).message)})`)
  }
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length

function lineOfHugeNumber(text: string): number {
  const huge = [...text.matchAll(/\d[\d.]*[eE]\+?\d+/g)].find((match) => parseNumber(match[0]) === null)
  return lineAt(text, huge?.index ?? 0)
}

/** Engines tell the position in words; without one it is the end of the text. */
function lineOfComplaint(text: string, error: unknown): number {
  const position = /position (\d+)/.exec((error as Error).message)?.[1]
  return lineAt(text, position === undefined ? text.length : Number(position))
}

/** Typed arrays are written as lists. */
export function printDocument({ problem, name, input }: Document): string {
  const plain = (_key: string, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value
  return `${JSON.stringify(name === undefined ? { problem, input } : { problem, name, input }, plain)}\n`
}

function withSettings(input: object, kind: string, settings: Settings): object {
  const known = Object.keys(problemSettings[kind] ?? {})
  const set = Object.entries(settings).filter(([key]) => known.includes(key))
  const isByName = (kind === 'qubo' || kind === 'ising') && !('rows' in input || 'kind' in input)
  if (isByName && set.length > 0) {
    const what = `terms by name are minimised, so "${set[0][0]}" cannot be set`
    throw new IsinglassError('OPTION_INVALID', what, 'Turn the signs, or give coordinate lists', 'set')
  }
  return { ...input, ...Object.fromEntries(set.map(([key, value]) => [key, parseNumber(value) ?? value])) }
}

export const json: InstanceFormat = {
  name: 'json',
  title: 'JSON { "problem", "input" }',
  extensions: ['json'],
  kinds: ['*'],
  settings: {},
  fits: (head) => /^\s*\{/.test(head),
  read: (text, settings) => {
    const { problem, name, input } = readDocument(text)
    return { kind: problem, input: withSettings(input, problem, settings), name, notes: [] }
  },
  print: (kind, input: object, name) => printDocument({ problem: kind, name, input }),
}
