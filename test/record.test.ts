import { describe, expect, it } from 'vitest'
import { maxCut } from '../problems/index.ts'
import * as solvers from '../solvers/index.ts'
import type { RunRecord } from '../src/record.ts'
import { createSolve } from '../src/solve.ts'
import { version } from '../src/version.ts'
import { breaks } from './solvers/strategy/nest.ts'

const solve = createSolve({ solver: solvers.exact, openPool: () => null })
const triangle = maxCut({
  edges: [
    ['a', 'b', 3],
    ['b', 'c', 2],
    ['a', 'c', 1],
  ],
})

async function recordOfSolving(options: object): Promise<RunRecord> {
  const records: RunRecord[] = []
  await solve(triangle, { ...options, record: (record) => records.push(record) }).catch(() => {})
  expect(records.length).toBe(1)
  return records[0]
}

describe('a run record', () => {
  it('says what was asked, how it ended and how to repeat it', async () => {
    const record = await recordOfSolving({ seed: 7, work: 1e5 })
    expect(record).toMatchObject({
      format: 1,
      version,
      problem: 'maxCut',
      solver: 'exact',
      foundBy: 'exact',
      options: { seed: '7', work: 1e5, timeLimit: null, threads: 1 },
      outcome: { status: 'optimal', cost: 5, bound: 5, gap: 0, violations: 0 },
      size: { variables: 3, couplings: 3 },
      provenance: { replay: "--solver 'exact' --seed 7", circuit: null },
    })
    expect(record.firstFeasibleMs).toBeLessThanOrEqual(record.lastImprovementMs as number)
  })

  it('says depth and shots of a circuit', async () => {
    const record = await recordOfSolving({ solver: solvers.qaoa({ depth: 2, shots: 50, evaluations: 10 }) })
    expect(record.provenance?.circuit).toEqual({ qubits: 3, depth: 2, shots: 50 })
  })

  it('is plain data without the input and the answer', async () => {
    const record = await recordOfSolving({})
    expect(JSON.parse(JSON.stringify(record))).toEqual(record)
    expect(JSON.stringify(record)).not.toMatch(/"left"|"edges"/)
  })

  it('is told of a solve that throws as well', async () => {
    expect((await recordOfSolving({ solver: breaks })).outcome).toEqual({
      status: 'failed',
      code: null,
      message: 'a defect',
    })
    const refused = (await recordOfSolving({ solver: solvers.byParts(solvers.exact()) })).outcome
    expect(refused).toMatchObject({ status: 'failed', code: 'UNSUPPORTED' })
  })

  it('costs nothing when the log fails', async () => {
    const record = () => {
      throw new Error('the disk is full')
    }
    expect((await solve(triangle, { record })).cost).toBe(5)
  })
})
