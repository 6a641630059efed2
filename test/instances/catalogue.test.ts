import { describe, expect, it } from 'vitest'
import { bestKnownOf, catalogue } from '../../instances/index.ts'

const isValue = ({ kind, bestKnown }: { kind: string; bestKnown: number }) =>
  kind === 'bayesianNetwork' ? bestKnown > 0 && bestKnown < 1e9 : Number.isSafeInteger(bestKnown)

describe('the catalogue', () => {
  it('names every instance once per problem, with a value, whole but for log scores, and a source', () => {
    expect(new Set(catalogue.map((k) => `${k.kind} ${k.name}`)).size).toBe(catalogue.length)
    expect(catalogue.filter((k) => !isValue(k) || !/^[\w.-]+$/.test(k.name) || k.source === '')).toEqual([])
  })

  it('gives minimised qubos negative values and maximised ones positive', () => {
    const wrong = catalogue.filter((k) => k.kind === 'qubo' && k.bestKnown > 0 !== (k.sense === 'max'))
    expect(wrong).toEqual([])
  })

  it('finds an instance by its name, letter case aside', () => {
    expect(bestKnownOf('tsp', 'BERLIN52')?.bestKnown).toBe(7542)
    expect(bestKnownOf('tsp', 'G1')).toBeNull()
  })

  it('marks the values to distrust', () => {
    expect(bestKnownOf('vrp', 'P-n55-k8')).toMatchObject({
      bestKnown: 576,
      note: 'free fleet; 588 with exactly 8 routes',
    })
    expect(bestKnownOf('qubo', 'bqp500-2')).toMatchObject({ bestKnown: -128339, confirmed: false })
    expect(bestKnownOf('maxCut', 'G1')).toMatchObject({ bestKnown: 11624, confirmed: true })
  })
})
