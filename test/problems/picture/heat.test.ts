import { expect, it } from 'vitest'
import { heatMap } from '../../../problems/picture/heat.ts'

const place = { left: 0, top: 0, width: 20, height: 20, colour: '#000000' }

it('the most is in full colour, the least is not drawn, and both are told', () => {
  const cells = heatMap({ ...place, rows: 2, columns: 2, value: (i, j) => (i === 1 && j === 0 ? 7 : 3) })
  expect(cells[0]).toBe('<path d="M0 15h10" stroke="#000000" stroke-width="10"/>')
  expect(cells.join('')).toContain('>3<')
  expect(cells.join('')).toContain('>7<')
})

it('cells of one shade are one path', () => {
  const cells = heatMap({ ...place, rows: 2, columns: 2, value: (i, j) => (i === j ? 1 : 0) })
  expect(cells.filter((cell) => cell.startsWith('<path'))).toEqual([
    '<path d="M0 5h10M10 15h10" stroke="#000000" stroke-width="10"/>',
  ])
})

it('a matrix of equal cells is empty', () => {
  expect(heatMap({ ...place, rows: 2, columns: 2, value: () => 5 }).join('')).not.toContain('<path')
})
