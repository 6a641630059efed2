import { describe, expect, it } from 'vitest'
import { type CompiledModel, compileModel } from '../../src/compile/index.ts'
import { layersOf, splitEnergy, weighStack } from '../../src/compile/layers.ts'
import { stackOf } from '../../src/compile/stack.ts'
import { Model } from '../../src/model/index.ts'
import { quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'

const terms = (linear: number[], pairs: [number, number, number][], constant = 0) => ({
  constant,
  linearColumns: linear.map((_, k) => k),
  linearValues: linear,
  rows: pairs.map((p) => p[0]),
  columns: pairs.map((p) => p[1]),
  values: pairs.map((p) => p[2]),
})

describe('layers', () => {
  const stack = stackOf(3, [
    {
      name: 'objective',
      terms: terms(
        [1, 2, 3],
        [
          [0, 1, 5],
          [1, 0, 1],
          [2, 2, 4],
        ],
        7,
      ),
    },
    {
      name: 'rule',
      terms: terms(
        [0, 0, -1],
        [
          [0, 1, 1],
          [2, 1, 2],
        ],
        1,
      ),
    },
  ])

  it('add up to the Qubo of all terms: repeats and mirrors together, squares linear', () => {
    const qubo = weighStack(stack, [1, 10])
    const expected = quboFromCoo(3, [0, 1, 2, 0, 1], [0, 1, 2, 1, 2], [1, 2, 7 - 10, 6 + 10, 20], { offset: 17 })
    expect(qubo).toMatchObject({
      offset: 17,
      linear: expected.linear,
      rowStart: expected.rowStart,
      column: expected.column,
      value: expected.value,
    })
  })

  it('keep the pattern when a weight is 0 or cancels', () => {
    expect(weighStack(stack, [1, -6]).column).toEqual(weighStack(stack, [1, 0]).column)
    expect(weighStack(stack, [1, -6]).value[0]).toBe(0)
  })

  it('split an energy: at 111 the objective has 7 + 1 + 2 + 7 + 6, the rule 10·(1 − 1 + 1 + 2)', () => {
    expect(splitEnergy(stack, [1, 10], [1, 1, 1])).toEqual({ objective: 23, rule: 30 })
  })

  it('show themselves one by one', () => {
    const [, rule] = layersOf(stack, [1, 10])
    expect(rule).toMatchObject({
      name: 'rule',
      weight: 10,
      constant: 1,
      pairIndex: Uint32Array.of(0, 1),
      pairValue: Float64Array.of(1, 2),
    })
  })
})

describe('a compiled Qubo', () => {
  const model = new Model()
  const first = model.bits(2)
  model.minimise([-1, first], [-1, first + 1]).atMostOne('few', [first, first + 1])
  const { form, weigh, split, certificates } = compileModel(model, 'qubo', {
    native: [],
    memoryLimitMiB: 8,
  }) as Required<CompiledModel<'qubo'>>

  it('is weighed anew without being compiled: only the pair of "few" changes', () => {
    expect([...form.value]).toEqual([certificates[0].weight, certificates[0].weight])
    expect([...weigh({ few: 50 }).value]).toEqual([50, 50])
    expect([...weigh({ objective: 3 }).linear]).toEqual([-3, -3])
  })

  it('splits into parts that add up to the energy', () => {
    const parts = split([1, 1])
    expect(parts).toEqual({ objective: -2, few: certificates[0].weight })
    expect(parts.objective + parts.few).toBe(quboEnergy(form, [1, 1]))
  })

  it('refuses weights for names that it does not have', () => {
    expect(() => weigh({ fewer: 1 })).toThrow(
      'OPTION_INVALID: weigh: no layer is named "fewer". Choose from objective, few.',
    )
    expect(() => weigh({ few: Number.NaN })).toThrow('weight NaN is not finite')
  })
})
