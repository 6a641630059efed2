import { expect, test } from 'vitest'
import { readInstance } from '../../../instances/index.ts'

const text = '3 3\n1 2 5\n2 3 1\n1 3 1\n'

test('a rudy file is a cut unless it is asked for as something else', () => {
  expect(readInstance(text, { fileName: 'ring.rud' }).kind).toBe('maxCut')
  for (const as of ['colouring', 'independentSet', 'vertexCover', 'clique'])
    expect(readInstance(text, { fileName: 'ring.rud', as }).input).toEqual({
      nodes: 3,
      edges: { from: Uint32Array.from([0, 1, 0]), to: Uint32Array.from([1, 2, 2]) },
    })
})

test('its weights count where it is partitioned, and settings are taken', () => {
  const { input } = readInstance(text, { fileName: 'ring.rud', as: 'partition', set: { parts: '3' } })
  expect(input).toMatchObject({ parts: 3, edges: { weight: Float64Array.from([5, 1, 1]) } })
  expect(readInstance(text, { fileName: 'ring.rud', as: 'colouring', set: { colours: '3' } }).input).toMatchObject({
    colours: 3,
  })
})

test('a file that fits nothing asked for lists what would be guessed, not what could be asked', () => {
  expect(() => readInstance(text, { fileName: 'ring', as: 'tsp' })).toThrow(/It fits --as maxCut, --as qubo/)
})
