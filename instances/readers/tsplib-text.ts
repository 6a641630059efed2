import { IsinglassError } from '../../src/errors.ts'
import { clip, parseNumber, Scanner } from '../../src/qubo/formats/index.ts'

/** The numbers of a `…_SECTION`; text line `lines[r]` holds values from `starts[r]` on. */
export interface Section {
  readonly line: number
  readonly values: number[]
  readonly starts: number[]
  readonly lines: number[]
}

/** A text of the TSPLIB family (TSPLIB 95, VRPLIB): `KEY : value` lines and sections of numbers, in any order. */
export interface TsplibText {
  readonly keys: ReadonlyMap<string, { readonly value: string; readonly line: number }>
  readonly sections: ReadonlyMap<string, Section>
  readonly lastLine: number
}

export function readTsplibText(text: string): TsplibText {
  const scanner = new Scanner(text)
  const keys = new Map<string, { value: string; line: number }>()
  const sections = new Map<string, Section>()
  let section: Section | null = null
  while (scanner.nextLine()) {
    const start = scanner.peek()
    if (!isLetter(start)) section = addNumbers(scanner, section)
    else if (addKeyword(scanner, keys, sections) === 'end') break
    else section = lastOf(sections, scanner.line)
  }
  if (keys.size + sections.size === 0)
    scanner.fail('there is no "KEY : value" line', 'Begin with NAME, TYPE and DIMENSION')
  return { keys, sections, lastLine: Math.max(1, scanner.line) }
}

function addNumbers(scanner: Scanner, section: Section | null): Section {
  if (section === null) return scanner.fail(`"${clip(scanner.rest())}" stands in no section`)
  section.lines.push(scanner.line)
  section.starts.push(section.values.length)
  while (scanner.hasMore()) section.values.push(scanner.number('the next value'))
  return section
}

const aSection = /^([A-Z][A-Z_0-9]*_SECTION)\s*:?\s*$/
const aKey = /^([A-Za-z][A-Za-z_0-9]*)\s*:\s*(.*)$/

function addKeyword(
  scanner: Scanner,
  keys: Map<string, { value: string; line: number }>,
  sections: Map<string, Section>,
): 'end' | 'more' {
  const { line } = scanner
  const content = scanner.rest()
  if (content === 'EOF') return 'end'
  const name = aSection.exec(content)?.[1]
  if (name !== undefined) {
    if (sections.has(name)) scanner.fail(`${name} appears twice`, 'Remove one of them')
    sections.set(name, { line, values: [], starts: [], lines: [] })
    return 'more'
  }
  const key = aKey.exec(content)
  if (!key) return scanner.fail(`"${clip(content)}" is neither "KEY : value" nor a section`)
  if (keys.has(key[1]) && key[1] !== 'COMMENT') scanner.fail(`${key[1]} appears twice`, 'Remove one of them')
  keys.set(key[1], { value: key[2].trim(), line })
  return 'more'
}

const lastOf = (sections: ReadonlyMap<string, Section>, line: number): Section | null =>
  [...sections.values()].find((section) => section.line === line) ?? null

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** Throws the one error of a reader. */
export function failAt(line: number, what: string, remedy = 'Correct this line'): never {
  throw new IsinglassError('FORMAT_INVALID', what, remedy, `line ${line}`)
}

/** The text of a key, or undefined. */
export const textOf = ({ keys }: TsplibText, key: string): string | undefined => keys.get(key)?.value

/** A key that must be a whole number in [low, high]. */
export function wholeOf(text: TsplibText, key: string, low: number, high: number): number {
  const found = text.keys.get(key)
  if (found === undefined) return failAt(text.lastLine, `${key} is missing`, `Add a line "${key} : …"`)
  const value = parseNumber(found.value)
  if (value === null || !Number.isInteger(value) || value < low || value > high) {
    return failAt(found.line, `${key} "${clip(found.value)}" is not a whole number in ${low}…${high}`)
  }
  return value
}

/** A section that must be there. */
export function sectionOf(text: TsplibText, name: string): Section {
  return text.sections.get(name) ?? failAt(text.lastLine, `${name} is missing`, `Add the section ${name}`)
}

/** The section as rows of `width` numbers, one per text line, exactly `count` of them. */
export function rowsOf(
  section: Section,
  name: string,
  width: number,
  count: number,
): { values: number[]; line: number }[] {
  const rows = section.starts.map((start, r) => {
    const values = section.values.slice(start, section.starts[r + 1] ?? section.values.length)
    if (values.length !== width)
      failAt(section.lines[r], `a line of ${name} has ${values.length} numbers instead of ${width}`)
    return { values, line: section.lines[r] }
  })
  if (rows.length !== count) {
    failAt(
      section.lines.at(-1) ?? section.line,
      `${name} has ${rows.length} lines but DIMENSION is ${count}`,
      'Correct DIMENSION, or fetch the whole file',
    )
  }
  return rows
}

/** Refuses keys and sections whose meaning would be lost. */
export function refuseUnread(
  { keys, sections }: TsplibText,
  badKeys: readonly string[],
  knownSections: readonly string[],
): void {
  for (const key of badKeys) {
    const found = keys.get(key)
    if (found) failAt(found.line, `${key} is a rule that cannot be kept here`, 'Use an instance without it')
  }
  for (const [name, { line }] of sections) {
    if (!knownSections.includes(name))
      failAt(line, `${name} cannot be read here`, `The sections read are ${knownSections.join(', ')}`)
  }
}
