import { describe, expect, it } from 'vitest'
import { heuristic } from '../solvers/heuristic.ts'
import { fallback } from '../solvers/strategy/fallback.ts'
import { retry } from '../solvers/strategy/retry.ts'
import { within } from '../solvers/strategy/within.ts'
import { solverFromSpec } from '../src/spec.ts'

const registry = { fallback, retry, within, heuristic }
const read = (text: string) => solverFromSpec(text, registry)

describe('a solver expression', () => {
  it('reads back as it prints', () => {
    for (const text of [
      'heuristic',
      'heuristic(work=100)',
      'fallback(within(300,heuristic(work=5)),heuristic)',
      'retry(2,heuristic)',
    ]) {
      expect(read(text).spec).toBe(text)
    }
  })

  it('may hold blanks', () => {
    expect(read(' within( 300 , heuristic ( work = 5 ) ) ').spec).toBe('within(300,heuristic(work=5))')
  })

  it.each([
    ['', 'a name or value is missing'],
    ['nobody', 'no solver is called "nobody"'],
    ['within(300,nobody(a=1))', 'no solver is called "nobody"'],
    ['within(300,heuristic', 'a closing parenthesis is missing'],
    ['heuristic)', '")" follows the expression'],
    ['heuristic(work=1,work=2)', '"work" is given twice'],
    ['heuristic(__proto__=1)', '"__proto__" is no name of an option'],
    [`${'fallback('.repeat(9999)}heuristic${')'.repeat(9999)}`, 'solvers are nested more than 32 deep'],
  ])('"%s" is refused with its place', (text, what) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'SPEC_INVALID', what }))
  })

  it('is a text', () => {
    expect(() => read(null as never)).toThrow('SPEC_INVALID: null is not a text')
  })

  it('knows decimal numbers only', () => {
    for (const word of ['0x10', '1e999', 'Infinity'])
      expect(() => read(`heuristic(work=${word})`)).toThrow(`"${word}" is not a finite number`)
  })

  it('refuses options its solver does not know', () => {
    expect(() => read('heuristic(reads=3)')).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
  })
})
