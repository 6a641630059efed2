import { describe, expect, it } from 'vitest'
import { errorTable, IsinglassError } from '../../src/errors.ts'
import { filesBelow, productFolders, text } from './sources.ts'

const codes = Object.keys(errorTable)

describe('the error table', () => {
  it('and docs/errors.md name the same codes', () => {
    const documented = [...text('docs/errors.md').matchAll(/^## ([A-Z_]+)$/gm)].map((match) => match[1])
    expect(documented).toEqual(codes)
  })

  it('holds no code that nothing raises', () => {
    const sources = filesBelow(productFolders)
      .filter((file) => file !== 'src/errors.ts')
      .map(text)
      .join('\n')
    const raised = codes.filter((code) => sources.includes(`'${code}'`) || code === 'UNSUPPORTED')
    expect(raised).toEqual(codes)
  })

  it('gives messages of one form: code, place, fact, remedy', () => {
    const error = new IsinglassError(
      'INPUT_INVALID',
      'demand −3 is negative',
      'Give a demand of at least 0',
      'stops.school',
    )
    expect(error.message).toBe('INPUT_INVALID: stops.school: demand −3 is negative. Give a demand of at least 0.')
  })
})
