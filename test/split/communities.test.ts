import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'
import { communityWindows } from '../../src/split/index.ts'

const chance = (seed: string) => {
  const stream = random(seed, 'communities')
  return () => stream.unit()
}

/** Cliques of five in a ring, one weak coupling from each to the next. */
function cliqueRing(count: number) {
  const terms: number[][] = []
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < 5; i++) for (let j = 0; j < i; j++) terms.push([5 * c + i, 5 * c + j, -9])
    terms.push([5 * c, (5 * c + 5) % (5 * count), 1])
  }
  return quboFromCoo(
    5 * count,
    terms.map((t) => t[0]),
    terms.map((t) => t[1]),
    terms.map((t) => t[2]),
  )
}

it('finds the cliques of a ring of cliques', () => {
  const windows = communityWindows(cliqueRing(4), 5, chance('0'))
  expect(windows.map((w) => [...w].sort((a, b) => a - b))).toEqual(
    [0, 5, 10, 15].map((c) => [c, c + 1, c + 2, c + 3, c + 4]),
  )
})

it('puts every variable in exactly one window, none too large', () => {
  for (const size of [2, 3, 7, 12, 100]) {
    const windows = communityWindows(cliqueRing(8), size, chance('1'))
    expect(windows.flatMap((w) => [...w]).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i))
    expect(Math.max(...windows.map((w) => w.length))).toBeLessThanOrEqual(size)
  }
})

it('gives the same windows for the same chance', () => {
  expect(communityWindows(cliqueRing(9), 12, chance('2'))).toEqual(communityWindows(cliqueRing(9), 12, chance('2')))
})

it('cuts what has no couplings at all', () => {
  expect(communityWindows(quboFromCoo(5, [], [], []), 2, chance('3')).map((w) => w.length)).toEqual([2, 2, 1])
})
