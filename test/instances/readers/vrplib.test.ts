import { describe, expect, it } from 'vitest'
import { readVrp } from '../../../instances/readers/vrplib.ts'

const text = (depot: string, more = '') => `NAME : x
COMMENT : (Min no of trucks: 8)
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 10
${more}NODE_COORD_SECTION
1 10 10
2 20 20
3 30 30
DEMAND_SECTION
1 4
2 0
3 5
DEPOT_SECTION
${depot}
EOF
`

describe('VRPLIB', () => {
  it('puts the depot first and keeps the numbers of the file as names when that moves a node', () => {
    expect(readVrp(text('2\n-1')).input).toEqual({
      at: [
        [20, 20],
        [10, 10],
        [30, 30],
      ],
      metric: 'euc2d',
      names: ['2', '1', '3'],
      demand: [0, 4, 5],
      capacity: 10,
    })
  })

  it('leaves the fleet free whatever a comment says, unless the file or a setting limits it', () => {
    expect(readVrp(text('2\n-1')).input.vehicles).toBeUndefined()
    expect(readVrp(text('2\n-1', 'VEHICLES : 4\n')).input.vehicles).toBe(4)
    expect(readVrp(text('2\n-1', 'VEHICLES : 4\n'), { vehicles: '2' }).input.vehicles).toBe(2)
  })

  it('moves a matrix with its nodes', () => {
    const explicit =
      'DIMENSION: 2\nCAPACITY: 9\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 12\n21 0\nDEMAND_SECTION\n1 5\n2 0\nDEPOT_SECTION\n2\n-1\n'
    expect(readVrp(explicit).input).toMatchObject({ matrix: Float64Array.of(0, 21, 12, 0), names: ['2', '1'] })
  })

  it.each([
    ['two depots', text('1\n2\n-1'), 'DEPOT_SECTION lists 2 depots'],
    ['a depot with a demand', text('1\n-1'), 'line 12: the depot has a demand of 4'],
    ['a depot that is no node', text('9\n-1'), 'line 16: the depot 9 is no node'],
    [
      'a limit on the length of routes',
      text('2\n-1', 'DISTANCE : 200\n'),
      'line 7: DISTANCE is a rule that cannot be kept here',
    ],
    ['time windows', text('2\n-1', 'TIME_WINDOW_SECTION\n1 0 9\n'), 'line 7: TIME_WINDOW_SECTION cannot be read here'],
    ['a demand without a node', text('2\n-1').replace('3 5', '4 5'), 'line 14: node 4 has a demand but no place'],
    ['a missing capacity', text('2\n-1').replace('CAPACITY : 10\n', ''), 'CAPACITY is missing'],
  ])('refuses %s', (_, bad, message) => {
    expect(() => readVrp(bad)).toThrow(message)
  })
})
