import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type EventLine, eventLines } from '../../src/client/event-lines.ts'

async function read(pieces: readonly string[], longest = 1000): Promise<EventLine[]> {
  const events: EventLine[] = []
  async function* source() {
    yield* pieces
  }
  for await (const event of eventLines(source(), longest)) events.push(event)
  return events
}

const text = ': hello\nretry: 5\n\nid: 1\nevent: incumbent\ndata: {"a":1}\n\ndata: x\r\ndata: y\r\n\r\nid: 9\n\n'
const expected = [
  { event: 'incumbent', data: '{"a":1}', id: '1' },
  { event: 'message', data: 'x\ny', id: '' },
]

it('reads events, passing over comments, other fields and events without data', async () => {
  expect(await read([text])).toEqual(expected)
})

it('reads the same however the text was cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(text.length)), async (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), text.length]
      expect(await read(places.slice(1).map((end, k) => text.slice(places[k], end)))).toEqual(expected)
    }),
  )
})

it('does not hold a line without an end', async () => {
  await expect(read(['data: ', 'x'.repeat(30)], 20)).rejects.toThrow('longer than 20')
})
