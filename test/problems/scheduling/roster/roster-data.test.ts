import { expect, test } from 'vitest'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'

const shifts = { early: { start: 6, end: 14 }, late: { start: 14, end: 22 }, night: { start: 22, end: 6 } }
const clashes = (rest: number, forbidden: [string, string][] = []) => {
  const { clash, longestLag, options } = rosterSchema.parse({
    days: ['mon', 'tue'],
    shifts,
    people: { ada: {} },
    cover: {},
    rest,
    forbidden,
  })
  const word = ['off', 'early', 'late', 'night']
  const pairs = [...clash.keys()].filter((k) => clash[k] === 1)
  return { longestLag, pairs: pairs.map((k) => `${word[Math.floor(k / options) % options]} ${word[k % options]}`) }
}

test('11 hours: late (22) before early (30) leaves 8, night (30) before early 0 and before late 8', () => {
  expect(clashes(11).pairs).toEqual(['late early', 'night early', 'night late'])
})

test('successions can be forbidden by name', () => {
  expect(clashes(0, [['night', 'early']]).pairs).toEqual(['night early'])
})

test('40 hours after a night reach into the day after the next', () => {
  expect(clashes(40).longestLag).toBe(2)
})

test('cover of a day replaces that of every day, shift by shift', () => {
  const { least, most } = rosterSchema.parse({
    days: ['fri', 'sat'],
    shifts: { early: {}, late: {} },
    people: { ada: {}, bob: {} },
    cover: { early: 1, late: { min: 1 } },
    coverOn: { sat: { early: { min: 0, max: 1 } } },
  })
  expect([...least]).toEqual([1, 1, 0, 1])
  expect([...most]).toEqual([1, 2, 1, 2])
})

test('a wish without a day holds every day; a wanted shift costs its weight in every other option', () => {
  const { wishCost } = rosterSchema.parse({
    days: ['fri', 'sat'],
    shifts: { early: {}, late: {} },
    people: { ada: { wishes: [{ avoid: 'late' }, { day: 'sat', want: 'early', weight: 2 }] } },
    cover: {},
  })
  expect([...wishCost]).toEqual([0, 0, 1, 2, 0, 3])
})
