import { describe, expect, it } from 'vitest'
import { compileModel } from '../../src/compile/index.ts'
import { milpBytes, quboBytes } from '../../src/compile/memory.ts'
import { Model } from '../../src/model/index.ts'

const wide = () => {
  const model = new Model()
  const first = model.bits(2000)
  return model.subjectTo(
    'sum',
    Array.from({ length: 2000 }, (_, k) => [1, first + k] as const),
    '==',
    1000,
  )
}

describe('memory', () => {
  it('a sum over 2000 bits has 1,999,000 pairs of 160 bytes', () => {
    expect(quboBytes(wide(), 'binary')).toBe(1_999_000 * 160 + 2000 * 240)
  })

  it('a form that would not fit is refused, with the number', () => {
    expect(() => compileModel(wide(), 'qubo', { native: [], memoryLimitMiB: 100 })).toThrow(
      'MEMORY_LIMIT: the qubo form needs about 306 MiB and the limit is 100 MiB',
    )
  })

  it('an integer up to a million is 20 bits, or a million and one', () => {
    const model = new Model()
    model.integer(0, 1_000_000)
    expect([quboBytes(model, 'binary'), quboBytes(model, 'one-hot')]).toEqual([20 * 240, 1_000_001 * 240])
  })

  it('a linear programme counts products, entries, columns and steps', () => {
    expect(milpBytes(1, 1, 1, 1)).toBe(180 + 24 + 80 + 100)
  })
})
