/** A well-known format that is not read here; told by its name rather than as unknown. */
interface Foreign {
  readonly title: string
  readonly fits: (head: string, extension: string) => boolean
}

/** Comments begin with a backslash. */
function looksLikeLp(head: string): boolean {
  const start = head.replace(/^(?:\s*\\.*\n)*\s*/, '')
  const rules = /^[ \t]*(?:subject to|such that|st|s\.t\.)(?![\w.])/im
  return /^(?:min|max)(?:imi[sz]e|imum)?\b/i.test(start) && rules.test(start)
}

const foreign: readonly Foreign[] = [
  { title: 'MPS', fits: (head) => /^ROWS[ \t\r]*\n[ \t]*[NELG][ \t]+\S/m.test(head) },
  { title: 'CPLEX LP', fits: looksLikeLp },
  { title: 'a web page', fits: (head) => /^\s*<(?:!doctype\s+html|html)\b/i.test(head) },
  { title: 'XML (INRC rosters among others)', fits: (head) => /^\s*<\?xml\b/.test(head) },
  { title: 'PSPLIB', fits: (head) => /^PRECEDENCE RELATIONS:/m.test(head) && /^projects[ \t]*:/m.test(head) },
  {
    title: 'Patterson (RCPSP)',
    fits: (head, extension) => extension === 'rcp' && /^\s*\d+\s+\d+\s/.test(head),
  },
  {
    title: 'Solomon (VRP with time windows)',
    fits: (head) => /^[ \t]*VEHICLE[ \t\r]*$/m.test(head) && /^[ \t]*CUSTOMER[ \t\r]*$/m.test(head),
  },
  {
    title: 'VROOM JSON',
    fits: (head) =>
      /^\s*\{/.test(head) &&
      /"vehicles"\s*:\s*\[/.test(head) &&
      /"(?:jobs|shipments)"\s*:\s*\[/.test(head) &&
      !/"problem"\s*:/.test(head),
  },
]

/** The name of the well-known format that the beginning of the text is in, where that is none of ours; else null. */
export const foreignTitle = (head: string, extension: string): string | null =>
  foreign.find(({ fits }) => fits(head, extension))?.title ?? null
