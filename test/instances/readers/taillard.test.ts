import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../../instances/index.ts'
import { printTaillard, readTaillard } from '../../../instances/readers/taillard.ts'
import type { FlowShopInput } from '../../../instances/shapes.ts'
import { type FormatKit, formatPromises } from '../../contracts/format.ts'

const list = <T>(item: fc.Arbitrary<T>, length: number) => fc.array(item, { minLength: length, maxLength: length })
const forms: fc.Arbitrary<FlowShopInput> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([jobs, machines]) => fc.record({ durations: list(list(fc.nat(99), machines), jobs) }))

const kit: FormatKit<FlowShopInput> = {
  name: 'taillard',
  parse: (text) => readTaillard(text).input,
  print: printTaillard,
  forms,
  countsLines: true,
}

describe('format taillard', () => {
  for (const { promise, check } of formatPromises(kit)) it(promise, check)

  const two = 'number of jobs, number of machines :\n2 1 5 9 9\nprocessing times :\n1 2\n'

  it('reads a line per machine as durations per job', () => {
    expect(readInstance('3 2 0 0 0\n1 2 3\n4 5 6\n').input).toEqual({
      durations: [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    })
  })

  it('takes one instance out of a collection', () => {
    const { input } = readInstance(two + two.replace('1 2', '3 4'), { set: { instance: '2' } })
    expect(input).toEqual({ durations: [[3], [4]] })
    expect(readInstance(two + two).notes).toContain('the first of 2 instances was read; set instance=2 … 2 for another')
    expect(() => readInstance(two, { set: { instance: '2' } })).toThrow('instance 2 is not there: the file holds 1')
  })

  it('names the line that is wrong', () => {
    expect(() => readTaillard('2 2 0 0 0\n1 2\n1 2 3\n')).toThrow('line 3: "3" stands after the last value')
    expect(() => readTaillard('2 2 0 0 0\n1 2\n')).toThrow('2 machines are declared but 1 are there')
  })
})

const folder = process.env.ISINGLASS_INSTANCES

describe.skipIf(!folder)('the files of Taillard (skipped unless ISINGLASS_INSTANCES names their folder)', () => {
  const home = join(folder ?? '', 'flowshop/taillard')
  it.each(folder ? readdirSync(home) : [])('%s reads without a question and its value is known', (fileName) => {
    const text = readFileSync(join(home, fileName), 'utf8')
    const instance = readInstance(text, { fileName })
    const [jobs, machines, , upper] = text.trim().split(/\s+/).map(Number)
    const { durations } = instance.input as FlowShopInput
    expect([instance.kind, durations.length, durations[0].length]).toEqual(['flowShop', jobs, machines])
    expect(instance.bestKnown?.bestKnown).toBe(upper)
  })
})
