import { couplingsFromCoo } from '../../../../src/qubo/index.ts'

export { random } from '../../../../src/run/index.ts'
export { couplingsFromCoo }

/** A closed grid, edges of weight 1. */
export function torusOf(rows: number, columns: number) {
  const from: number[] = []
  const to: number[] = []
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      from.push(r * columns + c, r * columns + c)
      to.push(r * columns + ((c + 1) % columns), ((r + 1) % rows) * columns + c)
    }
  }
  return { nodes: rows * columns, edges: { from, to } }
}

export function massGraph({ nodes, edges: { from, to } }: ReturnType<typeof torusOf>) {
  const ones = new Float64Array(from.length).fill(1)
  return {
    couplings: couplingsFromCoo(nodes, from, to, ones, new Float64Array(nodes)),
    mass: new Int32Array(nodes).fill(1),
  }
}
