import { printBiqMac, readBiqMac } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat, Settings } from '../format.ts'
import { wordSetting } from '../settings.ts'
import type { QuboInput } from '../shapes.ts'
import { hasWeights, looksLikeEdgeList } from './edge-list.ts'
import { quboOfInput } from './qubo-input.ts'

/** Biq Mac `.sparse`; MQLib's files are the same but maximised: `sense=max`. */
export const biqMac: InstanceFormat = {
  name: 'biqMac',
  title: 'Biq Mac',
  extensions: ['sparse'],
  kinds: ['qubo'],
  settings: {},
  fits: (head) => looksLikeEdgeList(head) !== null && hasWeights(head),
  read: (text, settings) => {
    const { sense, notes } = senseOf(settings, 'Biq Mac')
    return {
      kind: 'qubo',
      input: { ...readBiqMac(text), sense },
      notes: [...notes, 'off-diagonal entries count twice'],
    }
  },
  print: (_kind, input: QuboInput) => printBiqMac(quboOfInput(input, 'biqMac')),
}

/** The sense set, else `min` with a note. */
export function senseOf(settings: Settings, format: string): { sense: 'min' | 'max'; notes: readonly string[] } {
  const set = wordSetting(settings, 'sense', ['min', 'max'])
  if (set) return { sense: set, notes: [] }
  return { sense: 'min', notes: [`minimised, as ${format} files are; set sense=max where a collection is maximised`] }
}
