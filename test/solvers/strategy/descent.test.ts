import { expect, it } from 'vitest'
import { descent } from '../../../solvers/strategy/descent.ts'
import { quboFromCoo } from '../../../src/qubo/index.ts'
import { drive, fakeClock, random } from '../../../src/run/index.ts'

const size = 40
const terms = Array.from({ length: 200 }, (_, k) => [(7 * k) % size, (11 * k + 3) % size, (k % 9) - 4])
const qubo = quboFromCoo(
  size,
  terms.map((t) => t[0]),
  terms.map((t) => t[1]),
  terms.map((t) => t[2]),
)

it('ends where no flip helps', async () => {
  const { out, stop } = await drive(descent(qubo, random('0', 'd')), {
    work: 1e6,
    clock: fakeClock(),
    stop: () => null,
  })
  expect(stop).toBe('finished')
  expect(Math.min(...out.gain)).toBeGreaterThanOrEqual(0)
})

it('is the same however it is cut, and stops at the work it is given', () => {
  const cut = (piece: number, most: number) => {
    const job = descent(qubo, random('1', 'd'))
    let work = 0
    let state = job.next(0)
    while (!state.done) {
      state = job.next(Math.min(piece, most - work))
      if (!state.done) work += state.value.work
    }
    return { work, x: state.value.x.join('') }
  }
  expect(cut(7, 60)).toEqual(cut(1000, 60))
  expect(cut(1, 1e6)).toEqual(cut(1e6, 1e6))
  expect(cut(1e6, 1e6).work).toBeGreaterThan(60)
})
