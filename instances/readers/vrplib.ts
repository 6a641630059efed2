import type { InstanceFormat, Reading, Settings } from '../format.ts'
import { countSetting } from '../settings.ts'
import type { Places, VrpInput } from '../shapes.ts'
import { idsOf, namesOf, printPlaces, readNodes } from './places.ts'
import { typeOf } from './tsplib.ts'
import {
  failAt,
  readTsplibText,
  refuseUnread,
  rowsOf,
  sectionOf,
  type TsplibText,
  textOf,
  wholeOf,
} from './tsplib-text.ts'

const sections = [
  'NODE_COORD_SECTION',
  'EDGE_WEIGHT_SECTION',
  'DISPLAY_DATA_SECTION',
  'DEMAND_SECTION',
  'DEPOT_SECTION',
]
const rulesNotKept = ['DISTANCE', 'SERVICE_TIME', 'MAX_DURATION', 'TIME_WINDOWS']

/**
 * VRPLIB / CVRPLIB `.vrp`, TYPE CVRP: one depot, demands, one capacity. The fleet is free, as in the published best
 * values, unless the file says VEHICLES or the setting `vehicles` does.
 */
export function readVrp(text: string, settings: Settings = {}): Reading & { readonly input: VrpInput } {
  const parsed = readTsplibText(text)
  const type = textOf(parsed, 'TYPE') ?? 'CVRP'
  if (type !== 'CVRP')
    failAt(parsed.keys.get('TYPE')?.line ?? 1, `TYPE "${type}" is no capacitated routing problem`, 'Use CVRP')
  refuseUnread(parsed, rulesNotKept, sections)
  const n = wholeOf(parsed, 'DIMENSION', 2, 1e6)
  const { places, ids } = readNodes(parsed, n)
  const depot = depotOf(parsed, ids)
  const demand = demandsOf(parsed, ids, depot)
  const order = [depot, ...ids.map((_, k) => k).filter((k) => k !== depot)]
  const capacity = wholeOf(parsed, 'CAPACITY', 1, Number.MAX_SAFE_INTEGER)
  const vehicles =
    countSetting(settings, 'vehicles') ??
    (parsed.keys.has('VEHICLES') ? wholeOf(parsed, 'VEHICLES', 1, 1e6) : undefined)
  const input = {
    ...reordered(places, order),
    ...namesOf(order.map((k) => ids[k])),
    demand: order.map((k) => demand[k]),
    capacity,
  }
  return {
    input: vehicles === undefined ? input : { ...input, vehicles },
    name: textOf(parsed, 'NAME'),
    notes: fleetNotes(vehicles),
  }
}

const fleetNotes = (vehicles: number | undefined) =>
  vehicles === undefined ? ['the number of vehicles is free; set vehicles=K to limit it'] : []

function depotOf(text: TsplibText, ids: readonly number[]): number {
  const section = sectionOf(text, 'DEPOT_SECTION')
  const listed = section.values.at(-1) === -1 ? section.values.slice(0, -1) : section.values
  if (listed.length !== 1)
    failAt(section.line, `DEPOT_SECTION lists ${listed.length} depots`, 'Use an instance with exactly one depot')
  const depot = ids.indexOf(listed[0])
  return depot >= 0 ? depot : failAt(section.lines[0], `the depot ${listed[0]} is no node`)
}

function demandsOf(text: TsplibText, ids: readonly number[], depot: number): number[] {
  const indexOf = new Map(ids.map((id, k) => [id, k]))
  const demand = new Array<number>(ids.length).fill(-1)
  for (const {
    values: [id, amount],
    line,
  } of rowsOf(sectionOf(text, 'DEMAND_SECTION'), 'DEMAND_SECTION', 2, ids.length)) {
    const k = indexOf.get(id) ?? failAt(line, `node ${id} has a demand but no place`)
    if (demand[k] >= 0) failAt(line, `node ${id} is listed twice`)
    if (amount < 0) failAt(line, `demand ${amount} is negative`)
    if (k === depot && amount !== 0) failAt(line, `the depot has a demand of ${amount}`, 'Set it to 0')
    demand[k] = amount
  }
  return demand
}

/** The same places in another order. */
function reordered(places: Places, order: readonly number[]): Places {
  if (order.every((from, k) => from === k)) return places
  const at = places.at && order.map((k) => places.at![k])
  if (!('matrix' in places)) return { ...places, at: at! }
  const { size, matrix } = places
  const moved = Float64Array.from(
    { length: size * size },
    (_, k) => matrix[order[Math.floor(k / size)] * size + order[k % size]],
  )
  return { size, matrix: moved, ...(at ? { at } : {}) }
}

export function printVrp(input: VrpInput, name: string): string {
  const ids = idsOf(input, 'VRPLIB')
  const { keys, sections } = printPlaces(input, ids)
  const fleet = input.vehicles === undefined ? [] : [`VEHICLES : ${input.vehicles}`]
  const header = [
    `NAME : ${name}`,
    'TYPE : CVRP',
    `DIMENSION : ${ids.length}`,
    `CAPACITY : ${input.capacity}`,
    ...fleet,
  ]
  const demands = ids.map((id, k) => `${id} ${input.demand[k]}`)
  return `${[...header, ...keys, ...sections, 'DEMAND_SECTION', ...demands, 'DEPOT_SECTION', ids[0], -1, 'EOF'].join('\n')}\n`
}

export const vrplib: InstanceFormat = {
  name: 'vrplib',
  title: 'VRPLIB',
  extensions: ['vrp'],
  kinds: ['vrp'],
  settings: {},
  fits: (head) => {
    const type = typeOf(head)
    return type === 'CVRP' || (type === '?' && /^[ \t]*CAPACITY[ \t]*:/m.test(head))
  },
  read: (text, settings) => ({ kind: 'vrp', ...readVrp(text, settings) }),
  print: (_kind, input: VrpInput, name) => printVrp(input, name),
}
