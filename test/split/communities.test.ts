import { expect, it } from 'vitest'
import { quboFromCoo } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'
import { type Chance, communityWindows as walk } from '../../src/split/index.ts'

function communityWindows(...given: [...Parameters<typeof walk>]): Uint32Array[] {
  const steps = walk(...given)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const chance = (seed: string): Chance => {
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

it('no piece of a large graph takes more than about ten milliseconds', () => {
  const steps = walk(cliqueRing(4000), 50, chance('4'))
  let most = 0
  for (let step = steps.next(); !step.done; step = steps.next()) most = Math.max(most, step.value)
  expect(most).toBeLessThan(1.5e6)
})

it('cliques stay together in a ring that is coarsened first', () => {
  const windows = communityWindows(cliqueRing(2000), 50, chance('5'))
  const windowOf = new Map(windows.flatMap((window, w) => [...window].map((i) => [i, w])))
  const whole = Array.from({ length: 2000 }, (_, c) =>
    [0, 1, 2, 3].every((k) => windowOf.get(5 * c + k) === windowOf.get(5 * c + k + 1)),
  )
  expect(whole.filter((together) => together).length).toBeGreaterThan(1600)
})
