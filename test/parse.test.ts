import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { amount, numberList, parseWith, readBy } from '../src/parse.ts'

const said = (schema: z.ZodType, value: unknown) => {
  try {
    parseWith(schema, value, 'here', 'OPTION_INVALID')
  } catch (error) {
    return (error as Error).message.replace('OPTION_INVALID: ', '')
  }
  return 'taken'
}

const options = z.strictObject({
  reads: z.int().positive().optional(),
  gap: z.number().min(0).max(1).optional(),
  engine: z.enum(['auto', 'highs']).optional(),
  list: numberList.optional(),
  seed: z.union([z.string(), z.int()]).optional(),
  names: z.record(z.string().min(1), z.number()).optional(),
})

describe('a complaint says where, what with the value, and the remedy', () => {
  it.each([
    [{ reads: 'x' }, 'here, reads: "x" is not a finite number. Give a finite number.'],
    [{ reads: 1.5 }, 'here, reads: 1.5 is not a whole number. Give a whole number.'],
    [{ reads: 0 }, 'here, reads: 0 is too small. Give more than 0.'],
    [{ gap: 2 }, 'here, gap: 2 is too large. Give at most 1.'],
    [{ gap: Number.NaN }, 'here, gap: NaN is not a finite number. Give a finite number.'],
    [{ engine: 'lp' }, 'here, engine: "lp" is not known. Use auto or highs.'],
    [{ sweep: 5 }, 'here: "sweep" is not known here. Use reads, gap, engine, list, seed, names.'],
    [{ list: [1, Number.NaN] }, 'here, list: entry 1 is NaN, not a finite number. Correct or remove this option.'],
    [{ list: [1e300] }, 'here, list: entry 0 is 1e+300, beyond ±1e+100. Correct or remove this option.'],
    [{ list: 'ab' }, 'here, list: expected a list of numbers. Correct or remove this option.'],
    [{ seed: null }, 'here, seed: null is not a text or a finite number. Give a text or a finite number.'],
    [{ names: { '': 1 } }, 'here, names: the name "" cannot be used. Give another name.'],
    [null, 'here: null is not an object. Give an object.'],
    [[], 'here: a list is not an object. Give an object.'],
  ])('%j', (value, message) => {
    expect(said(options, value)).toBe(message)
  })

  it('says of what is not there that it is missing', () => {
    expect(said(z.strictObject({ ms: z.number() }), {})).toBe('here, ms: it is missing. Give a finite number.')
  })

  it('cuts long foreign text', () => {
    expect(said(options, { engine: 'x'.repeat(1000) }).length).toBeLessThan(100)
  })

  it('takes numbers whose sums and products stay finite', () => {
    expect(said(amount, 1e100)).toBe('taken')
    expect(said(amount, -1e101)).toBe('here: -1e+101 is too small. Give at least -1e+100.')
    expect(said(numberList, new Float64Array([0, -1e100, 1e-100]))).toBe('taken')
    expect(said(amount, 5e-324)).toBe('here: 5e-324 is closer to 0 than 1e-100. Correct or remove this option.')
    expect(said(numberList, [1, -5e-324])).toBe(
      'here: entry 1 is -5e-324, closer to 0 than 1e-100. Correct or remove this option.',
    )
  })
})

it('a name that would be lost is refused, however deep its record lies', () => {
  const schema = z.record(z.string(), z.record(z.string(), z.number()))
  for (const text of ['{"__proto__":{"a":1}}', '{"a":{"__proto__":1}}'])
    expect(() => parseWith(schema, JSON.parse(text), 'flow')).toThrow(/NAME_INVALID: flow.*"__proto__"/)
  expect(parseWith(schema, { constructor: { toString: 1 } }, 'flow')).toEqual({ constructor: { toString: 1 } })
})

it('a reader gets any object, and nothing else', () => {
  const schema = readBy('expected a thing', (raw: { size: number }) => raw.size)
  expect(parseWith(schema, { size: 3 }, 'thing')).toBe(3)
  for (const other of [null, 7, 'x', [3]]) expect(() => parseWith(schema, other, 'thing')).toThrow('expected a thing')
})

it('keys are offered where they belong: those of the top level are no remedy further down', () => {
  const schema = z.strictObject({ people: z.record(z.string(), z.strictObject({ skills: z.number() })) })
  expect(() => parseWith(schema, { people: {}, peple: {} }, 'here')).toThrow(/Use people/)
  expect(() => parseWith(schema, { people: { ada: { skill: 1, skills: 2 } } }, 'here')).toThrow(
    'here, people.ada: "skill" is not known here. Correct its name or remove it.',
  )
})
