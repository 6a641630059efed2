import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '../../../../instances/index.ts'
import { PairedSelection, pairedValue } from '../../../../problems/assignment/packing/paired-selection.ts'
import { readQuadraticKnapsack } from '../../../../problems/assignment/packing/quadratic-knapsack-input.ts'
import { random } from '../../../../src/run/index.ts'

const three = readQuadraticKnapsack({
  value: [1, 2, 4],
  weight: [1, 1, 1],
  capacity: 2,
  pairs: { from: [0, 1], to: [1, 2], value: [10, 5] },
})

describe('a paired selection', () => {
  it('is worth its items and the pairs among them', () => {
    expect(pairedValue(three, [1, 1, 0])).toBe(1 + 2 + 10)
    expect(pairedValue(three, [1, 0, 1])).toBe(1 + 4)
  })

  it('drops what is least worth beside the others, and fills up with what is most', () => {
    const selection = new PairedSelection(three)
    for (const i of [0, 1, 2]) selection.toggle(i)
    selection.dropWorst()
    expect([Array.from(selection.taken), selection.room]).toEqual([[1, 1, 0], 0])
    selection.become([0, 0, 0])
    expect(selection.fill()).toBe(2)
    expect(Array.from(selection.taken)).toEqual([0, 1, 1])
    selection.become([0, 0, 0])
    selection.fill(new Set([2]))
    expect(Array.from(selection.taken)).toEqual([1, 1, 0])
  })

  it('swings over what fits and back: afterwards it fits again, and its worth is known', () => {
    const data = readQuadraticKnapsack(generate.pairedKnapsack({ items: 30 }, random('1', 'instance')))
    const selection = new PairedSelection(data)
    for (let depth = 1; depth < 6; depth++) {
      selection.swing(depth, random('1', 'swing'))
      expect([selection.room >= 0, selection.value]).toEqual([true, pairedValue(data, selection.taken)])
    }
  })

  it('knows after every move what it is worth, and never carries too much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.string(), (items, seed) => {
        const data = readQuadraticKnapsack(generate.pairedKnapsack({ items }, random(seed, 'instance')))
        const selection = new PairedSelection(data)
        const chance = random(seed, 'moves')
        for (let k = 0; k < 20; k++) {
          selection.move(Number.POSITIVE_INFINITY, chance)
          expect(selection.value).toBe(pairedValue(data, selection.taken))
          expect(selection.room).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
