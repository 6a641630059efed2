import { describe, expect, it } from 'vitest'
import { type SearchInput, type SearchOut, statevectorSearch } from '../../src/kernel/statevector-search.ts'

/** The path 0–1–2 to be cut: best −2 at 010 and 101; one layer reaches −1.5 − something. */
const path: SearchInput = {
  size: 3,
  offset: 0,
  linear: Float64Array.of(-1, -2, -1),
  matrix: Float64Array.of(0, 2, 0, 2, 0, 2, 0, 2, 0),
  angles: Float64Array.of(0.5, -0.3),
  step: Float64Array.of(0.2, 0.2),
  evaluations: 60,
  shots: 100,
  random: Uint32Array.of(1, 2, 3, 4),
}

function search(input: SearchInput, piece = 1e9, most = Number.POSITIVE_INFINITY): SearchOut & { work: number } {
  const job = statevectorSearch.start(input)
  let work = 0
  for (let state = job.next(0); ; state = job.next(Math.max(0, Math.min(piece, most - work)))) {
    if (state.done) return { ...state.value, work }
    work += state.value.work
  }
}

describe('the search for angles', () => {
  it('finds the best angles of one edge, which one layer cuts always', () => {
    const found = search({ ...path, size: 2, linear: Float64Array.of(-1, -1), matrix: Float64Array.of(0, 2, 2, 0) })
    expect(found.best?.expectation).toBeCloseTo(-1, 6)
    expect([...found.states]).toEqual([1, 2])
  })

  it('reaches 2 of the 3 edges of a triangle with one layer', () => {
    const triangle = {
      ...path,
      linear: Float64Array.of(-2, -2, -2),
      matrix: Float64Array.of(0, 2, 2, 2, 0, 2, 2, 2, 0),
    }
    expect(search(triangle).best?.expectation).toBeCloseTo(-2, 6)
  })

  it('is never worse with more evaluations', () => {
    const energies = [1, 3, 10, 30].map((evaluations) => search({ ...path, evaluations }).best?.expectation ?? 0)
    expect(energies).toEqual([...energies].sort((a, b) => b - a))
  })

  it('measures every shot, in proportion to the probabilities', () => {
    const { states, counts, probabilities } = search({ ...path, shots: 100_000 })
    expect(counts.reduce((a, b) => a + b, 0)).toBe(100_000)
    for (const k of states.keys())
      expect(Math.abs(counts[k] - 100_000 * probabilities[k])).toBeLessThan(5 * Math.sqrt(25_000))
  })

  it('gives the same, however its work is cut into pieces', () => {
    expect(search(path, 1)).toEqual(search(path))
    expect(search(path, 1, 500)).toEqual(search(path, 77, 500))
  })

  it('stopped before the first state, measures the uniform one', () => {
    const { best, probabilities } = search(path, 1, 1)
    expect(best).toBeNull()
    expect([...new Set(probabilities)]).toEqual([1 / 8])
  })

  it('has nothing to turn without variables', () => {
    const none = { ...path, size: 0, offset: 4, linear: new Float64Array(0), matrix: new Float64Array(0) }
    expect(search(none).best?.expectation).toBe(4)
  })
})
