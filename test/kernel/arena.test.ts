import { expect, it } from 'vitest'
import { leaseArena, wasmAvailable } from '../../src/kernel/arena.ts'

it('this engine runs the SIMD kernels', () => {
  expect(wasmAvailable()).toBe(true)
})

it('an arena grows to what was asked and hands out whole cache lines', () => {
  const arena = leaseArena(1_000_000)
  const first = arena.reserve(100)
  expect(first % 64).toBe(0)
  expect(arena.reserve(1)).toBe(first + 128)
  arena.view(Uint8Array, 999_999, 1)[0] = 7
  arena.release()
})

it('two leases never share memory, and a released one is used again', () => {
  const [a, b] = [leaseArena(10_000), leaseArena(10_000)]
  a.view(Uint8Array, 5000, 1)[0] = 1
  b.view(Uint8Array, 5000, 1)[0] = 2
  expect(a.view(Uint8Array, 5000, 1)[0]).toBe(1)
  b.release()
  expect(leaseArena(10_000).view(Uint8Array, 5000, 1)[0]).toBe(2)
})
