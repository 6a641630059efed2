/** One server-sent event (WHATWG HTML, 9.2). */
export interface EventLine {
  readonly event: string
  readonly data: string
  readonly id: string
}

/**
 * Reads server-sent events out of pieces of text, however they were cut. Comments and unknown fields are passed over;
 * a line longer than `longest` ends it with a RangeError.
 */
export async function* eventLines(pieces: AsyncIterable<string>, longest: number): AsyncGenerator<EventLine> {
  let fields: Record<string, string> = {}
  for await (const line of linesOf(pieces, longest)) {
    if (line !== '') fields = withLine(fields, line)
    else {
      if (fields.data !== undefined) yield { event: fields.event ?? 'message', data: fields.data, id: fields.id ?? '' }
      fields = {}
    }
  }
}

async function* linesOf(pieces: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  let held: string[] = []
  let length = 0
  for await (const piece of pieces) {
    const lines = piece.split('\n')
    for (const ending of lines.slice(0, -1)) {
      yield [...held, ending].join('').replace(/\r$/, '')
      held = []
      length = 0
    }
    const rest = lines[lines.length - 1]
    held.push(rest)
    length += rest.length
    if (length > longest) throw new RangeError(`a line is longer than ${longest}`)
  }
}

function withLine(fields: Record<string, string>, line: string): Record<string, string> {
  const [, name, value] = /^([^:]*):? ?(.*)$/s.exec(line) as RegExpExecArray
  if (name === 'data' && fields.data !== undefined) return { ...fields, data: `${fields.data}\n${value}` }
  return ['data', 'event', 'id'].includes(name) ? { ...fields, [name]: value } : fields
}
