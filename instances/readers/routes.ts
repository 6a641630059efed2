import { clip, parseNumber, Scanner } from '../../src/qubo/formats/index.ts'

/** Routes over stops 1 … n − 1; the depot 0 is not written. */
export interface Routes {
  readonly routes: readonly (readonly number[])[]
  /** Null when the file does not say. */
  readonly cost: number | null
}

const remark = /^(?:Time|Optimal|Gap|Lower bound|Name|Comment)\b/i

/** CVRPLIB `.sol`: lines `Route #k: …` and `Cost c`. Throws FORMAT_INVALID naming the line. */
export function readRoutes(text: string): Routes {
  const scanner = new Scanner(text)
  const routes: number[][] = []
  const seen = new Set<number>()
  let cost: number | null = null
  while (scanner.nextLine()) {
    const line = scanner.rest()
    const route = /^Route\s*#\s*(\d+)\s*:\s*(.*)$/i.exec(line)
    const total = /^Cost\s*:?\s*(.*)$/i.exec(line)
    if (route) {
      if (Number(route[1]) !== routes.length + 1) scanner.fail(`route #${route[1]} follows route #${routes.length}`)
      routes.push(readStops(scanner, route[2], seen))
    } else if (total) cost = parseNumber(total[1]) ?? scanner.fail('the cost is not a finite number')
    else if (!remark.test(line)) scanner.fail(`"${clip(line)}" is neither "Route #k: …" nor "Cost …"`)
  }
  if (routes.length === 0) scanner.fail('there is no route', 'Give lines "Route #1: …"')
  return { routes, cost }
}

function readStops(scanner: Scanner, list: string, seen: Set<number>): number[] {
  const stops = list.split(/\s+/).filter((word) => word !== '')
  return stops.map((word) => {
    const stop = /^\d{1,9}$/.test(word) ? Number(word) : 0
    if (stop < 1) scanner.fail(`"${clip(word)}" is no stop number`)
    if (seen.has(stop)) scanner.fail(`stop ${stop} is visited twice`)
    seen.add(stop)
    return stop
  })
}

export function printRoutes({ routes, cost }: Routes): string {
  const lines = routes.map((route, k) => `Route #${k + 1}: ${route.join(' ')}`)
  return `${[...lines, ...(cost === null ? [] : [`Cost ${cost}`])].join('\n')}\n`
}
