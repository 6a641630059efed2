import type { Couplings } from '../../src/qubo/index.ts'
import { drawGraph } from '../graph/draw-graph.ts'
import type { Key } from '../picture/sheet.ts'
import { ink, palette } from '../picture/svg.ts'
import type { Sense } from './coordinates.ts'

/** A quadratic form, an answer to it, and the values a variable can have, the lower one first. */
export interface Coupled {
  readonly form: Couplings
  readonly names: readonly string[] | null
  readonly values: ArrayLike<number>
  readonly allowed: readonly [number, number]
  readonly sense: Sense
  readonly title: string
}

/** More variables than this are not looked at. */
const most = 600

/**
 * The variables as nodes in the colours of their values, the couplings as edges: green where the product of the two values
 * helps, orange where it harms, grey where it is 0.
 */
export function drawCouplings({ form, names, values, allowed, sense, title }: Coupled): string {
  const edges = edgesOf(form)
  const good = sense === 'min' ? -1 : 1
  const [low, high] = allowed[0] === 0 ? [ink.aside, palette[0]] : [palette[3], palette[0]]
  return drawGraph(
    { size: form.size, names, at: null, from: edges.from, to: edges.to },
    {
      node: (i) => (values[i] === allowed[1] ? high : low),
      edge: (k) => {
        const effect = good * edges.value[k] * values[edges.from[k]] * values[edges.to[k]]
        return effect > 0 ? palette[2] : effect < 0 ? palette[5] : null
      },
      edges: edges.count,
      caption: title,
      keys: [
        { fill: high, label: `${allowed[1]}`, shape: 'dot' },
        { fill: low, label: `${allowed[0]}`.replace('-', '−'), shape: 'dot' },
        ...couplingKeys,
      ],
    },
  )
}

const couplingKeys: readonly Key[] = [
  { fill: palette[2], label: 'coupling that helps', shape: 'line' },
  { fill: palette[5], label: 'coupling that harms', shape: 'line' },
]

/** Each coupling among the first variables once, and how many there are in all. */
function edgesOf({ size, rowStart, column, value }: Couplings) {
  const [from, to, weight]: [number[], number[], number[]] = [[], [], []]
  for (let i = 0; i < Math.min(size, most); i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1] && column[k] < i; k++) {
      from.push(column[k])
      to.push(i)
      weight.push(value[k])
    }
  }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), value: weight, count: column.length / 2 }
}
