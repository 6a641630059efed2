import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExhaustOut, exhaust, exhaustJobs, leafWork } from '../../src/kernel/exhaust.ts'
import { exhaustTree } from '../../src/kernel/exhaust-tree.ts'
import { type Qubo, quboEnergy, quboFromCoo } from '../../src/qubo/index.ts'
import { random } from '../../src/run/index.ts'

/** Every pair and every bit with a whole number from −9 to 9. */
function randomQubo(size: number, seed: number, parts = {}): Qubo {
  const chance = random(String(seed), 'test')
  const pairs = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size]).filter(
    ([i, j]) => i <= j,
  )
  const values = pairs.map(() => chance.below(19) - 9)
  return quboFromCoo(
    size,
    pairs.map((p) => p[0]),
    pairs.map((p) => p[1]),
    values,
    { offset: 5, ...parts },
  )
}

function bruteForce(qubo: Qubo): { energy: number; state: number } {
  let best = { energy: Number.POSITIVE_INFINITY, state: 0 }
  for (let state = 0; state < 2 ** qubo.size; state++) {
    const energy = quboEnergy(qubo, bits(state, qubo.size))
    if (energy < best.energy) best = { energy, state }
  }
  return best
}

const bits = (state: number, size: number) => Int8Array.from({ length: size }, (_, i) => (state >>> i) & 1)

/** Runs all branches in order, `piece` units of work at a time, and puts the point back into the Qubo's order. */
function minimum(qubo: Qubo, branches = 8, piece = 1000) {
  const tree = exhaustTree(qubo)
  let best: ExhaustOut | undefined
  const work: number[] = []
  const jobs = exhaustJobs(tree, branches)
  for (const { input } of jobs) {
    const job = exhaust.start(input)
    let state = job.next(piece)
    let done = 0
    while (!state.done) {
      done += state.value.work
      state = job.next(piece)
    }
    work.push(done)
    if (best === undefined || state.value.energy < best.energy) best = state.value
  }
  const point = new Int8Array(qubo.size)
  tree.variable.forEach((v, k) => {
    point[v] = best?.point?.[k] ?? 0
  })
  return { energy: best?.energy, point, complete: best?.complete, work, promised: jobs.map((j) => j.work) }
}

describe('exhaust', () => {
  it('takes the first bit that helps: −2a − 1b + 3ab is best at a alone', () => {
    const found = minimum(quboFromCoo(2, [0, 1, 0], [0, 1, 1], [-2, -1, 3]))
    expect([found.energy, ...found.point]).toEqual([-2, 1, 0])
  })

  it('agrees with energies computed one by one, the lowest state first among equals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer(), (size, seed) => {
        const qubo = randomQubo(size, seed)
        const truth = bruteForce(qubo)
        const found = minimum(qubo)
        expect(found.energy).toBe(truth.energy)
        expect(found.point).toEqual(bits(truth.state, size))
      }),
    )
  })

  it('agrees beyond the table as well: 14 bits are two digits over 2¹² entries', () => {
    for (const seed of [1, 2, 3]) {
      const qubo = randomQubo(14, seed)
      const truth = bruteForce(qubo)
      const found = minimum(qubo)
      expect([found.energy, ...found.point]).toEqual([truth.energy, ...bits(truth.state, 14)])
    }
  })

  it('keeps one-hot groups: the best of 3 × 2 choices with one free bit', () => {
    const groups = [
      { kind: 'one-hot' as const, members: Uint32Array.of(0, 2, 4) },
      { kind: 'one-hot' as const, members: Uint32Array.of(1, 5) },
    ]
    for (let seed = 0; seed < 20; seed++) {
      const qubo = randomQubo(6, seed, { groups, native: ['one-hot'] })
      const states = [0, 2, 4].flatMap((a) => [1, 5].flatMap((b) => [0, 1].map((c) => (1 << a) | (1 << b) | (c << 3))))
      const truth = Math.min(...states.map((s) => quboEnergy(qubo, bits(s, 6))))
      const found = minimum(qubo)
      expect(found.energy).toBe(truth)
      expect(quboEnergy(qubo, found.point)).toBe(truth)
    }
  })

  it('keeps permutations: 3! orders, each found once', () => {
    const members = Uint32Array.from({ length: 9 }, (_, k) => k)
    const orders = ['012', '021', '102', '120', '201', '210']
    for (let seed = 0; seed < 20; seed++) {
      const qubo = randomQubo(9, seed, {
        groups: [{ kind: 'permutation', order: 3, members }],
        native: ['permutation'],
      })
      const truth = Math.min(
        ...orders.map((o) =>
          quboEnergy(
            qubo,
            Int8Array.from(members, (k) => (Number(o[Math.floor(k / 3)]) === k % 3 ? 1 : 0)),
          ),
        ),
      )
      const found = minimum(qubo)
      expect(found.energy).toBe(truth)
      expect(quboEnergy(qubo, found.point)).toBe(truth)
    }
  })

  it('does the work that it promised, whatever the pieces', () => {
    const qubo = randomQubo(15, 4)
    const [fine, coarse] = [minimum(qubo, 4, 1), minimum(qubo, 4, 1e6)]
    expect(fine.work).toEqual(fine.promised)
    expect(coarse).toEqual(fine)
  })

  it('told to stop before it began, has seen nothing', () => {
    const [{ input }] = exhaustJobs(exhaustTree(randomQubo(4, 1)), 1)
    const job = exhaust.start(input)
    job.next(0)
    expect(job.next(0).value).toEqual({ energy: Number.POSITIVE_INFINITY, point: null, complete: false })
  })
})

describe('exhaust over subsets', () => {
  it('keeps subsets: every pair of 5 beside every triple of 4, in as many leaves as promised', () => {
    const groups = [
      { kind: 'subset' as const, count: 2, members: Uint32Array.of(0, 2, 4, 6, 8) },
      { kind: 'subset' as const, count: 3, members: Uint32Array.of(1, 3, 5, 7) },
    ]
    const ones = (state: number, members: Uint32Array) => members.reduce((sum, i) => sum + ((state >> i) & 1), 0)
    const states = Array.from({ length: 2 ** 10 }, (_, s) => s).filter((s) =>
      groups.every((g) => ones(s, g.members) === g.count),
    )
    expect(states.length).toBe(10 * 4 * 2)
    for (let seed = 0; seed < 20; seed++) {
      const qubo = randomQubo(10, seed, { groups, native: ['subset'] })
      const truth = Math.min(...states.map((s) => quboEnergy(qubo, bits(s, 10))))
      const found = minimum(qubo, 1 + seed, 1 + seed)
      expect([found.energy, quboEnergy(qubo, found.point)]).toEqual([truth, truth])
      expect(found.work).toEqual(found.promised)
      expect(found.work.reduce((a, b) => a + b)).toBe(40 * leafWork(exhaustTree(qubo)))
    }
  })

  it('keeps subsets of nothing and of everything', () => {
    const group = (count: number, ...members: number[]) => ({
      kind: 'subset' as const,
      count,
      members: Uint32Array.from(members),
    })
    const qubo = randomQubo(5, 3, { groups: [group(0, 0, 1), group(2, 2, 3)], native: ['subset'] })
    const found = minimum(qubo)
    expect([...found.point.slice(0, 4)]).toEqual([0, 0, 1, 1])
    expect(found.energy).toBe(Math.min(quboEnergy(qubo, [0, 0, 1, 1, 0]), quboEnergy(qubo, [0, 0, 1, 1, 1])))
  })
})
