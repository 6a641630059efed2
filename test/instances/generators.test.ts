import { describe, expect, it } from 'vitest'
import { generate } from '../../instances/index.ts'
import { random } from '../../src/run/index.ts'

const dice = (seed = 'a') => random(seed, 'generators')

describe('the generators', () => {
  it('give the same instance for the same seed and another for another', () => {
    const make = (seed: string) => JSON.stringify(generate.uniformCities({ cities: 20 }, dice(seed)))
    expect(make('a')).toBe(make('a'))
    expect(make('a')).not.toBe(make('b'))
  })

  it('join every pair at density 1 and none at 0', () => {
    expect(generate.randomGraph({ nodes: 5, density: 1 }, dice()).edges.from.length).toBe(10)
    expect(generate.randomGraph({ nodes: 5, density: 0 }, dice()).edges.from.length).toBe(0)
  })

  it('make a torus of degree 4 with weights ±1', () => {
    const { nodes, edges } = generate.torus({ rows: 3, columns: 4 }, dice())
    const degree = new Array(nodes).fill(0)
    for (let k = 0; k < edges.from.length; k++) {
      degree[edges.from[k]]++
      degree[edges.to[k]]++
    }
    expect(degree).toEqual(new Array(12).fill(4))
    expect(new Set(edges.weight as number[])).toEqual(new Set([-1, 1]))
  })

  it('never demand more of a stop than a vehicle carries', () => {
    const { demand, capacity } = generate.uniformDeliveries({ stops: 50, meanDemand: 9, stopsPerRoute: 1 }, dice())
    expect(demand[0]).toBe(0)
    expect(Math.min(...demand.slice(1))).toBeGreaterThanOrEqual(1)
    expect(Math.max(...demand)).toBeLessThanOrEqual(capacity)
  })

  it('plant features whose mean differs by class, and noise whose mean does not', () => {
    const { columns, target, names } = generate.plantedFeatures(
      { rows: 400, informative: 1, redundant: 1, noise: 1, choose: 1 },
      dice(),
    )
    const gap = columns.map((column) => column.reduce((sum, x, r) => sum + (target[r] === 1 ? x : -x), 0) / 200)
    expect(names).toEqual(['informative 1', 'redundant 1', 'noise 1'])
    expect(gap.map((g) => Math.round(g / 2) + 0)).toEqual([1, 1, 0])
  })

  it('give Beasley even pair coefficients and whole linear ones', () => {
    const { size, rows, columns, values } = generate.beasley({ size: 6, density: 1 }, dice())
    expect(values.length).toBe((size * (size + 1)) / 2)
    const pairs = Array.from(values).filter((_, k) => rows[k] !== columns[k])
    expect(pairs.every((q) => q % 2 === 0 && Math.abs(q) <= 200)).toBe(true)
  })

  it('join every site of a lattice with 2 · dimension neighbours', () => {
    for (const dimension of [2, 3] as const) {
      const { size, rows, columns } = generate.spinGlass({ side: 3, dimension }, dice())
      const pairs = new Set(Array.from(rows, (r, k) => [r, columns[k]].sort((a, b) => a - b).join()))
      expect(pairs.size).toBe(size * dimension)
    }
  })

  it('send every job of a job shop over every machine once', () => {
    const { jobs } = generate.taillardJobShop({ jobs: 4, machines: 3, longest: 5 }, dice())
    expect(jobs.map((job) => job.map(([machine]) => machine).toSorted())).toEqual(Array(4).fill([0, 1, 2]))
    expect(jobs.flat().every(([, time]) => time >= 1 && time <= 5)).toBe(true)
  })

  it('draw rows of a random network: states within arities, a copying variable copies', () => {
    const { rows, columns, arities, names } = generate.networkData(
      { variables: 6, parents: 2, states: 3, rows: 50 },
      dice(),
    )
    expect([rows, columns.length, names?.[5]]).toEqual([50, 6, 'x6'])
    columns.forEach((column, v) => {
      expect(Math.max(...Array.from(column))).toBeLessThan(arities?.[v] ?? 0)
    })
    const copy = { name: 'copy', states: ['no', 'yes'], parents: [1], table: [1, 0, 0, 1] }
    const coin = { name: 'coin', states: ['no', 'yes'], parents: [], table: [0.5, 0.5] }
    const drawn = generate.sampleNetwork({ variables: [copy, coin] }, 20, dice())
    expect(drawn.columns[0]).toEqual(drawn.columns[1])
    expect(new Set(Array.from(drawn.columns[1])).size).toBe(2)
  })

  it('refuse sizes that mean nothing', () => {
    expect(() => generate.torus({ rows: 2, columns: 9 }, dice())).toThrow('rows 2 is not a whole number of at least 3')
  })
})
