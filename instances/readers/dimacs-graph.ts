import { largestSize, Scanner } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import { countSetting, numberSetting } from '../settings.ts'
import type { GraphFileInput } from '../shapes.ts'

const isComment = (start: string): boolean => /^\s*c(\s|$)/.test(start)

/**
 * DIMACS graphs (Johnson and Trick 1996): comments `c`, one line `p edge n m` (or `p col`), lines `e i j` counted from 1
 * and, where nodes weigh, lines `n i w`. An edge given in both directions, or twice, counts once; loops are passed over.
 * Published files declare lines, or edges, or twice as many; fewer lines than any of that means a torn file.
 */
export function readDimacsGraph(text: string): GraphFileInput & { notes: string[] } {
  const scanner = new Scanner(text, isComment)
  if (!scanner.nextLine()) scanner.fail('the text is empty', 'Give "p edge n m" and then lines "e i j"')
  const { nodes, declared } = readHeader(scanner)
  const from: number[] = []
  const to: number[] = []
  let weights: Float64Array | undefined
  const seen = new Set<number>()
  let lines = 0
  let loops = 0
  while (scanner.nextLine()) {
    const letter = scanner.word('the letter of the line')
    if (letter === 'n') {
      weights ??= new Float64Array(nodes).fill(1)
      weights[scanner.whole('the node', 1, nodes) - 1] = scanner.number('the weight')
    } else if (letter === 'e') {
      lines++
      const [a, b] = readEdge(scanner, nodes)
      if (a === b) loops++
      else if (!seen.has(a * nodes + b)) {
        seen.add(a * nodes + b)
        from.push(a)
        to.push(b)
      }
    } else if (!isGeometry(letter)) scanner.fail(`a line begins with "${letter}"`, 'Begin lines with c, p, e or n')
    else scanner.rest()
    scanner.endOfLine()
  }
  if (lines < declared && 2 * lines !== declared)
    scanner.fail(`${declared} edges are declared but ${lines} are there`, 'Correct the header, or fetch the whole file')
  return {
    nodes,
    edges: { from, to },
    ...(weights === undefined ? {} : { weights }),
    notes: loops === 0 ? [] : [`${loops} edges that join a node with itself are passed over`],
  }
}

/** Generators leave their parameters on lines `d`, `v` and `x`; they say nothing of the graph. */
const isGeometry = (letter: string): boolean => letter === 'd' || letter === 'v' || letter === 'x'

function readHeader(scanner: Scanner): { nodes: number; declared: number } {
  if (scanner.word('"p"') !== 'p' || !/^(edge|edges|col)$/.test(scanner.word('"edge"')))
    scanner.fail('the first line is no "p edge n m"', 'Give the header before the edges')
  const nodes = scanner.whole('the number of nodes', 1, largestSize)
  const declared = scanner.whole('the number of edges', 0, Number.MAX_SAFE_INTEGER)
  scanner.endOfLine()
  return { nodes, declared }
}

/** The smaller end first. */
function readEdge(scanner: Scanner, nodes: number): [number, number] {
  const a = scanner.whole('node i', 1, nodes) - 1
  const b = scanner.whole('node j', 1, nodes) - 1
  return a < b ? [a, b] : [b, a]
}

export function printDimacsGraph({ nodes, edges: { from, to }, weights }: GraphFileInput): string {
  const lines = [`p edge ${nodes} ${from.length}`]
  for (let i = 0; weights && i < nodes; i++) lines.push(`n ${i + 1} ${weights[i]}`)
  for (let k = 0; k < from.length; k++) lines.push(`e ${from[k] + 1} ${to[k] + 1}`)
  return `${lines.join('\n')}\n`
}

const countedFromOne = 'node k of the answer is node k + 1 of the file'

const fits = (head: string): boolean => /^(?:[ \t]*(?:c(?:[ \t].*)?)?\r?\n)*[ \t]*p[ \t]+(?:edges?|col)\b/.test(head)

/** One format per problem: the file's extension says which is meant, or `--as` does. */
function dimacsGraph(kind: string, extensions: readonly string[], takesWeights: boolean): InstanceFormat {
  return {
    title: 'DIMACS graphs',
    name: `dimacs-${extensions[0] ?? kind.toLowerCase()}`,
    extensions,
    kinds: [kind],
    settings: {},
    fits,
    read: (text, settings) => {
      const { notes, weights, ...graph } = readDimacsGraph(text)
      const own = { colours: countSetting(settings, 'colours'), parts: countSetting(settings, 'parts') }
      const imbalance = numberSetting(settings, 'imbalance')
      const dropped = weights !== undefined && !takesWeights ? ['the weights of nodes are passed over'] : []
      const given = Object.entries({ ...own, imbalance }).filter(([, value]) => value !== undefined)
      const input = { ...graph, ...(weights && takesWeights ? { weights } : {}), ...Object.fromEntries(given) }
      return { kind, input, notes: [...notes, ...dropped, countedFromOne] }
    },
    ...(takesWeights ? { print: (_kind: string, input: GraphFileInput) => printDimacsGraph(input) } : {}),
  }
}

export const dimacsGraphs: readonly InstanceFormat[] = [
  dimacsGraph('colouring', ['col'], false),
  dimacsGraph('clique', ['clq'], true),
  dimacsGraph('independentSet', ['mis', 'gph', 'is'], true),
  dimacsGraph('vertexCover', ['vc'], true),
  dimacsGraph('partition', [], false),
  dimacsGraph('maxCut', [], false),
]
