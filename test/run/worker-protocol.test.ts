import { expect, it } from 'vitest'
import { FormMemory, pack, unpack } from '../../src/run/worker-protocol.ts'

const here = new FormMemory<true>()
const there = new FormMemory<unknown>()
const form = (first: number) => ({ first: Float64Array.of(first) })

it('a form travels once: the second posting holds only its number', () => {
  const input = { qubo: form(1), reads: 3, key: Uint32Array.of(7) }
  const first = pack(input, here)
  const second = pack({ ...input, reads: 4 }, here)
  expect(JSON.stringify(first)).toContain('"value":{')
  expect(JSON.stringify(second)).toContain('"value":null')
  expect(unpack(first, there)).toEqual(input)
  expect(unpack(second, there)).toEqual({ ...input, reads: 4 })
})

it('after four others it is sent again', () => {
  const input = { qubo: form(1) }
  unpack(pack(input, here), there)
  for (let k = 2; k <= 5; k++) unpack(pack({ qubo: form(k) }, here), there)
  const again = pack(input, here)
  expect(JSON.stringify(again)).toContain('"value":{')
  expect(unpack(again, there)).toEqual(input)
})

it('what is no record passes as it is', () => {
  for (const plain of [null, 7, 'word', [1, 2]]) expect(unpack(pack(plain, here), there)).toEqual(plain)
})
