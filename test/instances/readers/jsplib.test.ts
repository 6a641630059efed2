import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embedded, type JobShopInput, readInstance } from '../../../instances/index.ts'
import { looksLikeJsplib, printJsplib, readJsplib } from '../../../instances/readers/jsplib.ts'
import { jobShop } from '../../../problems/index.ts'
import { type FormatKit, formatPromises } from '../../contracts/format.ts'

const operation = (machines: number) => fc.tuple(fc.nat(machines - 1), fc.nat(99))
const shops: fc.Arbitrary<JobShopInput> = fc
  .integer({ min: 1, max: 4 })
  .chain((machines) =>
    fc
      .array(fc.array(operation(machines), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
      .map((jobs) => ({ jobs, machines })),
  )
const kit = {
  name: 'jsplib',
  parse: (text: string) => readJsplib(text).input,
  print: (input: JobShopInput) => printJsplib(input, 'x'),
  forms: shops,
  countsLines: true,
} as unknown as FormatKit<never>

describe('format jsplib', () => {
  for (const { promise, check } of formatPromises(kit)) it(promise, check)
})

const text = '# two\n2 2\n0 3 1 4\n1 5 0 6\n'

it('pairs are machine and time', () => {
  const { kind, input } = readInstance(text, { fileName: 'two' })
  expect([kind, input]).toEqual([
    'jobShop',
    {
      jobs: [
        [
          [0, 3],
          [1, 4],
        ],
        [
          [1, 5],
          [0, 6],
        ],
      ],
      machines: 2,
    },
  ])
})

it('machines counted from 1 are noticed', () => {
  const { input, notes } = readInstance('2 2\n1 3 2 4\n2 5 1 6\n', { fileName: 'one.jsp' })
  expect((input as JobShopInput).jobs[0]).toEqual([
    [0, 3],
    [1, 4],
  ])
  expect(notes).toEqual(['the machines are counted from 1'])
})

it('both 0 and n named is refused', () => {
  expect(() => readInstance('1 2\n0 3 2 4\n', { fileName: 'x.jsp' })).toThrow('machines 0 and 2 are both named')
})

it('settings choose the model', () => {
  const { input } = readInstance(text, { fileName: 'two', set: { encoding: 'order', horizon: '20' } })
  expect(input).toMatchObject({ encoding: 'order', horizon: 20 })
})

it('matrices of other kinds are not taken for it', () => {
  expect(looksLikeJsplib('2 2\n5 3 1 4\n1 5 0 6\n')).toBe(false)
  expect(looksLikeJsplib('3\n0 1 2\n1 0 3\n2 3 0\n')).toBe(false)
  expect(looksLikeJsplib('2 1\n0.5 1\n0.5 2\n')).toBe(false)
})

it('ft06 travels with the package and ends at 55', () => {
  const { text: ft06, fileName } = embedded.find((e) => e.name === 'ft06') as (typeof embedded)[number]
  const { input, bestKnown } = readInstance(ft06, { fileName })
  expect([jobShop(input as JobShopInput).name, bestKnown?.bestKnown]).toEqual(['jobShop', 55])
})

const folder = process.env.ISINGLASS_INSTANCES ? join(process.env.ISINGLASS_INSTANCES, 'jobshop') : ''

describe.skipIf(!existsSync(folder))('JSPLIB (skipped unless ISINGLASS_INSTANCES names the folder)', () => {
  it('every file is read as a job shop with a best known value', () => {
    for (const name of readdirSync(folder)) {
      const { kind, bestKnown } = readInstance(readFileSync(join(folder, name), 'utf8'), { fileName: name })
      expect([name, kind, bestKnown === null]).toEqual([name, 'jobShop', false])
    }
  })
})
