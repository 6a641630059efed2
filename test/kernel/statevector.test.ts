import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve, type Statevector, statevector } from '../../src/kernel/statevector.ts'
import { type DenseQubo, diagonal } from '../../src/kernel/statevector-diagonal.ts'
import { random } from '../../src/run/index.ts'

type Edge = readonly [number, number, number?]

/** Maximise Σ w·[u and v differ] as an energy to minimise: −w(x_u + x_v − 2 x_u x_v). */
function cut(size: number, edges: readonly Edge[]): DenseQubo {
  const linear = new Float64Array(size)
  const matrix = new Float64Array(size * size)
  for (const [u, v, w = 1] of edges) {
    linear[u] -= w
    linear[v] -= w
    matrix[u * size + v] += 2 * w
    matrix[v * size + u] += 2 * w
  }
  return { size, offset: 0, linear, matrix }
}

function randomQubo(size: number, seed: number, unit = 1): DenseQubo {
  const chance = random(String(seed), 'test')
  const value = () => (chance.below(9) - 4) * unit
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i] = value()
  return { size, offset: value(), linear: Float64Array.from({ length: size }, value), matrix }
}

function finish<Out>(work: Generator<number, Out>): Out {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** Angles as the literature has them: maximise the cut C, |ψ⟩ = Π e^{−iβX} e^{−iγC}|+⟩; our C is its negative. */
function cutValue(size: number, edges: readonly Edge[], gammas: number[], betas: number[]): number {
  const qubo = cut(size, edges)
  const { energy } = finish(
    evolve(statevector(size), finish(diagonal(qubo)), Float64Array.from([...gammas.map((g) => -g), ...betas])),
  )
  return -energy
}

const ring = (n: number): Edge[] => Array.from({ length: n }, (_, i) => [i, (i + 1) % n])
const complete = (n: number): Edge[] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: i }, (_, j) => [i, j] as Edge)).flat()
/** 14 vertices, every one with three neighbours, no circle shorter than 6. */
const heawood: Edge[] = [...ring(14), ...[0, 2, 4, 6, 8, 10, 12].map((i): Edge => [i, (i + 5) % 14])]
const petersen: Edge[] = [0, 1, 2, 3, 4].flatMap((i): Edge[] => [
  [i, (i + 1) % 5],
  [i, i + 5],
  [i + 5, ((i + 2) % 5) + 5],
])

describe('evolve', () => {
  it('meets the formula of Wang, Hadfield, Jiang and Rieffel (2018) for one layer on any graph', () => {
    const graph = fc.tuple(
      fc.integer({ min: 2, max: 7 }),
      fc.integer(),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
    )
    fc.assert(
      fc.property(graph, ([n, seed, gamma, beta]) => {
        const chance = random(String(seed), 'graph')
        const edges = complete(n).filter(() => chance.below(2) === 1)
        expect(cutValue(n, edges, [gamma], [beta])).toBeCloseTo(oneLayer(n, edges, gamma, beta), 10)
      }),
    )
  })

  it('cuts three quarters of a ring in one layer, five sixths of the ring of six in two', () => {
    expect(cutValue(4, ring(4), [Math.PI / 4], [Math.PI / 8])).toBeCloseTo(3, 12)
    expect(cutValue(10, ring(10), [Math.PI / 4], [Math.PI / 8])).toBeCloseTo(7.5, 12)
  })

  it('cuts 0.692450089729875 per edge of a 3-regular graph without triangles at tan γ = 1/√2, β = π/8', () => {
    const gamma = Math.atan(Math.SQRT1_2)
    expect(cutValue(14, heawood, [gamma], [Math.PI / 8])).toBeCloseTo(21 * 0.692450089729875, 10)
    expect(cutValue(10, petersen, [gamma], [Math.PI / 8])).toBeCloseTo(10.386751345948, 10)
  })

  it('reads bit i of an index as variable i: an asymmetric graph, two layers', () => {
    const edges: Edge[] = [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
    ]
    const qubo = cut(5, edges)
    const state = statevector(5)
    const cost = finish(diagonal(qubo))
    const { energy } = finish(evolve(state, cost, Float64Array.of(-0.7, -0.3, 0.2, 0.5)))
    const best = probabilities(state).reduce((sum, p, x) => sum + (cost.energy[x] === cost.least ? p : 0), 0)
    expect(-energy).toBeCloseTo(2.436800892760375, 12)
    expect(best).toBeCloseTo(0.320815279164, 11)
  })
})

