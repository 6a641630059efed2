/** What a library built on the package exports: every type must be nameable from the package's own declarations. */
import {
  clique,
  colouring,
  decompose,
  defineSolver,
  exact,
  features,
  heuristic,
  independentSet,
  maxCut,
  partition,
  qubo,
  solve,
  tsp,
  vertexCover,
  vrp,
  within,
} from 'isinglass'
import { z } from 'zod'

export const routes = vrp({ depot: [0, 0], stops: { a: { at: [0, 1], demand: 1 } }, capacity: 3 })
export const tour = tsp({ cities: { a: [0, 0], b: [0, 1], c: [1, 1] } })
export const cut = maxCut({ edges: [['ada', 'bob', 3]] })
export const chosen = features({ columns: { age: [1, 2, 3] }, target: ['x', 'y', 'y'], choose: 1 })
export const form = qubo({ a: -1, 'a*b': 2 })
export const report = await solve(routes)
export const again = () => solve(tour)
export const coin = defineSolver('coin', { accepts: ['qubo'] }, { tosses: z.number().default(1) }, async () => ({
  work: 1,
}))
export const pieces = decompose({ solver: heuristic({ work: 5 }) })
export { exact, within }

const rows: string[][] = [['ada', 'bob']]
const weighed: (string | number)[][] = [['ada', 'bob', 3]]
const pairs: [string, string][] = [['ada', 'bob']]
export const listed = [
  maxCut({ edges: weighed }),
  partition({ edges: rows, parts: 2 }),
  colouring({ edges: rows, nodes: ['cyd'], colours: 2 }),
  clique({ edges: rows, weights: { ada: 2 } }),
  independentSet({ edges: pairs }),
  vertexCover({ edges: pairs, nodes: ['cyd'] }),
]
const coloured = await solve(colouring({ edges: rows }), { work: 1 })
export const classes: readonly (readonly string[])[] = coloured.feasible ? coloured.answer.classes : []
export const states = colouring({ edges: [['WA', 'NT']], nodes: ['TAS'] })
states.cost({ classes: [['WA', 'TAS'], ['NT']] })

if (report.feasible) {
  const [first]: readonly (readonly 'a'[])[] = report.answer.routes
  const ada: 'ada' | 'bob' | undefined = (await solve(cut, { work: 1 })).feasible ? 'ada' : undefined
  console.log(first, ada)
}

// @ts-expect-error: misspelt options do not compile
exact({ wrok: 5 })
// @ts-expect-error: an unknown node is no answer
cut.cost({ left: ['ada'], right: ['zoe'] })
// @ts-expect-error: nor is an unknown node where "nodes" are given
states.cost({ classes: [['NSW']] })
// @ts-expect-error: a weight is a number
export const misweighed = () => colouring({ edges: [['WA', 'NT', 'SA']] })
