import { describe, expect, it } from 'vitest'
import { random, randomFrom, seedKey, streamState } from '../../src/run/index.ts'

const first = (count: number, seed: string, purpose: string, index = 0) => {
  const chance = random(seed, purpose, index)
  return Array.from({ length: count }, () => chance.uint32())
}

describe('random', () => {
  it('gives the same numbers for the same seed, purpose and stream, forever', () => {
    expect(first(3, '0', 'reads')).toEqual(first(3, '0', 'reads'))
    expect(first(4, '7', 'golden')).toEqual([2926790232, 620441748, 1040045193, 255294285])
  })

  it('gives others when any of the three differs', () => {
    const streams = [
      first(4, '0', 'a'),
      first(4, '1', 'a'),
      first(4, '0', 'b'),
      first(4, '0', 'a', 1),
      first(4, '0', 'a', 2 ** 32),
    ]
    expect(new Set(streams.map((s) => s.join())).size).toBe(5)
  })

  it('does not confuse "1" + "0a" with "10" + "a"', () => {
    expect(seedKey('1', '0a')).not.toEqual(seedKey('10', 'a'))
  })

  it('a stream does not depend on how many there are', () => {
    const key = seedKey('7', 'reads')
    const alone = streamState(key, 5)
    for (let k = 0; k < 5; k++) streamState(key, k)
    expect(streamState(key, 5)).toEqual(alone)
  })

  it('below(6) throws every face about equally often: 6000 throws, 1000 each, give or take 150', () => {
    const chance = randomFrom(streamState(seedKey('dice', ''), 0))
    const faces = new Array(6).fill(0)
    for (let k = 0; k < 6000; k++) faces[chance.below(6)]++
    for (const count of faces) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  it('unit is at least 0 and below 1, half of it below a half', () => {
    const chance = random('unit', '')
    const numbers = Array.from({ length: 4000 }, () => chance.unit())
    expect(numbers.every((u) => u >= 0 && u < 1)).toBe(true)
    expect(Math.abs(numbers.filter((u) => u < 0.5).length - 2000)).toBeLessThan(200)
  })
})