describe('evolve, against the textbook', () => {
  it('agrees with gates applied one by one, linear terms and real weights included', () => {
    const angles = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.integer(),
        fc.constantFrom(1, 0.5, 1 / 3),
        angles,
        (n, seed, unit, list) => {
          const qubo = randomQubo(n, seed, unit)
          const state = statevector(n)
          const { energy, norm } = finish(evolve(state, finish(diagonal(qubo)), Float64Array.from(list)))
          const truth = gateByGate(qubo, list)
          expect(norm).toBeCloseTo(1, 12)
          expect(energy).toBeCloseTo(truth.energy, 9)
          for (const [x, p] of probabilities(state).entries()) expect(p).toBeCloseTo(truth.probabilities[x], 11)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('agrees above the block size too, with 13, 14 and 15 qubits', () => {
    for (const [n, unit] of [
      [13, 1],
      [14, 1],
      [15, 1],
      [13, 1 / 3],
      [14, 1 / 3],
    ]) {
      const qubo = randomQubo(n, n, unit)
      const angles = [0.1, -0.2, 0.5, 1.2]
      const { energy } = finish(evolve(statevector(n), finish(diagonal(qubo)), Float64Array.from(angles)))
      expect(energy).toBeCloseTo(gateByGate(qubo, angles).energy, 8)
    }
  })

  it('does not change when all angles change sign', () => {
    const qubo = randomQubo(6, 1)
    const value = (sign: number) =>
      finish(evolve(statevector(6), finish(diagonal(qubo)), Float64Array.of(0.3 * sign, 0.8 * sign))).energy
    expect(value(1)).toBeCloseTo(value(-1), 11)
  })

  it('does not change when β grows by π/2 and flipping all bits changes no energy', () => {
    expect(cutValue(5, complete(5), [0.4], [0.3])).toBeCloseTo(cutValue(5, complete(5), [0.4], [0.3 + Math.PI / 2]), 11)
  })
})

const probabilities = ({ re, im }: Statevector) => re.map((r, x) => r * r + im[x] * im[x])

function oneLayer(n: number, edges: readonly Edge[], gamma: number, beta: number): number {
  const near = Array.from({ length: n }, () => new Set<number>())
  for (const [u, v] of edges) {
    near[u].add(v)
    near[v].add(u)
  }
  const { sin, cos } = Math
  return edges.reduce((sum, [u, v]) => {
    const [d, e] = [near[u].size - 1, near[v].size - 1]
    const f = [...near[u]].filter((k) => near[v].has(k)).length
    const single = 0.25 * sin(4 * beta) * sin(gamma) * (cos(gamma) ** d + cos(gamma) ** e)
    return sum + 0.5 + single - 0.25 * sin(2 * beta) ** 2 * cos(gamma) ** (d + e - 2 * f) * (1 - cos(2 * gamma) ** f)
  }, 0)
}

/** The textbook circuit in complex amplitudes, energies from the definition. */
function gateByGate({ size, offset, linear, matrix }: DenseQubo, angles: readonly number[]) {
  const states = 2 ** size
  const bit = (x: number, i: number) => (x >>> i) & 1
  const energies = Array.from({ length: states }, (_, x) => {
    let e = offset
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) if (bit(x, i) && bit(x, j)) e += i === j ? linear[i] : matrix[i * size + j]
    return e
  })
  let psi = energies.map(() => ({ re: 2 ** (-size / 2), im: 0 }))
  const depth = angles.length / 2
  for (let l = 0; l < depth; l++) {
    const [c, s] = [Math.cos(angles[depth + l]), Math.sin(angles[depth + l])]
    psi = psi.map(({ re, im }, x) => {
      const a = -angles[l] * energies[x]
      return { re: re * Math.cos(a) - im * Math.sin(a), im: re * Math.sin(a) + im * Math.cos(a) }
    })
    for (let i = 0; i < size; i++) {
      psi = psi.map(({ re, im }, x) => {
        const other = psi[x ^ (1 << i)]
        return { re: c * re + s * other.im, im: c * im - s * other.re }
      })
    }
  }
  const chances = psi.map(({ re, im }) => re * re + im * im)
  return { probabilities: chances, energy: chances.reduce((sum, p, x) => sum + p * energies[x], 0) }
}
