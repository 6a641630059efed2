import { expect, it } from 'vitest'
import { pay, purseOf, settle } from '../../src/kernel/purse.ts'

it('reports when the allowance is used up, and not before', () => {
  const purse = purseOf(10)
  expect(pay(purse, 9).next(0)).toEqual({ done: true, value: true })
  const due = pay(purse, 3)
  expect(due.next(0)).toEqual({ done: false, value: { work: 12 } })
  expect(due.next(5)).toEqual({ done: true, value: true })
  expect(purse).toEqual({ allowance: 5, spent: 0 })
})

it('an allowance of nothing means stop', () => {
  const due = pay(purseOf(1), 1)
  due.next(0)
  expect(due.next(0)).toEqual({ done: true, value: false })
})

it('settles what is left, once', () => {
  const purse = purseOf(10)
  pay(purse, 4).next(0)
  const due = settle(purse)
  expect(due.next(0).value).toEqual({ work: 4 })
  due.next(1)
  expect(settle(purse).next(0)).toEqual({ done: true, value: true })
})
