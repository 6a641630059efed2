import { describe, expect, it } from 'vitest'
import { measureShape, quantile } from './shape.ts'

const { functions, files } = measureShape()
const lengths = functions.map((f) => f.lines)

describe('the shape of the code', () => {
  it('has short functions: half within 7 lines, nine tenths within 25', () => {
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(7)
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(25)
  })

  it('has no function above 60 lines, hot loops 120', () => {
    const long = functions.filter((f) => f.lines > (f.hot ? 120 : 60))
    expect(long).toEqual([])
  })

  it('has files of one idea: nine tenths within 250 lines, none above 400', () => {
    expect(
      quantile(
        files.map((f) => f.lines),
        0.9,
      ),
    ).toBeLessThanOrEqual(250)
    expect(files.filter((f) => f.lines > 400)).toEqual([])
  })
})
