import type { RosterData } from './roster-data.ts'
import { applyOption, applySwap, type Change, maySwap, type RosterState, rosterState } from './roster-state.ts'

const mostSweeps = 12

/**
 * Rows with as few broken rules as single changes and swaps of two people on a day lead to, in a fixed order; of equals
 * the cheaper. Rows that break nothing stay as they are.
 */
export function mendRows(data: RosterData, rows: Uint16Array): Uint16Array {
  const state = rosterState(data, rows)
  for (let sweep = 0; sweep < mostSweeps && state.broken > 0; sweep++) {
    const before = state.broken
    for (let cell = 0; cell < rows.length && state.broken > 0; cell++) mendCell(state, cell)
    if (state.broken === before) break
  }
  return rows
}

/** Takes the best option of one person on one day, or the best swap, if it breaks less. */
function mendCell(state: RosterState, cell: number): void {
  const { people, days, options, allowed } = state.data
  const [person, day] = [Math.floor(cell / days.length), cell % days.length]
  const change: Change = { broken: 0, cost: 0 }
  const best = { broken: 0, cost: 0, option: -1, other: -1 }
  const consider = (option: number, other: number) => {
    if (change.broken > best.broken || (change.broken === best.broken && change.cost >= best.cost)) return
    if (change.broken === 0) return
    Object.assign(best, change, { option, other })
  }
  const before = state.rows[cell]
  for (let option = 0; option < options; option++) {
    if (option === before || !allowed[cell * options + option]) continue
    applyOption(state, person, day, option, change)
    consider(option, -1)
    applyOption(state, person, day, before, { broken: 0, cost: 0 })
  }
  for (let other = 0; other < people.length; other++) {
    if (other === person || !maySwap(state, person, other, day, day + 1)) continue
    applySwap(state, person, other, day, day + 1, change)
    consider(-1, other)
    applySwap(state, person, other, day, day + 1, { broken: 0, cost: 0 })
  }
  if (best.option >= 0) applyOption(state, person, day, best.option, change)
  else if (best.other >= 0) applySwap(state, person, best.other, day, day + 1, change)
}
