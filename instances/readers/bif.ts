import { topologicalOrder } from '../../problems/learning/topological-order.ts'
import { IsinglassError } from '../../src/errors.ts'
import { clip, parseNumber } from '../../src/qubo/formats/index.ts'
import { random } from '../../src/run/index.ts'
import type { InstanceFormat } from '../format.ts'
import { type DiscreteNetwork, sampleNetwork } from '../generators/networks.ts'
import { countSetting } from '../settings.ts'
import { BifWords } from './bif-words.ts'
import { scoringSettings } from './network-settings.ts'

const mostCells = 1e7
const mostStates = 65_536

interface Variable {
  readonly name: string
  readonly states: readonly string[]
  parents: readonly number[]
  table: number[]
}

/**
 * Bayesian Interchange Format 0.15 (Cozman 1996), as the bnlearn repository writes it: discrete variables and one table
 * per variable, given whole (the first word's states slowest) or by the states of the parents. Properties are passed over.
 */
export function readBif(text: string): DiscreteNetwork {
  const words = new BifWords(text)
  const variables: Variable[] = []
  const index = new Map<string, number>()
  words.take('network')
  words.next('the name of the network')
  skipBlock(words)
  while (words.hasMore()) {
    const kind = words.next('a block')
    if (kind === 'variable') readVariable(words, variables, index)
    else if (kind === 'probability') readProbability(words, variables, index)
    else words.fail(`"${clip(kind)}" is no variable and no probability`)
  }
  const without = variables.find(({ table }) => table.length === 0)
  if (variables.length === 0) words.fail('there are no variables')
  if (without) words.fail(`variable "${clip(without.name)}" has no probabilities`, 'Fetch the whole file')
  if (topologicalOrder(variables.map(({ parents }) => parents)) === null) words.fail('the probabilities form a cycle')
  return { variables }
}

function skipBlock(words: BifWords): void {
  words.take('{')
  while (words.next('the end of a block') !== '}');
}

function skipProperty(words: BifWords): void {
  while (words.next('the end of a property') !== ';');
}

function readVariable(words: BifWords, variables: Variable[], index: Map<string, number>): void {
  const name = words.next('the name of a variable')
  if (index.has(name)) words.fail(`variable "${clip(name)}" is there twice`)
  let states: string[] = []
  words.take('{')
  for (let word = words.next('its type'); word !== '}'; word = words.next('the end of the variable')) {
    if (word === 'property') skipProperty(words)
    else if (word !== 'type') words.fail(`"${clip(word)}" is no type and no property`)
    else states = readStates(words)
  }
  if (states.length === 0) words.fail(`variable "${clip(name)}" has no states`)
  index.set(name, variables.length)
  variables.push({ name, states, parents: [], table: [] })
}

function readStates(words: BifWords): string[] {
  words.take('discrete')
  words.take('[')
  const count = words.next('the number of states')
  words.take(']')
  words.take('{')
  const states = readList(words, '}')
  words.take(';')
  if (String(states.length) !== count) words.fail(`${clip(count)} states are declared but ${states.length} are there`)
  if (states.length > mostStates || new Set(states).size < states.length) words.fail('a state is there twice')
  return states
}

function readList(words: BifWords, end: string): string[] {
  const list: string[] = []
  for (let word = words.next('a name'); word !== end; word = words.next('a name')) if (word !== ',') list.push(word)
  return list
}

function readProbability(words: BifWords, variables: Variable[], index: Map<string, number>): void {
  const known = (name: string) => index.get(name) ?? words.fail(`"${clip(name)}" is no variable`)
  words.take('(')
  const [name, ...given] = readList(words, ')').filter((word) => word !== '|')
  const own = variables[known(name ?? '')]
  const parents = given.map(known)
  if (own.table.length > 0) words.fail(`variable "${clip(own.name)}" has two tables`)
  if (new Set(given).size < given.length || given.includes(own.name)) words.fail('a parent is there twice')
  const configurations = parents.reduce((product, p) => product * variables[p].states.length, 1)
  if (configurations * own.states.length > mostCells) words.fail(`the table has more than ${mostCells} entries`)
  own.parents = parents
  own.table = new Array<number>(configurations * own.states.length).fill(Number.NaN)
  words.take('{')
  for (let word = words.next('a row'); word !== '}'; word = words.next('a row')) {
    if (word === 'property') skipProperty(words)
    else readEntries(words, word, own, variables)
  }
  if (own.table.some(Number.isNaN)) words.fail(`the table of "${clip(own.name)}" is not complete`)
}

/** `table …;`, `default …;` or `(state, …) …;` */
function readEntries(words: BifWords, word: string, own: Variable, variables: readonly Variable[]): void {
  const { states, parents, table } = own
  const width = states.length
  if (word === '(') {
    const row = rowOf(words, own, readList(words, ')'), variables)
    for (const [k, value] of readNumbers(words, width).entries()) table[row * width + k] = value
  } else if (word === 'default') {
    const values = readNumbers(words, width)
    for (let cell = 0; cell < table.length; cell++) if (Number.isNaN(table[cell])) table[cell] = values[cell % width]
  } else if (word === 'table') {
    const rows = table.length / width
    const values = readNumbers(words, table.length)
    for (let cell = 0; cell < values.length; cell++)
      table[(cell % rows) * width + Math.floor(cell / rows)] = values[cell]
  } else words.fail(`"${clip(word)}" is no row of ${parents.length} states, no table and no default`)
}

function rowOf(
  words: BifWords,
  { parents }: Variable,
  given: readonly string[],
  variables: readonly Variable[],
): number {
  if (given.length !== parents.length) words.fail(`${given.length} states are given for ${parents.length} parents`)
  return parents.reduce((row, p, k) => {
    const state = variables[p].states.indexOf(given[k])
    if (state < 0) words.fail(`"${clip(given[k])}" is no state of "${clip(variables[p].name)}"`)
    return row * variables[p].states.length + state
  }, 0)
}

function readNumbers(words: BifWords, count: number): number[] {
  const list = readList(words, ';').map((word) => {
    const value = parseNumber(word)
    return value !== null && value >= 0 && value <= 1 ? value : words.fail(`"${clip(word)}" is no probability`)
  })
  if (list.length !== count) words.fail(`${list.length} probabilities are given where ${count} are needed`)
  return list
}

const defaultRows = 500
const mostRows = 1e6

/** A network stands for the task to learn it again from rows drawn from it. */
export const bif: InstanceFormat = {
  name: 'bif',
  title: 'BIF networks',
  extensions: ['bif'],
  kinds: ['bayesianNetwork'],
  settings: { rows: `how many rows are drawn (default ${defaultRows})`, seed: 'of the drawing (default 1)' },
  fits: (head) => /^\s*network\s+\S+\s*\{/.test(head),
  read: (text, settings) => {
    const network = readBif(text)
    const rows = countSetting(settings, 'rows') ?? defaultRows
    const seed = settings.seed ?? '1'
    if (rows > mostRows)
      throw new IsinglassError(
        'OPTION_INVALID',
        `${rows} rows are too many`,
        `Set rows to at most ${mostRows}`,
        'set rows',
      )
    const edges = network.variables.reduce((sum, { parents }) => sum + parents.length, 0)
    return {
      kind: 'bayesianNetwork',
      input: { ...sampleNetwork(network, rows, random(seed, 'network')), ...scoringSettings(settings) },
      notes: [
        `${rows} rows were drawn from the network of ${edges} edges, seed ${seed}; it is to be learned from them`,
      ],
    }
  },
}
