import { expect, it } from 'vitest'
import { GroupState } from '../../src/kernel/group-state.ts'
import { quboEnergy, quboOf } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'
import { randomQubo } from '../contracts/kernel.ts'

const raw = randomQubo(24, 150, (w) => w)
const members = Uint32Array.from({ length: 16 }, (_, k) => k + 1)
/** Bits 1–16 a permutation of four, 17–19 one-hot, the rest free. */
const qubo = quboOf(raw, raw.linear, {
  offset: raw.offset,
  native: ['one-hot', 'permutation'],
  groups: [
    { kind: 'permutation', order: 4, members },
    { kind: 'one-hot', members: Uint32Array.of(17, 18, 19) },
  ],
})

const lines = (x: Int8Array) => {
  const at = (item: number, position: number) => x[members[item * 4 + position]]
  const four = [0, 1, 2, 3]
  return [
    ...four.map((i) => four.reduce((sum, p) => sum + at(i, p), 0)),
    ...four.map((p) => four.reduce((sum, i) => sum + at(i, p), 0)),
    x[17] + x[18] + x[19],
  ]
}

it('a thousand moves keep every group and foretell every cost', () => {
  const state = new GroupState(qubo, random('group', 'state'))
  const seen = new Set<string>()
  for (let move = 0; move < 1000; move++) {
    if (!state.propose()) continue
    const before = quboEnergy(qubo, state.x)
    state.apply()
    expect(quboEnergy(qubo, state.x) - before).toBe(state.cost)
    expect(lines(state.x)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1])
    seen.add(state.x.slice(1, 20).join(''))
  }
  // 4! orders times 3 choices.
  expect(seen.size).toBe(72)
})

it('groups that share a bit are refused', () => {
  const twice = { ...qubo, groups: [...qubo.groups, { kind: 'one-hot' as const, members: Uint32Array.of(19, 20) }] }
  expect(() => new GroupState(twice, random('group', 'state'))).toThrow('bit 19 is in two native groups')
})
