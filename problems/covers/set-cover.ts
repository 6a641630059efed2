import type { Model } from '../../src/model/index.ts'
import { defineProblem, type OverloadedFactory, type Problem, type Violation } from '../../src/problem.ts'
import { mapFinds, type Random } from '../../src/run/index.ts'
import { bitsOf, namedAtMostOnce, nameOf, namesOf } from '../names.ts'
import { drawSetCover } from './draw-set-cover.ts'
import { setCoverSearch } from './set-cover-search.ts'
import {
  type BulkSets,
  complete,
  costOf,
  coverOf,
  type NamedSets,
  type SetSystem,
  type SetsInput,
  setsSchema,
} from './set-system.ts'

/** The sets taken, by name (named shape) or by number (bulk shape), in the order of the input. */
export interface ChosenSets<Name = string | number> {
  readonly chosen: readonly Name[]
}

interface SetCover extends OverloadedFactory<SetsInput, ChosenSets> {
  (input: BulkSets): Problem<ChosenSets<number>>
  <const Name extends string>(input: NamedSets<Name>): Problem<ChosenSets<Name>>
}

/**
 * Chooses sets that cost least together and hold every element at least once (Karp 1972; weighted: Chvátal 1979).
 *
 * Model: a bit per set, a row Σ bits ≥ 1 per element. Elements of one or two sets need no slack in a QUBO; one of k sets
 * costs ⌈log2 k⌉ slack bits. The heuristic tells a Lagrangian bound, rounded up where costs are whole.
 */
export const setCover = defineProblem({
  name: 'setCover',
  summary: 'the cheapest sets that together hold every element',
  sense: 'min',
  schema: setsSchema,
  build,
  decode: (system: SetSystem, _layout: null, point) => {
    const chosen = Uint8Array.from({ length: system.size }, (_, j) => (point[j] > 0.5 ? 1 : 0))
    const covers = coverOf(system, chosen).every((count) => count > 0)
    return coverFrom(system, covers ? chosen : complete(system, chosen, shares(system)))
  },
  encode: (system, _layout, cover) => Float64Array.from(chosenOf(system, cover)),
  check,
  cost: (system, cover) => costOf(system, chosenOf(system, cover)),
  heuristic: (system, random) => mapFinds(setCoverSearch(system, random), (found) => coverFrom(system, found)),
  draw: (system, cover) => drawSetCover(system, chosenOf(system, cover)),
  terms: ({ element, size }) => element.length + size,
  tiny,
}) as SetCover

function build(model: Model, { size, elements, names, elementNames, cost, elementStart, set }: SetSystem): null {
  model.bits(size, (j) => names?.[j] ?? `set ${j}`)
  for (let j = 0; j < size; j++) if (cost[j] !== 0) model.objective.addLinear(j, cost[j])
  for (let i = 0; i < elements; i++) {
    const columns = set.slice(elementStart[i], elementStart[i + 1])
    const coefficients = new Float64Array(columns.length).fill(1)
    const name = `cover ${elementNames?.[i] ?? i}`
    model.constrain({
      name,
      kind: 'linear',
      columns,
      coefficients,
      sense: '>=',
      bound: 1,
      weight: Number.POSITIVE_INFINITY,
    })
  }
  return null
}

/** Cost per element held. */
const shares = ({ cost, setStart }: SetSystem): Float64Array =>
  cost.map((c, j) => c / Math.max(1, setStart[j + 1] - setStart[j]))

const coverFrom = (system: SetSystem, chosen: ArrayLike<number>): ChosenSets => ({ chosen: namesOf(system, chosen) })

/** A bit per set; strangers are passed over. */
const chosenOf = (system: SetSystem, { chosen }: ChosenSets): Uint8Array => bitsOf(system, chosen)

function check(system: SetSystem, cover: ChosenSets): Violation[] {
  const violations = namedAtMostOnce(system, cover.chosen, {
    stranger: { rule: 'known set', is: 'is no set' },
    rule: 'chosen once',
    times: (item) => `set "${item}" is chosen twice`,
  })
  coverOf(system, chosenOf(system, cover)).forEach((count, i) => {
    const item = nameOf({ names: system.elementNames }, i)
    if (count === 0) violations.push({ rule: 'cover', item, amount: 1, message: `no chosen set holds "${item}"` })
  })
  return violations
}

function tiny(random: Random): SetsInput {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, 4 + random.below(3))
  const elements = ['p', 'q', 'r', 's'].slice(0, 2 + random.below(3))
  const sets = Object.fromEntries(names.map((name) => [name, elements.filter(() => random.below(2) === 0)]))
  const last = names[names.length - 1]
  sets[last] = elements
  return random.below(2) ? { sets } : { sets, costs: Object.fromEntries(names.map((name) => [name, random.below(9)])) }
}
