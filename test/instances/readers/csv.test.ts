import { describe, expect, it } from 'vitest'
import { readFeatures } from '../../../instances/readers/csv.ts'

const read = (text: string, settings: Record<string, string> = {}) => readFeatures(text, { choose: '1', ...settings })

describe('a table of features', () => {
  it('has its class last', () => {
    expect(read('1,2,0\n3,4,1\n').input).toEqual({
      rows: 2,
      columns: [
        [1, 3],
        [2, 4],
      ],
      target: [0, 1],
      choose: 1,
    })
  })

  it('finds the class first, by number or by name', () => {
    expect(read('1,2,0\n3,4,1\n', { target: 'first' }).input.target).toEqual([1, 3])
    expect(read('1,2,0\n3,4,1\n', { target: '1' }).input.target).toEqual([2, 4])
    expect(read('age,class,weight\n3,0,70\n4,1,80\n', { target: 'class' }).input).toMatchObject({
      names: ['age', 'weight'],
      target: [0, 1],
    })
    expect(() => read('1,2\n3,4\n', { target: 'colour' })).toThrow(
      'target "colour" is no column. Use last, first, 0…1.',
    )
  })

  it('takes words over numbers for a header and says so', () => {
    const { input, notes } = read('age,class\n3,a\n4,b\n')
    expect(input).toEqual({ rows: 2, columns: [[3, 4]], target: [0, 1], names: ['age'], choose: 1 })
    expect(notes[0]).toBe('the first row was taken for a header; set header=no if it is data')
  })

  it('takes words over the same words for data', () => {
    expect(read('a,x\nb,y\na,x\n').input.rows).toBe(3)
    expect(read('a,x\nb,y\na,x\n', { header: 'yes' }).input.rows).toBe(2)
  })

  it('codes words in sorted order, whatever the order of the rows', () => {
    expect(read('b,1\na,1\nc,1\n', { header: 'no' }).input.columns[0]).toEqual([1, 0, 2])
  })

  it('fills a missing number with the median and a missing word with a category of its own', () => {
    const text = '1,a,0\n?,?,0\n5,b,0\n9,a,1\n'
    expect(read(text).input.columns).toEqual([
      [1, 5, 5, 9],
      [0, 2, 1, 0],
    ])
    expect(read('1,0\nNaN,0\n5,1\n', { missing: 'NaN' }).input.columns).toEqual([[1, 3, 5]])
  })

  it('refuses a missing class, a ragged row and a number that is none, naming the line', () => {
    expect(() => read('1,2\n3,?\n')).toThrow('line 2: the class is missing')
    expect(() => read('1,2\n\n3,4,5\n')).toThrow('line 3: the row has 3 words but the first has 2')
    expect(() => read('1,2\nNaN,4\n')).toThrow('line 2: "NaN" is not a finite number. Correct it, or set missing=NaN.')
  })

  it('counts the lines inside quoted words', () => {
    expect(() => read('"a\nb",2\n1e999,4\n')).toThrow('line 3: "1e999" is not a finite number')
  })

  it('reads semicolons and tabs as well', () => {
    expect(read('1;2\n3;4\n').input.target).toEqual([2, 4])
    expect(read('1\t2\n3\t4\n').input.target).toEqual([2, 4])
  })

  it('tells repeated names apart', () => {
    expect(read('q,q,class\n1,2,0\n3,4,1\n').input.names).toEqual(['q', 'q (2)'])
  })
})
