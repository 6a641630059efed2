import { IsinglassError } from '../../src/errors.ts'
import { clip, Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import type { NetworkScores } from '../shapes.ts'
import { parentSetting } from './network-settings.ts'

const mostVariables = 2000

/**
 * Local scores (Jaakkola, Sontag, Globerson and Meila 2010; GOBNILP): the number of variables; for each its name and how
 * many parent sets follow; for each set its log score, the number of parents and their names.
 */
export function readJkl(text: string): NetworkScores & { readonly names: readonly string[] } {
  const scanner = new Scanner(text, (start) => start.startsWith('#'))
  const line = (what: string) => {
    if (!scanner.nextLine()) scanner.fail(`${what} is missing`, 'Fetch the whole file')
  }
  line('the number of variables')
  const variables = scanner.whole('the number of variables', 1, mostVariables)
  scanner.endOfLine()
  const names: string[] = []
  const entries: { score: number; parents: string[]; line: number }[][] = []
  for (let v = 0; v < variables; v++) {
    line(`variable ${v + 1} of ${variables}`)
    const name = scanner.word('the name')
    if (names.includes(name)) scanner.fail(`variable "${clip(name)}" is there twice`)
    names.push(name)
    const sets = scanner.whole('the number of parent sets', 1, text.length)
    scanner.endOfLine()
    const list: { score: number; parents: string[]; line: number }[] = []
    for (let k = 0; k < sets; k++) {
      line(`parent set ${k + 1} of ${sets} of "${clip(name)}"`)
      const score = scanner.number('the score')
      const count = scanner.whole('the number of parents', 0, variables - 1)
      const parents = Array.from({ length: count }, () => scanner.word('a parent'))
      scanner.endOfLine()
      list.push({ score, parents, line: scanner.line })
    }
    entries.push(list)
  }
  if (scanner.nextLine()) scanner.fail(`there is more than the ${variables} variables declared`, 'Correct the header')
  return { variables, names, scores: scoresOf(names, entries) }
}

function scoresOf(
  names: readonly string[],
  entries: readonly (readonly { score: number; parents: string[]; line: number }[])[],
): NetworkScores['scores'] {
  const index = new Map(names.map((name, v) => [name, v]))
  return entries.flatMap((list, variable) => {
    const seen = new Set<string>()
    return list.map(({ score, parents, line }) => {
      const numbers = parents.map((parent) => {
        const p = index.get(parent)
        return p === undefined || p === variable ? failAt(line, `"${clip(parent)}" cannot be a parent`) : p
      })
      const key = [...numbers].sort((a, b) => a - b).join()
      if (seen.has(key) || new Set(numbers).size < numbers.length) failAt(line, 'these parents are there twice')
      seen.add(key)
      return { variable, parents: numbers, score }
    })
  })
}

function failAt(line: number, what: string): never {
  throw new IsinglassError('FORMAT_INVALID', what, 'Correct this line', `line ${line}`)
}

export function printJkl({ variables, names, scores, ...rest }: NetworkScores): string {
  if (Object.keys(rest).length > 0 || names?.some((name) => /\s|^#|^$/.test(name)))
    throw new IsinglassError(
      'INPUT_INVALID',
      'JKL files hold scores under names without blanks, and no rules',
      'Write JSON',
    )
  const name = (v: number) => names?.[v] ?? `v${v}`
  const lines = Array.from({ length: variables }, (_, v) => {
    const own = scores.filter((entry) => entry.variable === v)
    return [
      `${name(v)} ${own.length}`,
      ...own.map(({ score, parents }) => [score, parents.length, ...parents.map(name)].join(' ')),
    ]
  })
  return `${[String(variables), ...lines.flat()].join('\n')}\n`
}

/** A number; a name and a count; then so many lines of a score, a count and as many names, with a sign or point in a score. */
export function looksLikeJkl(head: string): boolean {
  const lines = head
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/))
  if (lines.length < 3 || lines[0].length !== 1 || !/^\d{1,4}$/.test(lines[0][0])) return false
  if (lines[1].length !== 2 || !/^\d+$/.test(lines[1][1])) return false
  const sets = lines.slice(2, Math.min(2 + Number(lines[1][1]), Math.max(3, lines.length - 1)))
  const areSets = sets.every(
    ([score, count, ...names]) => /^-?\d/.test(score) && /^\d+$/.test(count ?? '') && names.length === Number(count),
  )
  return sets.length > 0 && areSets && sets.some(([score]) => /[-.]/.test(score))
}

export const jkl: InstanceFormat = {
  name: 'jkl',
  title: 'GOBNILP scores (Jaakkola)',
  extensions: ['jkl', 'jaa', 'scores'],
  kinds: ['bayesianNetwork'],
  settings: {},
  fits: looksLikeJkl,
  read: (text, settings) => {
    const idle = ['score', 'ess'].find((key) => settings[key] !== undefined)
    if (idle)
      throw new IsinglassError(
        'OPTION_INVALID',
        `the scores are given, so "${idle}" means nothing`,
        'Leave it out',
        'set',
      )
    return { kind: 'bayesianNetwork', input: { ...readJkl(text), ...parentSetting(settings) }, notes: [] }
  },
  print: (_kind, input: NetworkScores) => printJkl(input),
}
