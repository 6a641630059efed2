import { expect, test } from 'vitest'
import { drawRoster } from '../../../../problems/scheduling/roster/draw-roster.ts'
import { rosterSchema } from '../../../../problems/scheduling/roster/roster-data.ts'

const data = rosterSchema.parse({
  days: ['mon', 'tue'],
  shifts: { 'early & late': {} },
  people: { ada: { wishes: [{ day: 'mon', want: 'off' }] }, '<bob>': { off: ['mon'] } },
  cover: { 'early & late': 1 },
})

test('names are escaped, the unmet wish has its dot beside that of the legend, cover says how many of how many', () => {
  const svg = drawRoster(data, Uint16Array.of(1, 0, 0, 0))
  expect(svg).not.toMatch(/<bob>|early & late/)
  expect(svg.match(/<circle/g)?.length).toBe(2)
  expect(svg).toContain('>1/1<')
  expect(svg).toContain('fill="#ffffff">0/1<')
  expect(svg).toContain('cost 1: 2 people, 2 days')
})
