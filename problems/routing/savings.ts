import type { Fleet, Routes } from './fleet.ts'

/**
 * Clarke & Wright's savings (1964): a route per stop, joined end to start where that saves most and the load allows.
 * `near` holds the `width` nearest stops of each place; the first `joined` of them are the pairs that are looked at. Knows no limit on vehicles.
 */
export function savingsRoutes(
  { sites, demand, capacity }: Fleet,
  near: Int32Array,
  width: number,
  joined = width,
): Routes {
  const { between } = sites
  const pairs: { from: number; to: number; saving: number }[] = []
  for (let from = 1; from < sites.size; from++) {
    for (let k = 0; k < joined; k++) {
      const to = near[from * width + k]
      pairs.push(saved(between, from, to))
      if (!isNear(near, to * width, joined, from)) pairs.push(saved(between, to, from))
    }
  }
  pairs.sort((a, b) => b.saving - a.saving || a.from - b.from || a.to - b.to)
  const routes: Routes = Array.from({ length: sites.size }, (_, k) => (k === 0 ? [] : [k]))
  const load = demand.slice()
  const home = Int32Array.from({ length: sites.size }, (_, k) => k)
  for (const { from, to, saving } of pairs) {
    const a = home[from]
    const b = home[to]
    if (saving <= 0 || a === b || load[a] + load[b] > capacity) continue
    joinIfEnds(routes, a, b, from, to, sites.symmetric, () => {
      load[a] += load[b]
      for (const stop of routes[b]) home[stop] = a
    })
  }
  return routes.filter((route) => route.length > 0)
}

const saved = (between: (a: number, b: number) => number, from: number, to: number) => ({
  from,
  to,
  saving: between(from, 0) + between(0, to) - between(from, to),
})

function isNear(near: Int32Array, first: number, count: number, other: number): boolean {
  for (let k = first; k < first + count; k++) if (near[k] === other) return true
  return false
}

/** Appends route b to route a when `from` ends a and `to` starts b, turning either when ways are the same both ways. */
function joinIfEnds(
  routes: Routes,
  a: number,
  b: number,
  from: number,
  to: number,
  mayTurn: boolean,
  before: () => void,
): void {
  if (mayTurn && routes[a][0] === from) routes[a].reverse()
  if (mayTurn && routes[b][routes[b].length - 1] === to) routes[b].reverse()
  if (routes[a][routes[a].length - 1] !== from || routes[b][0] !== to) return
  before()
  routes[a].push(...routes[b])
  routes[b] = []
}
