import { type NetworkData, readNetworkData } from '../../../problems/learning/network-data.ts'
import { random } from '../../../src/run/index.ts'

/** A chain of noisy copies: rows of `size` variables with 2 or 3 states. */
export function chainData(size: number, rows: number, more: object = {}, seed = 'chain'): NetworkData {
  const chance = random(seed, 'table')
  const columns = [Array.from({ length: rows }, () => chance.below(3))]
  for (let v = 1; v < size; v++) {
    const states = 2 + (v % 2)
    columns.push(columns[v - 1].map((state) => (chance.below(4) === 0 ? chance.below(states) : state % states)))
  }
  return readNetworkData({ rows, columns, arities: columns.map((_, v) => (v % 2 === 0 && v > 0 ? 2 : 3)), ...more })
}
