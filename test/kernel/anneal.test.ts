import { describe, expect, it } from 'vitest'
import { annealPlain, annealWasm, annealWork, kernelNote, readsPerGroup } from '../../src/kernel/anneal.ts'
import { type Found, quboData } from '../../src/kernel/finds.ts'
import { type Kernel, seedKey } from '../../src/run/index.ts'
import { runJob } from '../contracts/job.ts'
import { jobPromises, twinPromises, weightClasses } from '../contracts/kernel.ts'

const key = seedKey('anneal', 'test')
const qubo = quboData(weightClasses['small whole weights'])
const input = { qubo, key, firstRead: 0, reads: 3, sweeps: 10 }
const work = annealWork(qubo, 3, 10)

describe.each([annealPlain, annealWasm])('$name', (kernel) => {
  it.each(jobPromises(kernel, input, work))('$promise', ({ check }) => check())

  it('gives read 5 the same whether it is read alone or among others', () => {
    const among = runJob(kernel.start({ ...input, reads: 8 }), 1e9, 1000).out
    const alone = runJob(kernel.start({ ...input, firstRead: 5, reads: 1 }), 1e9, 1000).out
    expect([...alone.bits]).toEqual([...among.bits.subarray(5 * 30, 6 * 30)])
  })

  it('survives a Qubo of no variables', () => {
    const empty = {
      ...qubo,
      size: 0,
      linear: new Float64Array(),
      rowStart: new Uint32Array(1),
      column: new Uint32Array(),
      value: new Float64Array(),
    }
    expect([...runJob(kernel.start({ ...input, qubo: empty, reads: 1 }), 1e9, 10).out.energies]).toEqual([3])
  })
})

it.each(twinPromises(annealPlain, annealWasm))('$promise', ({ check }) => check())

it('says which kernel runs', () => {
  expect(readsPerGroup(qubo)).toBe(16)
  expect(kernelNote(qubo, annealPlain)).toBe('kernel: plain')
  expect(kernelNote(qubo, annealWasm)).toBe('kernel: wasm i16x16')
  expect(kernelNote(weightClasses['real weights'], annealWasm)).toBe('kernel: wasm i32x8, weights rounded to 30 bits')
})

describe('the contract convicts', () => {
  const broken = (change: (found: Found, pieces: number) => void): Kernel<typeof input, Found> => ({
    name: 'broken',
    *start(given) {
      const job = annealPlain.start(given)
      let pieces = 0
      let state = job.next(0)
      for (; !state.done; pieces++) state = job.next(yield state.value)
      change(state.value, pieces)
      return state.value
    },
  })
  const convictions = (kernel: Kernel<typeof input, Found>) =>
    [...jobPromises(kernel, input, work), ...twinPromises(annealPlain, kernel)].filter(({ check }) => {
      try {
        check()
        return false
      } catch {
        return true
      }
    })

  it('nobody who is innocent', () => {
    expect(convictions(broken(() => {}))).toEqual([])
  })

  it('energies that are off by rounding', () => {
    const kernel = broken(({ energies }) => energies.set(energies.map((e) => e + 1e-12)))
    expect(convictions(kernel).map((c) => c.promise)).toContain('broken reports energies as recomputed')
  })

  it('a result that depends on the number of pieces', () => {
    const kernel = broken(({ bits, energies }, pieces) => {
      if (pieces < 100) return
      bits.reverse()
      energies.reverse()
    })
    expect(convictions(kernel).some((c) => c.promise.includes('pieces of 1, 7 or 1000'))).toBe(true)
  })

  it('a job that goes on when told to stop', () => {
    const deaf: typeof annealPlain = {
      name: 'broken',
      *start(given) {
        const job = annealPlain.start(given)
        let state = job.next(0)
        while (!state.done) state = job.next(Math.max(1, yield state.value))
        return state.value
      },
    }
    expect(convictions(deaf).map((c) => c.promise)).toContain('broken stopped at once has a point to show')
  })

  it('a twin with a stream of its own', () => {
    const other: typeof annealPlain = {
      name: 'broken',
      start: (given) => annealPlain.start({ ...given, key: seedKey('other', '') }),
    }
    expect(convictions(other).every((c) => c.promise.includes('finds what'))).toBe(true)
    expect(convictions(other).length).toBeGreaterThan(0)
  })
})
