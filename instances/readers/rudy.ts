import { largestSize, Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import { countSetting, numberSetting } from '../settings.ts'
import type { MaxCutInput } from '../shapes.ts'
import { looksLikeEdgeList } from './edge-list.ts'

/**
 * rudy / G-set (Rinaldi; Helmberg and Rendl 2000): `n m`, then m lines `i j w` counted from 1; a missing w is 1. Cut as
 * much weight as possible. Lines beginning with `#` are comments.
 */
export function readRudy(text: string): MaxCutInput {
  const scanner = new Scanner(text, (start) => start.startsWith('#'))
  if (!scanner.nextLine()) scanner.fail('the text is empty', 'Give "n m" and then m lines "i j w"')
  const nodes = scanner.whole('the number of nodes', 1, largestSize)
  const declared = scanner.whole('the number of edges', 0, Number.MAX_SAFE_INTEGER)
  scanner.endOfLine()
  if (declared > text.length)
    scanner.fail(`${declared} edges are declared, more than the text can hold`, 'Correct the header')
  const edges = {
    from: new Uint32Array(declared),
    to: new Uint32Array(declared),
    weight: new Float64Array(declared).fill(1),
  }
  const found = readEdges(scanner, nodes, edges)
  if (found !== declared) {
    scanner.fail(`${declared} edges are declared but ${found} are there`, 'Correct the header, or fetch the whole file')
  }
  return { nodes, edges }
}

interface EdgeLists {
  from: Uint32Array
  to: Uint32Array
  weight: Float64Array
}

function readEdges(scanner: Scanner, nodes: number, { from, to, weight }: EdgeLists): number {
  let count = 0
  while (scanner.nextLine()) {
    if (count === from.length) scanner.fail(`more edges than the ${count} declared`, 'Correct the header')
    from[count] = scanner.whole('node i', 1, nodes) - 1
    to[count] = scanner.whole('node j', 1, nodes) - 1
    if (scanner.hasMore()) weight[count] = scanner.number('the weight')
    scanner.endOfLine()
    if (from[count] === to[count]) {
      scanner.fail(
        `an edge joins node ${from[count] + 1} with itself, and no cut cuts it`,
        'Remove it, or read the file as a qubo',
      )
    }
    count++
  }
  return count
}

export function printRudy({ nodes, edges: { from, to, weight } }: MaxCutInput): string {
  const lines = [`${nodes} ${from.length}`]
  for (let k = 0; k < from.length; k++) lines.push(`${from[k] + 1} ${to[k] + 1} ${weight[k]}`)
  return `${lines.join('\n')}\n`
}

const extensions = ['rud', 'rudy', 'mc', 'gset']

/** A loop speaks against a graph, but not where the extension says that it is one: then its line is complained about. */
export const rudy: InstanceFormat = {
  name: 'rudy',
  title: 'G-set (rudy)',
  extensions,
  kinds: ['maxCut'],
  settings: {},
  fits: (head, extension) => {
    const look = looksLikeEdgeList(head)
    return look === 'edges' || (look === 'entries' && extensions.includes(extension))
  },
  read: (text) => ({ kind: 'maxCut', input: readRudy(text), notes: [] }),
  print: (_kind, input: MaxCutInput) => printRudy(input),
}

/** The same graph asked for as another question; of nodes, so what edges weigh is left out. */
const rudyAs = (kind: string): InstanceFormat => ({
  name: `rudy-${kind}`,
  title: rudy.title,
  extensions: [],
  kinds: [kind],
  onlyAsked: true,
  settings: {},
  fits: rudy.fits,
  read: (text) => {
    const { nodes, edges } = readRudy(text)
    return { kind, input: { nodes, edges: { from: edges.from, to: edges.to } }, notes: [] }
  },
})

/** The same graph cut into equal parts; its weights count. */
const rudyParts: InstanceFormat = {
  ...rudyAs('partition'),
  read: (text, settings) => {
    const own = { parts: countSetting(settings, 'parts'), imbalance: numberSetting(settings, 'imbalance') }
    const given = Object.entries(own).filter(([, value]) => value !== undefined)
    return { kind: 'partition', input: { ...readRudy(text), ...Object.fromEntries(given) }, notes: [] }
  },
}

const rudyColours: InstanceFormat = {
  ...rudyAs('colouring'),
  read: (text, settings) => {
    const { input, ...reading } = rudyAs('colouring').read(text, settings)
    const colours = countSetting(settings, 'colours')
    return { ...reading, input: colours === undefined ? input : { ...input, colours } }
  },
}

export const rudyGraphs: readonly InstanceFormat[] = [
  rudyColours,
  rudyParts,
  ...['independentSet', 'vertexCover', 'clique'].map(rudyAs),
]
