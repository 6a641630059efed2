import { heatMap } from '../../picture/heat.ts'
import { elided, inner, sheet } from '../../picture/sheet.ts'
import { palette } from '../../picture/svg.ts'
import { figure, textAt } from '../../picture/text.ts'
import type { Assignment } from './quadratic-assignment-input.ts'
import { assignmentCost } from './swap-search.ts'

const gap = 40
const side = (inner - gap) / 2
const most = 120

/**
 * The flows, and beside them the distances in the order of the facilities, as heat maps: an assignment is good where dark
 * cells of one stand on light cells of the other. Of more than 120 facilities the first 120 are drawn, and a note says so.
 */
export function drawMatrices(assignment: Assignment, location: Int32Array): string {
  const { size, flow, distance } = assignment
  const shown = Math.min(size, most)
  const square = { rows: shown, columns: shown, top: 16, width: side, height: side }
  const placed = (i: number, j: number) => distance[location[i] * size + location[j]]
  return sheet({
    title: `cost ${figure(assignmentCost(assignment, location))}: ${size} facilities`,
    notes: ['Good where dark cells on the left stand on light cells on the right', elided(shown, size, 'facilities')],
    height: 16 + side + 30,
    content: [
      textAt(0, 8, 'flow between facilities'),
      ...heatMap({ ...square, left: 0, value: (i, j) => flow[i * size + j], colour: palette[0] }),
      textAt(side + gap, 8, 'distance between their locations'),
      ...heatMap({ ...square, left: side + gap, value: placed, colour: palette[1] }),
    ],
  })
}
