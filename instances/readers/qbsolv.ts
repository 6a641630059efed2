import { printQbsolv, readQbsolv } from '../../src/qubo/formats/index.ts'
import type { InstanceFormat } from '../format.ts'
import type { QuboInput } from '../shapes.ts'
import { senseOf } from './biq-mac.ts'
import { quboOfInput } from './qubo-input.ts'

/** qbsolv `.qubo`. */
export const qbsolv: InstanceFormat = {
  name: 'qbsolv',
  title: 'qbsolv',
  extensions: ['qubo'],
  kinds: ['qubo'],
  settings: {},
  fits: (head) => /^(?:[ \t]*(?:c(?:[ \t].*)?)?\r?\n)*[ \t]*p[ \t]+qubo\b/.test(head),
  read: (text, settings) => {
    const { sense, notes } = senseOf(settings, 'qbsolv')
    return { kind: 'qubo', input: { ...readQbsolv(text), sense }, notes }
  },
  print: (_kind, input: QuboInput) => printQbsolv(quboOfInput(input, 'qbsolv')),
}
