import { expect, test } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { readDimacsGraph } from '../../../instances/readers/dimacs-graph.ts'

const triangle = 'c three in a ring\np edge 3 3\ne 1 2\ne 2 3\ne 3 1\n'

test.each([
  ['ring.col', 'colouring'],
  ['ring.clq', 'clique'],
  ['ring.gph', 'independentSet'],
  ['ring.vc', 'vertexCover'],
])('%s means %s', (fileName, kind) => {
  expect(readInstance(triangle, { fileName })).toMatchObject({ kind, name: 'ring', input: { nodes: 3 } })
})

test('a file without a telling extension means what is asked, maxCut and partition included', () => {
  expect(readInstance(triangle, { fileName: 'ring.txt', as: 'maxCut' }).kind).toBe('maxCut')
  expect(readInstance(triangle, { fileName: 'ring.col', as: 'partition', set: { parts: '3' } }).input).toMatchObject({
    parts: 3,
  })
  expect(() => readInstance(triangle, { fileName: 'ring.txt' })).toThrow(/FORMAT_AMBIGUOUS.*--as colouring/)
})

test('an edge in both directions counts once, whether the header counts one or two', () => {
  for (const declared of [1, 2]) {
    const { edges } = readDimacsGraph(`p col 2 ${declared}\ne 1 2\ne 2 1\n`)
    expect(edges).toEqual({ from: [0], to: [1] })
  }
})

test('nodes weigh what "n" says, 1 without', () => {
  const text = 'p edge 2 1\nn 2 7\ne 1 2\n'
  expect([...(readDimacsGraph(text).weights as Float64Array)]).toEqual([1, 7])
  expect(readInstance(text, { fileName: 'x.col' }).notes).toContain('the weights of nodes are passed over')
})

test.each(['colouring', 'clique', 'independentSet', 'vertexCover', 'partition', 'maxCut'])(
  'that nodes of the answer count from 0 is noted (%s)',
  (as) => {
    const { notes } = readInstance(triangle, { fileName: 'ring.txt', as })
    expect(notes).toEqual(['node k of the answer is node k + 1 of the file'])
  },
)

test('loops are passed over, with a note', () => {
  expect(readDimacsGraph('p edge 2 2\ne 1 1\ne 1 2\n')).toMatchObject({
    edges: { from: [0], to: [1] },
    notes: ['1 edges that join a node with itself are passed over'],
  })
})

test.each([
  ['p edge 2 2\ne 1 2\ne 1 3\n', /line 3.*node j 3 is not in 1…2/],
  ['p edge 3 3\ne 1 2\ne 2 3\n', /3 edges are declared but 2 are there/],
  ['p edge 2 1\nq 1 2\n', /line 2.*a line begins with "q"/],
  ['p cnf 2 1\n', /line 1.*no "p edge n m"/],
])('refuses %j', (text, message) => {
  expect(() => readDimacsGraph(text)).toThrow(message)
})
