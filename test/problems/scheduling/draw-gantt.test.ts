import { expect, test } from 'vitest'
import { palette } from '../../../problems/picture/svg.ts'
import { drawGantt } from '../../../problems/scheduling/draw-gantt.ts'
import { svgComplaint } from '../../contracts/svg.ts'

const count = (text: string, part: string) => text.split(part).length - 1
const bar = (row: number, start: number, end: number, colour = 0) => ({
  row,
  start,
  end,
  label: `job ${colour}`,
  colour,
})

test('a bar begins and ends where its time says, in the colour of its job', () => {
  const picture = drawGantt({ rows: ['saw', 'oven'], bars: [bar(0, 0, 48), bar(1, 48, 96, 1)], caption: 'makespan 96' })
  // Both take half of the time, so both are as wide, and the second begins where the first ends.
  const [[, x, width], [, next, other]] = [
    ...picture.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="33"/g),
  ]
  expect(other).toBe(width)
  expect(Number(x) + Number(width)).toBeCloseTo(Number(next), 6)
  expect(picture).toContain(`fill="${palette[1]}"`)
  expect(picture).toContain('makespan 96</text>')
  expect(picture).toContain('job 1: 48 to 96')
})

test('the axis has round numbers', () => {
  const picture = drawGantt({ rows: ['saw'], bars: [bar(0, 0, 80)], caption: '' })
  for (const time of [0, 10, 20, 80]) expect(picture).toContain(`>${time}</text>`)
})

test('of many rows and bars the first are drawn, and a note says so', () => {
  const rows = Array.from({ length: 120 }, (_, k) => `m${k}`)
  const bars = Array.from({ length: 6000 }, (_, k) => bar(k % 120, k, k + 1))
  const picture = drawGantt({ rows, bars, caption: 'makespan 6000' })
  expect(picture).toContain('makespan 6000<')
  expect(picture).toContain('drawn: 100 of 120 rows')
  expect(picture).toContain('drawn: 4000 of 6000 bars')
  expect(count(picture, '<title>')).toBe(4000)
})

test('names that look like markup are escaped, and a schedule without length is drawn', () => {
  const empty = drawGantt({ rows: ['<b>&'], bars: [{ ...bar(0, 0, 0), label: '"</svg>' }], caption: '<' })
  expect(svgComplaint(empty)).toBeNull()
  expect(svgComplaint(drawGantt({ rows: [], bars: [], caption: 'nothing' }))).toBeNull()
})
