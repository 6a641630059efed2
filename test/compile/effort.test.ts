import { expect, it } from 'vitest'
import { checkTime, quboMs } from '../../src/compile/effort.ts'
import { compileModel } from '../../src/compile/index.ts'
import { Model } from '../../src/model/index.ts'

/** So many bits of which no two neighbours may be 1. */
function path(size: number): Model {
  const model = new Model()
  model.bits(size)
  for (let c = 1; c < size; c++) model.atMostOne(`pair ${c}`, [c - 1, c])
  return model
}

it('more bytes and more constraints take longer', () => {
  expect(quboMs(path(100), 1e6)).toBeGreaterThan(quboMs(path(10), 1e6))
  expect(quboMs(path(10), 2e6)).toBeGreaterThan(quboMs(path(10), 1e6))
})

it('a form is not begun when it would take longer than what is left', () => {
  expect(() => checkTime('qubo', 20, 19.5)).toThrow('making the qubo form takes about 20 ms and 19 are left')
  expect(() => checkTime('qubo', 20, 20)).not.toThrow()
  const compile = (leftMs: number) => compileModel(path(1000), 'qubo', { native: [], memoryLimitMiB: 64, leftMs })
  expect(() => compile(1)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED' }))
  expect(compile(1000).form.size).toBe(1000)
})
