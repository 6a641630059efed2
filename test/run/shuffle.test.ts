import { describe, expect, it } from 'vitest'
import { type Random, random, shuffle, shuffled } from '../../src/run/index.ts'

/** Draws the smallest number there is. */
const least: Random = { uint32: () => 0, below: () => 0, unit: () => 0 }

describe('shuffle', () => {
  it('exchanges the last with a drawn one, then the last but one, and so on: 1234 → 4231 → 3241 → 2341', () => {
    expect(shuffle([1, 2, 3, 4], least)).toEqual([2, 3, 4, 1])
  })

  it('works in place, and leaves alone what is behind the first `count`', () => {
    const list = Float64Array.of(1, 2, 3)
    expect(shuffle(list, least, 2)).toBe(list)
    expect([...list]).toEqual([2, 1, 3])
  })

  it('gives each of the 6 orders of 3 about equally often: 6000 orders, 1000 each, give or take 150', () => {
    const chance = random('0', 'shuffle')
    const times = new Map<string, number>()
    for (let k = 0; k < 6000; k++) {
      const order = shuffled(3, chance).join()
      times.set(order, (times.get(order) ?? 0) + 1)
    }
    expect(times.size).toBe(6)
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})
