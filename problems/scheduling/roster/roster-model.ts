import type { Model } from '../../../src/model/index.ts'
import type { RosterData } from './roster-data.ts'

/** The bit of each cell, −1 where the cell is not allowed or the only one of its day. */
export type RosterLayout = Int32Array

/**
 * One choice per person and day among off and the shifts allowed then. Wishes are linear terms of the objective. Rest is
 * pairs of bits of which at most one is 1; cover, totals (counted over the days off) and days in a row are linear
 * constraints; soft cover and fairness are wishes whose energy is weight × violation².
 */
export function buildRoster(model: Model, data: RosterData): RosterLayout {
  const layout = addChoices(model, data)
  addCover(model, data, layout)
  data.people.forEach((_, person) => {
    addRest(model, data, layout, person)
    addTotals(model, data, layout, person)
    addRuns(model, data, layout, person)
  })
  return layout
}

function addChoices(model: Model, data: RosterData): RosterLayout {
  const { people, days, shifts, options, allowed, wishCost } = data
  const layout = new Int32Array(allowed.length).fill(-1)
  for (let k = 0; k < people.length * days.length; k++) {
    const open = optionsOf(data, k)
    const cell = k * options
    if (open.length === 1) {
      if (wishCost[cell] !== 0) model.minimise(wishCost[cell])
      continue
    }
    const name = `${people[Math.floor(k / days.length)]} on ${days[k % days.length]}`
    const first = model.choice(
      name,
      open.map((o) => (o === 0 ? 'off' : String(shifts[o - 1]))),
    )
    open.forEach((option, at) => {
      layout[cell + option] = first + at
      if (wishCost[cell + option] !== 0) model.minimise([wishCost[cell + option], first + at])
    })
  }
  return layout
}

/** What is open to a person on a day; off always is. */
function optionsOf({ options, allowed }: RosterData, k: number): number[] {
  const open: number[] = []
  for (let option = 0; option < options; option++) if (allowed[k * options + option]) open.push(option)
  return open
}

type Terms = [number, number][]

function addCover(model: Model, data: RosterData, layout: RosterLayout): void {
  const { people, days, shifts, options, least, most, shortage, surplus } = data
  const isRule = shortage === Number.POSITIVE_INFINITY && surplus === Number.POSITIVE_INFINITY
  least.forEach((min, k) => {
    const [day, shift] = [Math.floor(k / shifts.length), k % shifts.length]
    const columns = people.map((_, p) => layout[(p * days.length + day) * options + shift + 1]).filter((c) => c >= 0)
    const name = `cover of ${shifts[shift]} on ${days[day]}`
    const terms: Terms = columns.map((c) => [1, c])
    if (min === most[k] && isRule && terms.length > 0) model.subjectTo(name, terms, '==', min)
    else {
      if (min > 0 && terms.length > 0) model.subjectTo(name, terms, '>=', min, shortage)
      else if (min > 0) model.minimise(shortage * min * min)
      if (most[k] < terms.length) {
        if (most[k] === 1 && surplus === Number.POSITIVE_INFINITY) model.atMostOne(`${name} at most`, columns)
        else model.subjectTo(`${name} at most`, terms, '<=', most[k], surplus)
      }
    }
  })
}

function addRest(model: Model, data: RosterData, layout: RosterLayout, person: number): void {
  const { people, days, shifts, options, clash, longestLag } = data
  for (let lag = 1; lag <= longestLag; lag++) {
    for (let d = 0; d + lag < days.length; d++) {
      const [from, to] = [d, d + lag].map((day) => (person * days.length + day) * options)
      for (let b = 1; b < options; b++) {
        for (let a = 1; a < options; a++) {
          const pair = [layout[from + a], layout[to + b]]
          if (!clash[((lag - 1) * options + a) * options + b] || pair[0] < 0 || pair[1] < 0) continue
          const what = `${shifts[a - 1]} on ${days[d]}, ${shifts[b - 1]} on ${days[d + lag]}`
          model.atMostOne(`rest of ${people[person]}: ${what}`, pair)
        }
      }
    }
  }
}

/** Shifts are counted by the days off among the days with a choice. */
function addTotals(model: Model, data: RosterData, layout: RosterLayout, person: number): void {
  const { people, min, max, share, fairness } = data
  const terms: Terms = offColumns(data, layout, person, 0, data.days.length)
    .filter((c) => c >= 0)
    .map((c) => [1, c])
  const open = terms.length
  const name = `shifts of ${people[person]}`
  if (open > 0 && min[person] === max[person]) model.subjectTo(name, terms, '==', open - min[person])
  else {
    if (min[person] > 0) model.subjectTo(`${name} at least`, terms, '<=', open - min[person])
    if (max[person] < open) model.subjectTo(`${name} at most`, terms, '>=', open - max[person])
  }
  if (fairness === 0) return
  if (open === 0) model.minimise(fairness * share[person] ** 2)
  else model.subjectTo(`fair share of ${people[person]}`, terms, '==', open - share[person], fairness)
}

/** In any maxInARow + 1 days there is one off. */
function addRuns(model: Model, data: RosterData, layout: RosterLayout, person: number): void {
  const { people, days, maxInARow } = data
  const width = maxInARow[person] + 1
  for (let d = 0; d + width <= days.length; d++) {
    const columns = offColumns(data, layout, person, d, d + width)
    if (columns.includes(-1)) continue
    model.subjectTo(
      `days in a row of ${people[person]} from ${days[d]}`,
      columns.map((c): [number, number] => [1, c]),
      '>=',
      1,
    )
  }
}

function offColumns({ days, options }: RosterData, layout: RosterLayout, person: number, from: number, to: number) {
  const columns: number[] = []
  for (let d = from; d < to; d++) columns.push(layout[(person * days.length + d) * options])
  return columns
}

/** What the bits say, person·days + day → option; of several the first, of none off. */
export function readRows(
  { options }: RosterData,
  layout: RosterLayout,
  point: Float64Array,
  cells: number,
): Uint16Array {
  const rows = new Uint16Array(cells)
  for (let k = 0; k < cells; k++) {
    for (let option = options - 1; option >= 0; option--) {
      const column = layout[k * options + option]
      if (column >= 0 && point[column] > 0.5) rows[k] = option
    }
  }
  return rows
}

export function writeRows({ options }: RosterData, layout: RosterLayout, rows: Uint16Array): Float64Array {
  const point = new Float64Array(layout.reduce((most, column) => Math.max(most, column + 1), 0))
  for (let k = 0; k < rows.length; k++) {
    const column = layout[k * options + rows[k]]
    if (column >= 0) point[column] = 1
  }
  return point
}
