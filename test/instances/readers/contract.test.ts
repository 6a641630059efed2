import fc from 'fast-check'
import { describe, it } from 'vitest'
import type { FeaturesInput, MaxCutInput, PortfolioInput, TspInput, VrpInput } from '../../../instances/index.ts'
import { printFeatures, readFeatures } from '../../../instances/readers/csv.ts'
import { printDimacsGraph, readDimacsGraph } from '../../../instances/readers/dimacs-graph.ts'
import { type Document, printDocument, readDocument } from '../../../instances/readers/json.ts'
import { printPort, readPort } from '../../../instances/readers/port.ts'
import { printRoutes, type Routes, readRoutes } from '../../../instances/readers/routes.ts'
import { printRudy, readRudy } from '../../../instances/readers/rudy.ts'
import { printTour, readTour, type Tour } from '../../../instances/readers/tour.ts'
import { printTsp, readTsp } from '../../../instances/readers/tsplib.ts'
import { printVrp, readVrp } from '../../../instances/readers/vrplib.ts'
import type { GraphFileInput, MetricName } from '../../../instances/shapes.ts'
import { type FormatKit, formatPromises } from '../../contracts/format.ts'

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((x) => x + 0),
)
const listOf = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })
const point = fc.tuple(number, number)
const metric = fc.constantFrom<MetricName>('euc2d', 'ceil2d', 'geo', 'att', 'man2d', 'max2d')

const graphs: fc.Arbitrary<MaxCutInput> = fc.integer({ min: 2, max: 6 }).chain((nodes) =>
  fc
    .array(
      fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), number).filter(([a, b]) => a !== b),
      { minLength: 1, maxLength: 9 },
    )
    .map((edges) => ({
      nodes,
      edges: { from: edges.map((e) => e[0]), to: edges.map((e) => e[1]), weight: edges.map((e) => e[2]) },
    })),
)

/** Every pair once, its smaller end first, as the reader gives them. */
const plainGraphs: fc.Arbitrary<GraphFileInput & { notes: string[] }> = fc.integer({ min: 3, max: 6 }).chain((nodes) =>
  fc
    .record({
      pairs: fc.shuffledSubarray(
        Array.from({ length: nodes }, (_, a) => Array.from({ length: a }, (_, b) => [b, a] as const)).flat(),
        { minLength: 1 },
      ),
      weights: fc.option(listOf(number, nodes)),
    })
    .map(({ pairs, weights }) => ({
      nodes,
      edges: { from: pairs.map((p) => p[0]), to: pairs.map((p) => p[1]) },
      notes: [],
      ...(weights === null ? {} : { weights }),
    })),
)

const ids = (n: number) =>
  fc.shuffledSubarray([7, 0, 12, 3, 99, 41], { minLength: n, maxLength: n }).map((list) => list.map(String))

const tsps: fc.Arbitrary<TspInput> = fc
  .integer({ min: 1, max: 5 })
  .chain((n) =>
    fc.oneof(
      fc.record({ at: listOf(point, n), metric }),
      fc.record({ at: listOf(point, n), metric, names: ids(n) }),
      fc.record({ size: fc.constant(n), matrix: listOf(number, n * n) }),
      fc.record({ size: fc.constant(n), matrix: listOf(number, n * n), at: listOf(point, n) }),
    ),
  )

const vrps: fc.Arbitrary<VrpInput> = fc.integer({ min: 2, max: 5 }).chain((n) =>
  fc
    .tuple(
      fc.oneof(
        fc.record({ at: listOf(point, n), metric }),
        fc.record({ size: fc.constant(n), matrix: listOf(number, n * n) }),
      ),
      fc.record({
        demand: listOf(fc.nat(9), n - 1).map((list) => [0, ...list]),
        capacity: fc.integer({ min: 1, max: 99 }),
      }),
      fc.option(fc.integer({ min: 1, max: 4 })),
    )
    .map(
      ([places, load, vehicles]) => ({ ...places, ...load, ...(vehicles === null ? {} : { vehicles }) }) as VrpInput,
    ),
)

const tables: fc.Arbitrary<FeaturesInput> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, width]) =>
    fc.record({
      rows: fc.constant(rows),
      columns: listOf(listOf(number, rows), width),
      target: listOf(fc.nat(3), rows),
      names: fc.constant(
        ['age', 'the "q", wave', 'weight', ' '].slice(0, width).map((name) => name.trim() || 'height'),
      ),
      choose: fc.constant(1),
    }),
  )

const correlations: fc.Arbitrary<PortfolioInput> = fc.integer({ min: 1, max: 4 }).chain((n) =>
  fc
    .record({
      mean: listOf(number, n),
      deviation: listOf(fc.double({ noNaN: true, min: 0, max: 9 }), n),
      above: listOf(
        fc.double({ noNaN: true, min: -1, max: 1 }).map((x) => x + 0),
        n * n,
      ),
    })
    .map(({ mean, deviation, above }) => ({
      mean,
      deviation,
      correlation: Float64Array.from({ length: n * n }, (_, k) => {
        const [i, j] = [Math.floor(k / n), k % n]
        return i === j ? 1 : above[Math.min(i, j) * n + Math.max(i, j)]
      }),
    })),
)

const tours: fc.Arbitrary<Tour> = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    name: fc.constant('x'),
    tour: fc.shuffledSubarray(
      Array.from({ length: n }, (_, k) => k),
      { minLength: n, maxLength: n },
    ),
  }),
)

const routes: fc.Arbitrary<Routes> = fc.record({
  routes: fc
    .shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 3, maxLength: 6 })
    .map((stops) => [stops.slice(0, 2), stops.slice(2)]),
  cost: fc.option(number),
})

const documents: fc.Arbitrary<Document> = fc.record({
  problem: fc.constantFrom('vrp', 'qubo'),
  name: fc.constant('x'),
  input: fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(number, fc.array(number)), { minKeys: 1 }),
})

// Infinity names in JSON and CSV: what is no number there is no JSON, or a word.
const jsonNumbers = ['NaN', '1e999', '-Infinity', '0x10', '1_000', '٣']
const kits: readonly FormatKit<never>[] = [
  { name: 'rudy', parse: readRudy, print: printRudy, forms: graphs, countsLines: true },
  {
    name: 'tsplib',
    parse: (text: string) => readTsp(text).input,
    print: (input: TspInput) => printTsp(input, 'x'),
    forms: tsps,
  },
  {
    name: 'vrplib',
    parse: (text: string) => readVrp(text).input,
    print: (input: VrpInput) => printVrp(input, 'x'),
    forms: vrps,
  },
  { name: 'port', parse: readPort, print: printPort, forms: correlations, countsLines: true },
  { name: 'tour', parse: readTour, print: printTour, forms: tours },
  { name: 'routes', parse: readRoutes, print: printRoutes, forms: routes },
  {
    name: 'csv',
    print: printFeatures,
    forms: tables,
    blanksMayBeTabs: false,
    noNumbers: ['NaN', '1e999', '-Infinity'],
    parse: (text: string) => readFeatures(text, { choose: '1', header: 'yes' }).input,
  },
  { name: 'dimacs graph', parse: readDimacsGraph, print: printDimacsGraph, forms: plainGraphs },
  { name: 'json', parse: readDocument, print: printDocument, forms: documents, noNumbers: jsonNumbers },
] as unknown as FormatKit<never>[]

for (const kit of kits) {
  describe(`format ${kit.name}`, () => {
    for (const { promise, check } of formatPromises(kit)) it(promise, check)
  })
}
