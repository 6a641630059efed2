import { expect, it } from 'vitest'
import { atOnce, type Pieces } from '../../src/run/index.ts'

function* counted(to: number): Pieces<string> {
  for (let k = 0; k < to; k++) yield 10
  return 'ready'
}

it('pieces can be done at once', () => {
  expect(atOnce(counted(3))).toBe('ready')
})
