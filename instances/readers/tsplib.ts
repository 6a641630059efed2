import type { InstanceFormat, Reading } from '../format.ts'
import type { TspInput } from '../shapes.ts'
import { idsOf, namesOf, printPlaces, readNodes, sizeOf } from './places.ts'
import { failAt, readTsplibText, refuseUnread, textOf, wholeOf } from './tsplib-text.ts'

const sections = ['NODE_COORD_SECTION', 'EDGE_WEIGHT_SECTION', 'DISPLAY_DATA_SECTION']

/** TSPLIB 95 (Reinelt 1991), TYPE TSP or ATSP, every edge weight type and format except XRAY and SPECIAL. */
export function readTsp(text: string): Reading & { readonly input: TspInput } {
  const parsed = readTsplibText(text)
  const type = textOf(parsed, 'TYPE') ?? 'TSP'
  if (type !== 'TSP' && type !== 'ATSP')
    failAt(parsed.keys.get('TYPE')?.line ?? 1, `TYPE "${type}" is no travelling salesman problem`, 'Use TSP or ATSP')
  const fixed = parsed.sections.get('FIXED_EDGES_SECTION')
  if (fixed)
    failAt(
      fixed.line,
      'FIXED_EDGES_SECTION prescribes edges, which the tsp cannot',
      'Use an instance without fixed edges',
    )
  refuseUnread(parsed, [], sections)
  const n = wholeOf(parsed, 'DIMENSION', 1, 1e7)
  const { places, ids } = readNodes(parsed, n)
  const named = namesOf(ids)
  const notes = named.names
    ? ['cities are named by the numbers of the file']
    : ['city k of the answer is node k + 1 of the file']
  return { input: { ...places, ...named }, name: textOf(parsed, 'NAME')?.replace(/\.a?tsp$/i, ''), notes }
}

export function printTsp(input: TspInput, name: string): string {
  const ids = idsOf(input, 'TSPLIB')
  const { keys, sections } = printPlaces(input, ids)
  const header = [`NAME : ${name}`, `TYPE : ${isSymmetric(input) ? 'TSP' : 'ATSP'}`, `DIMENSION : ${ids.length}`]
  return `${[...header, ...keys, ...sections, 'EOF'].join('\n')}\n`
}

function isSymmetric(input: TspInput): boolean {
  if (!('matrix' in input)) return true
  const n = sizeOf(input)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < a; b++) if (input.matrix[a * n + b] !== input.matrix[b * n + a]) return false
  return true
}

const key = (name: string) => new RegExp(`^[ \\t]*${name}[ \\t]*:[ \\t]*(\\S*)`, 'm')

/** TYPE of a TSPLIB-like head; `?` when it has other keys of the family but no TYPE. */
export function typeOf(head: string): string | null {
  if (!key('(?:NAME|TYPE|DIMENSION|EDGE_WEIGHT_TYPE)').test(head)) return null
  return key('TYPE').exec(head)?.[1] ?? '?'
}

export const tsplib: InstanceFormat = {
  name: 'tsplib',
  title: 'TSPLIB',
  extensions: ['tsp', 'atsp'],
  kinds: ['tsp'],
  settings: {},
  fits: (head) => {
    const type = typeOf(head)
    return type === 'TSP' || type === 'ATSP' || (type === '?' && !key('CAPACITY').test(head))
  },
  read: (text) => ({ kind: 'tsp', ...readTsp(text) }),
  print: (_kind, input: TspInput, name) => printTsp(input, name),
}
