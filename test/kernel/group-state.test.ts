import { expect, it } from 'vitest'
import { GroupState } from '../../src/kernel/group-state.ts'
import { quboEnergy, quboFromCoo, quboOf } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'
import { randomQubo } from '../contracts/kernel.ts'

const raw = randomQubo(24, 150, (w) => w)
const members = Uint32Array.from({ length: 16 }, (_, k) => k + 1)
/** Bits 1–16 a permutation of four, 17–19 one-hot, of 20–23 three are 1, bit 0 is free. */
const qubo = quboOf(raw, raw.linear, {
  offset: raw.offset,
  native: ['one-hot', 'permutation', 'subset'],
  groups: [
    { kind: 'permutation', order: 4, members },
    { kind: 'one-hot', members: Uint32Array.of(17, 18, 19) },
    { kind: 'subset', count: 3, members: Uint32Array.of(20, 21, 22, 23) },
  ],
})

const lines = (x: Int8Array) => {
  const at = (item: number, position: number) => x[members[item * 4 + position]]
  const four = [0, 1, 2, 3]
  return [
    ...four.map((i) => four.reduce((sum, p) => sum + at(i, p), 0)),
    ...four.map((p) => four.reduce((sum, i) => sum + at(i, p), 0)),
    x[17] + x[18] + x[19],
    x[20] + x[21] + x[22] + x[23],
  ]
}

it('five thousand moves keep every group and foretell every cost', () => {
  const state = new GroupState(qubo, random('group', 'state'))
  const seen = new Set<string>()
  for (let move = 0; move < 5000; move++) {
    if (!state.propose()) continue
    const before = quboEnergy(qubo, state.x)
    state.apply()
    expect(quboEnergy(qubo, state.x) - before).toBe(state.cost)
    expect(lines(state.x)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 3])
    seen.add(state.x.slice(1).join(''))
  }
  // 4! orders times 3 choices times 4 subsets.
  expect(seen.size).toBe(288)
})

it('groups that share a bit are refused', () => {
  const twice = { ...qubo, groups: [...qubo.groups, { kind: 'one-hot' as const, members: Uint32Array.of(19, 0) }] }
  expect(() => new GroupState(twice, random('group', 'state'))).toThrow('bit 19 is in two native groups')
})

it('an unmoving subset, of nothing or of everything, is left alone', () => {
  const groups = [0, 3].map((count) => ({
    kind: 'subset' as const,
    count,
    members: Uint32Array.of(2 * count, 2 * count + 1, 2 * count + 2),
  }))
  const fixed = quboFromCoo(9, [], [], [], { groups, native: ['subset'] })
  const state = new GroupState(fixed, random('group', 'state'))
  for (let move = 0; move < 100; move++) if (state.propose()) state.apply()
  expect([0, 1, 2, 6, 7, 8].map((i) => state.x[i])).toEqual([0, 0, 0, 1, 1, 1])
})

/** Of five bits two are 1; bit i costs i/2, neighbours a quarter more: ten states. */
const five = [0, 1, 2, 3, 4]
const pairs = quboFromCoo(
  5,
  [...five, 0, 1, 2, 3],
  [...five, 1, 2, 3, 4],
  [...five.map((i) => i / 2), 0.25, 0.25, 0.25, 0.25],
  { groups: [{ kind: 'subset', count: 2, members: Uint32Array.from(five) }], native: ['subset'] },
)

it('swaps reach the Boltzmann distribution over the ten pairs of five', () => {
  const chance = random('group', 'state', 1)
  const state = new GroupState(pairs, chance)
  const counts = new Map<string, number>()
  const [samples, apart] = [5000, 20]
  for (let move = 0; move < samples * apart; move++) {
    if (state.propose() && chance.uint32() / 2 ** 32 < Math.exp(-state.cost)) state.apply()
    if (move % apart === 0) counts.set(state.x.join(''), (counts.get(state.x.join('')) ?? 0) + 1)
  }
  const weights = [...counts.keys()].map((x) => Math.exp(-quboEnergy(pairs, [...x].map(Number))))
  const total = weights.reduce((a, b) => a + b)
  const terms = [...counts.values()].map((seen, k) => {
    const expected = (samples * weights[k]) / total
    return (seen - expected) ** 2 / expected
  })
  expect(terms.length).toBe(10)
  // χ² with 9 degrees of freedom exceeds 27.9 once in a thousand.
  expect(terms.reduce((a, b) => a + b)).toBeLessThan(27.9)
})
