import { describe, expect, it } from 'vitest'
import { compileModel } from '../../src/compile/index.ts'
import { integerBinaryWhere } from '../../src/compile/integer-binary.ts'
import { liftThrough, lowerThrough, substitute } from '../../src/compile/substitution.ts'
import type { Model } from '../../src/model/index.ts'
import { type Qubo, type Rewrite, unchanged } from '../../src/qubo/index.ts'
import type { Promised } from './promise.ts'
import { rewritePromises } from './rewrite.ts'
import { bitsOnly, everything, tinyModels } from './tiny-models.ts'

const options = { native: [], memoryLimitMiB: 64 }

async function broken(promises: readonly Promised[]): Promise<string[]> {
  const names: string[] = []
  for (const { promise, check } of promises) {
    try {
      await check()
    } catch {
      names.push(promise.slice(promise.indexOf(': ') + 2))
    }
  }
  return names
}

/** Every hard rule is penalised with a hundredth of its proven weight. */
const timidPenalties: Rewrite<Model, Qubo> = (model) => {
  const { weigh, lift, lower, certificates } = compileModel(model, 'qubo', options)
  const timid = Object.fromEntries(certificates.map(({ constraint, weight }) => [constraint, weight / 100]))
  return { to: (weigh as NonNullable<typeof weigh>)(timid), lift, lower, scale: 1, constant: 0 }
}

const flippingLift: Rewrite<Model, Model> = (model) => {
  const flip = (point: Float64Array) => point.map((v, c) => (c === 0 ? 1 - v : v))
  return { ...unchanged(model), lift: flip }
}

/** 5 → 1, 2, 4: the bits reach 7. */
const uncappedIntegers: Rewrite<Model, Model> = (from) => {
  const encoded = (c: number) => from.domains[c] === 'integer'
  const factors = (c: number) => [1, 2, 4, 8].filter((power) => power <= from.upper[c] - from.lower[c])
  const { to, substitution } = substitute(from, (c) =>
    encoded(c) ? { shift: from.lower[c], factors: factors(c), name: (k) => `${c}.${k}` } : null,
  )
  const write = (c: number, value: number, bits: Float64Array) => {
    bits.forEach((_, k) => {
      bits[k] = ((value - from.lower[c]) >> k) & 1
    })
    return true
  }
  return {
    to,
    scale: 1,
    constant: 0,
    lift: (point) => liftThrough(substitution, point),
    lower: (point) => lowerThrough(substitution, point, write, encoded),
  }
}

const constantForgotten: Rewrite<Model, Model> = (model) => ({ ...unchanged(model), constant: -1 })

const firstColumnPinned: Rewrite<Model, Model> = (model) => {
  model.lower[0] = model.upper[0]
  return unchanged(model)
}

describe('the rewrite kit', () => {
  it('finds nothing wrong with the rewrite that changes nothing', async () => {
    expect(await broken(rewritePromises('unchanged', unchanged<Model>))).toEqual([])
  })

  it('convicts penalties that are too small', async () => {
    expect(await broken(rewritePromises('timid', timidPenalties))).toEqual(
      expect.arrayContaining(['the minimum stays the same', 'every minimiser lifts to a feasible optimum']),
    )
  })

  it('convicts a lift that flips a bit', async () => {
    const found = await broken(rewritePromises('flip', flippingLift, { models: tinyModels(bitsOnly) }))
    expect(found).toEqual(expect.arrayContaining(['lifting undoes lowering on feasible points']))
  })

  it('convicts an integer encoding that reaches beyond the domain, and clears the capped one', async () => {
    const models = tinyModels({ ...everything, bits: 1, structures: ['none'], rules: ['<='] })
    expect(await broken(rewritePromises('uncapped', uncappedIntegers, { models }))).toContain(
      'every minimiser lifts to a feasible optimum',
    )
    expect(
      await broken(
        rewritePromises(
          'capped',
          integerBinaryWhere(() => true),
          { models },
        ),
      ),
    ).toEqual([])
  })

  it('convicts a wrong constant', async () => {
    expect(await broken(rewritePromises('constant', constantForgotten))).toContain('the minimum stays the same')
  })

  it('convicts a rewrite that changes its input', async () => {
    const found = await broken(rewritePromises('pinned', firstColumnPinned, { models: tinyModels(bitsOnly) }))
    expect(found).toContain('the input is not changed')
  })
})
