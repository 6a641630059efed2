import { defineProblem, type Problem, type ProblemFactory, type Violation } from '../../../src/problem.ts'
import { mapFinds, type Random } from '../../../src/run/index.ts'
import { figure } from '../../picture/text.ts'
import { drawGantt, type GanttBar } from '../draw-gantt.ts'
import {
  type BulkFlowShop,
  type FlowShopData,
  type FlowShopInput,
  flowShopSchema,
  type NamedFlowShop,
} from './flow-shop-input.ts'
import { buildFlowShop, decodeFlowShop, encodeFlowShop, type FlowShopLayout } from './flow-shop-model.ts'
import { flowShopSearch } from './flow-shop-search.ts'

/** Every job once, in the order in which all machines take them. */
export interface Sequence<Name = string | number> {
  readonly order: readonly Name[]
}

interface FlowShop extends ProblemFactory<FlowShopInput, Sequence> {
  <const Name extends string>(input: NamedFlowShop<Name>): Problem<Sequence<Name>>
  <const Name extends string>(input: BulkFlowShop & { readonly names: readonly Name[] }): Problem<Sequence<Name>>
  (input: BulkFlowShop & { readonly names?: undefined }): Problem<Sequence<number>>
}

/**
 * The permutation flow shop: all jobs pass the same machines in the same order of machines, and every machine takes the
 * jobs in one order, which is sought. A machine does one job at a time, a job is on one machine at a time. Cost: the
 * makespan, when the last job leaves the last machine. Durations are whole numbers ≥ 0.
 *
 * Model: Wagner 1959, a permutation of the jobs with the idle and waiting times between them as bounded integers.
 * Heuristic: NEH (Nawaz, Enscore and Ham 1983), then the iterated greedy of Ruiz and Stützle 2007 beside a beam search and
 * a branch and bound from both ends (Gmys, Mezmaz, Melab and Tuyttens 2020); two machines are ordered exactly (Johnson 1954).
 */
export const flowShop = defineProblem({
  name: 'flowShop',
  summary: 'one order of jobs on all machines, finished as early as can be',
  sense: 'min',
  schema: flowShopSchema,
  build: buildFlowShop,
  terms: ({ jobs, machines }: FlowShopData) => (machines - 1) * (jobs - 1) * (2 * jobs + 4) + 2 * jobs,
  decode: (data: FlowShopData, layout: FlowShopLayout, point) => sequenceOf(data, decodeFlowShop(data, layout, point)),
  encode: (data, layout, sequence) =>
    check(data, sequence).length > 0 ? null : encodeFlowShop(data, layout, indicesOf(data, sequence)),
  check,
  cost: (data, sequence) => makespan(data, indicesOf(data, sequence)),
  heuristic: (data, random) => mapFinds(flowShopSearch(data, random), (found) => sequenceOf(data, found)),
  draw,
  tiny,
}) as FlowShop

const sequenceOf = ({ names }: FlowShopData, order: ArrayLike<number>): Sequence => ({
  order: Array.from(order, (job) => names[job]),
})

/** Strangers are passed over. */
const indicesOf = ({ indexOf }: FlowShopData, { order }: Sequence): number[] =>
  order.map((name) => indexOf.get(name) ?? -1).filter((job) => job >= 0)

/** When the last machine has done the last job of the order. */
function makespan(data: FlowShopData, order: readonly number[]): number {
  return completions(data, order).at(-1) ?? 0
}

/** completions[p·machines + i]: when the job at position p leaves machine i. */
function completions({ machines, durations }: FlowShopData, order: readonly number[]): number[] {
  const times: number[] = []
  order.forEach((job, p) => {
    for (let i = 0; i < machines; i++) {
      const free = p > 0 ? times[(p - 1) * machines + i] : 0
      const ready = i > 0 ? times[p * machines + i - 1] : 0
      times.push(Math.max(free, ready) + durations[job * machines + i])
    }
  })
  return times
}

function check({ names, indexOf }: FlowShopData, { order }: Sequence): Violation[] {
  const strangers = order.filter((item) => !indexOf.has(item))
  const times = new Map<string | number, number>()
  for (const item of order) times.set(item, (times.get(item) ?? 0) + 1)
  const wrong = names.filter((name) => times.get(name) !== 1)
  return [
    ...strangers.map((item) => ({ rule: 'known job', item, amount: 1, message: `"${item}" is no job of the input` })),
    ...wrong.map((item) => misplaced(item, times.get(item) ?? 0)),
  ]
}

function misplaced(item: string | number, times: number): Violation {
  const message = times === 0 ? `job "${item}" is not in the order` : `job "${item}" is ${times} times in the order`
  return { rule: 'each job once', item, amount: Math.abs(times - 1), message }
}

function draw(data: FlowShopData, sequence: Sequence): string {
  const { machines, durations, names, machineNames } = data
  const order = indicesOf(data, sequence)
  const bars = completions(data, order).map((end, k): GanttBar => {
    const job = order[Math.floor(k / machines)]
    const row = k % machines
    return { row, start: end - durations[job * machines + row], end, label: String(names[job]), colour: job }
  })
  const caption = `makespan ${figure(makespan(data, order))}: ${order.length} jobs on ${machines} machines`
  return drawGantt({ rows: machineNames, bars, caption })
}

function tiny(random: Random): FlowShopInput {
  const jobs = ['ada', 'bob', 'cyd'].map((name) => [name, [random.below(4), random.below(4)]] as const)
  return { jobs: Object.fromEntries(jobs), machines: ['saw', 'drill'] }
}
