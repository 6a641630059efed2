import { describe, expect, it } from 'vitest'
import { qaoa } from '../../../solvers/qaoa/index.ts'
import { sample } from '../../../src/bare.ts'
import { type Qubo, quboFromCoo } from '../../../src/qubo/index.ts'
import { createRun, lowest, type Sample } from '../../../src/run/index.ts'

/** Maximum cut of a graph, negated: −x_u − x_v + 2 x_u x_v per edge. */
function cut(size: number, edges: readonly (readonly [number, number])[]): Qubo {
  const rows = edges.flatMap(([u, v]) => [u, v, u])
  const columns = edges.flatMap(([u, v]) => [u, v, v])
  return quboFromCoo(
    size,
    rows,
    columns,
    edges.flatMap(() => [-1, -1, 2]),
  )
}

const ring = (n: number) =>
  cut(
    n,
    Array.from({ length: n }, (_, i) => [i, (i + 1) % n] as const),
  )
const expectation = (notes: readonly string[]) => Number(/expectation (\S+)/.exec(notes[0])?.[1])
const pointsOf = (samples: readonly Sample[]) => samples.map((s) => [s.occurrences, ...(s.point ?? [])])

describe('qaoa', () => {
  it('reaches (2p + 1)/(2p + 2) of a ring of 2p + 2, and cuts it wholly in its samples', async () => {
    for (const depth of [1, 2]) {
      const n = 2 * depth + 2
      const set = await sample(ring(n), qaoa({ depth, evaluations: 400 }), createRun())
      expect(expectation(set.notes)).toBeCloseTo((-n * (2 * depth + 1)) / (2 * depth + 2), 4)
      expect(lowest(set)?.energy).toBe(-n)
      expect(set.circuit).toEqual({ qubits: n, depth, shots: 1024 })
    }
  })

  it('returns distinct bit strings that add up to the shots, each with its own energy', async () => {
    const set = await sample(ring(5), qaoa({ shots: 200 }), createRun())
    expect(set.samples.reduce((sum, s) => sum + s.occurrences, 0)).toBe(200)
    expect(new Set(set.samples.map((s) => s.point?.join())).size).toBe(set.samples.length)
    expect(lowest(set)?.energy).toBe(-4)
  })

  it('measures the same for the same seed and otherwise for another', async () => {
    const measured = async (seed: number) => pointsOf((await sample(ring(6), qaoa(), createRun({ seed }))).samples)
    expect(await measured(1)).toEqual(await measured(1))
    expect(await measured(1)).not.toEqual(await measured(2))
  })

  it('stopped by its budget, says so, spends at most a chunk more, and its replay is the same', async () => {
    const set = await sample(ring(10), qaoa(), createRun({ work: 20_000 }))
    expect(set.stop).toBe('budget')
    expect(set.work).toBeLessThan(20_000 + 4096)
    const again = await sample(ring(10), qaoa({ work: set.work }), createRun())
    expect(pointsOf(again.samples)).toEqual(pointsOf(set.samples))
    expect(again.notes).toEqual(set.notes)
  })

  it('stopped before the first state, still measures: uniformly, and says so', async () => {
    const set = await sample(ring(10), qaoa(), createRun({ work: 1 }))
    expect(set.notes[0]).toContain('uniform')
    expect(set.samples.length).toBeGreaterThan(400)
  })

  it('never offers a worse sample than before', async () => {
    const offered: number[] = []
    await sample(ring(8), qaoa({ depth: 1 }), createRun({ offer: (s) => offered.push(s.energy) }))
    expect(offered).toEqual([...offered].sort((a, b) => b - a))
  })

  it('refuses 21 qubits, and 20 within 16 MiB', async () => {
    await expect(sample(ring(21), qaoa(), createRun())).rejects.toThrow(/up to 20 qubits and this needs 21/)
    await expect(sample(ring(20), qaoa(), createRun({ memoryLimitMiB: 16 }))).rejects.toThrow(/needs about 26 MiB/)
  })

  it('refuses options that it does not know', () => {
    expect(() => qaoa({ layers: 2 } as object)).toThrow(/OPTION_INVALID/)
  })
})
