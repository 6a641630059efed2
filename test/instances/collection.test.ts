import { expect, it } from 'vitest'
import { instanceOf } from '../../instances/collection.ts'

it('takes the one that is asked for', () => expect(instanceOf(9, { instance: '4' })).toEqual({ wanted: 4, notes: [] }))

it('takes the only one without a word, the first of several with a note', () => {
  expect(instanceOf(1, {})).toEqual({ wanted: 1, notes: [] })
  expect(instanceOf(3, {})).toEqual({
    wanted: 1,
    notes: ['the first of 3 instances was read; set instance=2 … 3 for another'],
  })
})

it('refuses one that is not there', () => {
  expect(() => instanceOf(3, { instance: '4' })).toThrow('instance 4 is not there: the file holds 3')
})
