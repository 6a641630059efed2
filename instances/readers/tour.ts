import { failAt, readTsplibText, refuseUnread, sectionOf, textOf } from './tsplib-text.ts'

/** A round trip through cities 0 … n − 1 (node k + 1 of the file). */
export interface Tour {
  readonly name: string
  readonly tour: readonly number[]
}

/** TSPLIB `.tour` / `.opt.tour`: one TOUR_SECTION ended by −1. Throws FORMAT_INVALID naming the line. */
export function readTour(text: string): Tour {
  const parsed = readTsplibText(text)
  const type = textOf(parsed, 'TYPE')
  if (type !== undefined && type !== 'TOUR') failAt(parsed.keys.get('TYPE')?.line ?? 1, `TYPE "${type}" is not TOUR`)
  refuseUnread(parsed, [], ['TOUR_SECTION'])
  const section = sectionOf(parsed, 'TOUR_SECTION')
  const end = section.values.indexOf(-1)
  if (end < 0)
    failAt(
      section.lines.at(-1) ?? section.line,
      'the tour is not ended by -1',
      'Add a line "-1", or fetch the whole file',
    )
  const after = section.values.slice(end + 1).filter((value) => value !== -1)
  if (after.length > 0)
    failAt(section.lines.at(-1) ?? section.line, 'there is more than one tour', 'Give one tour per file')
  const tour = section.values.slice(0, end)
  checkTour(tour, section.line, parsed.keys.get('DIMENSION')?.value)
  return { name: textOf(parsed, 'NAME') ?? '', tour: tour.map((node) => node - 1) }
}

function checkTour(tour: readonly number[], line: number, dimension: string | undefined): void {
  if (dimension !== undefined && Number(dimension) !== tour.length) {
    failAt(line, `the tour has ${tour.length} nodes but DIMENSION is ${dimension}`)
  }
  const seen = new Set<number>()
  for (const node of tour) {
    if (!Number.isInteger(node) || node < 1 || node > tour.length)
      failAt(line, `node ${node} is not in 1…${tour.length}`)
    if (seen.has(node)) failAt(line, `node ${node} is visited twice`)
    seen.add(node)
  }
}

export function printTour({ name, tour }: Tour): string {
  const lines = [
    `NAME : ${name}`,
    'TYPE : TOUR',
    `DIMENSION : ${tour.length}`,
    'TOUR_SECTION',
    ...tour.map((city) => city + 1),
    -1,
    'EOF',
  ]
  return `${lines.join('\n')}\n`
}
