import { describe, expect, it } from 'vitest'
import { rotate2, rotate8 } from '../../src/kernel/statevector-rotate.ts'

describe('rotations', () => {
  it('turns (3, 5) by tangent 2 into (3 − 10, 5 + 6)', () => {
    const pair = Float64Array.of(3, 5)
    rotate2(pair, 0, 2, 1, 1, 2)
    expect([...pair]).toEqual([-7, 11])
  })

  it('does three qubits at once what it does one by one', () => {
    for (const stride of [1, 2, 4]) {
      const [together, apart] = [0, 1].map(() => Float64Array.from({ length: 64 }, (_, k) => (k * k) % 17))
      rotate8(together, 0, 64, stride, stride, 3)
      for (const s of [stride, 2 * stride, 4 * stride]) rotate2(apart, 0, 64, s, s, 3)
      expect(together).toEqual(apart)
    }
  })

  it('leaves columns alone that are not asked for', () => {
    const four = Float64Array.of(1, 1, 1, 1)
    rotate2(four, 0, 1, 2, 1, 1)
    expect([...four]).toEqual([0, 1, 2, 1])
  })
})
