import { describe, expect, it } from 'vitest'
import { type Qubo, quboFromCoo, type Rewrite } from '../../src/qubo/index.ts'
import { type Reduction, reduceQubo, reductions } from '../../src/reduce/index.ts'
import { reductionContract } from '../contracts/reduction.ts'

for (const [name, reduce] of Object.entries({ ...reductions, reduceQubo })) {
  describe(`${name} keeps its promises`, () => {
    for (const { promise, check } of reductionContract(reduce)) it(promise, check)
  })
}

describe('the reduction contract', () => {
  const broken = (reduce: Rewrite<Qubo, Qubo>) =>
    reductionContract(reduce)
      .filter(({ check }) => throws(check))
      .map((p) => p.promise)

  it('convicts a reduction that fixes a variable without a reason', () => {
    expect(broken(withoutFirst).join()).toContain('keeps the optimum')
  })

  it('convicts a reduction that forgets the offset', () => {
    const forgetful: Rewrite<Qubo, Qubo> = (qubo) => {
      const reduction = reduceQubo(qubo)
      return { ...reduction, to: { ...reduction.to, offset: 0 } }
    }
    expect(broken(forgetful).join()).toContain('lifting never costs')
    expect(broken(forgetful).join()).toContain('lowering never costs')
  })

  it('convicts a reduction that moves members of native groups', () => {
    const careless: Rewrite<Qubo, Qubo> = (qubo) => ({ ...withoutFirst({ ...qubo, groups: [] }), notes: [] })
    expect(broken(careless).join()).toContain('maps groups')
  })

  it('convicts a reduction that changes its input', () => {
    const writing: Rewrite<Qubo, Qubo> = (qubo) => {
      qubo.linear[0] += 1
      return reduceQubo(qubo)
    }
    expect(broken(writing).join()).toContain('does not change its input')
  })
})

it('all reductions together dissolve a star of chains that none dissolves alone', () => {
  const qubo = quboFromCoo(6, [0, 0, 1, 2, 0, 4, 0], [1, 2, 2, 3, 4, 5, 0], [2, -2, 2, -2, 2, -2, 1])
  expect(reduceQubo(qubo).to.size).toBe(0)
})

function throws(check: () => void | Promise<void>): boolean {
  try {
    check()
    return false
  } catch {
    return true
  }
}

/** Says that x0 is 0, whatever it costs. */
function withoutFirst(qubo: Qubo): Reduction {
  const rows: number[] = []
  const columns: number[] = []
  const values: number[] = []
  for (let i = 1; i < qubo.size; i++) {
    for (let k = qubo.rowStart[i]; k < qubo.rowStart[i + 1]; k++) {
      const j = qubo.column[k]
      if (j === 0 || j > i) continue
      rows.push(i - 1)
      columns.push(j - 1)
      values.push(qubo.value[k])
    }
    rows.push(i - 1)
    columns.push(i - 1)
    values.push(qubo.linear[i])
  }
  const groups = qubo.groups.map((g) => ({ ...g, members: g.members.map((i) => Math.max(0, i - 1)) }))
  return {
    to: quboFromCoo(qubo.size - 1, rows, columns, values, { offset: qubo.offset, groups, native: qubo.native }),
    lift: (y) => Int8Array.of(0, ...y),
    lower: (x) => x.slice(1),
    scale: 1,
    constant: 0,
    notes: [],
  }
}
