import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ilp } from '../../solvers/ilp/index.ts'
import { sample } from '../../src/bare.ts'
import { createPool } from '../../src/run/create-pool.ts'
import { createRun, type Pool, type RunOptions, type Sample } from '../../src/run/index.ts'
import { covering, programme } from './ilp/programme.ts'

let pool: Pool
let folder: string

beforeAll(async () => {
  // Inside the package, so that the engines are found; node_modules is never committed.
  const home = fileURLToPath(new URL('../../node_modules/', import.meta.url))
  folder = mkdtempSync(join(home, '.ilp-worker-'))
  const outfile = join(folder, 'worker.mjs')
  const entry = fileURLToPath(new URL('./ilp/engines.worker.ts', import.meta.url))
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  pool = createPool({ threads: 1, workerUrl: pathToFileURL(outfile).href }) as Pool
})
afterAll(() => {
  pool.close()
  rmSync(folder, { recursive: true })
})

const solve = (milp: ReturnType<typeof covering>, engine: 'highs' | 'javascript-lp-solver', options: RunOptions) =>
  sample(milp, ilp({ engine }), createRun({ ...options, pool }))

it('a worker gives what the calling thread gives', async () => {
  const milp = covering('worker', 60, 30)
  const here = await sample(milp, ilp({ engine: 'highs' }), createRun({ work: 3e6 }))
  expect(await solve(milp, 'highs', { work: 3e6 })).toEqual(here)
})

it('an abort in the middle ends HiGHS and keeps the last incumbent', async () => {
  const abort = new AbortController()
  const offered: Sample[] = []
  const set = await solve(covering('abort', 120, 60), 'highs', {
    work: 1e12,
    signal: abort.signal,
    offer: (found) => {
      offered.push(found)
      if (offered.length === 3) abort.abort()
    },
  })
  expect(set.stop).toBe('aborted')
  expect(set.samples).toHaveLength(1)
  expect(set.samples[0].violation).toBe(0)
  expect(set.samples[0].energy).toBeLessThanOrEqual(offered[2].energy)
})

it('a time limit leaves an incumbent and a bound below it', async () => {
  const set = await solve(covering('time', 120, 60), 'highs', { timeLimitMs: 400 })
  expect(set.stop).toBe('time')
  expect(set.samples[0].violation).toBe(0)
  expect(set.bound).toBeLessThan(set.samples[0].energy)
})

it('javascript-lp-solver, going round in circles, is ended at the deadline', async () => {
  const set = await solve(covering('circles', 40, 40), 'javascript-lp-solver', { timeLimitMs: 300 })
  expect(set.stop).toBe('time')
  expect(set.notes.join()).toContain('stopped before it found')
})

it('a real column is settled around the whole ones', async () => {
  const milp = programme([1, 1], [{ terms: [2, 4], min: 5 }], { upper: [5, 1], integer: [1, 0] })
  expect((await solve(milp, 'highs', {})).samples[0].energy).toBeCloseTo(1.75, 9)
})
