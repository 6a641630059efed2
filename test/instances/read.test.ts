import { describe, expect, it } from 'vitest'
import { readInstance } from '../../instances/index.ts'
import { IsinglassError } from '../../src/errors.ts'

const complaint = (text: string, options?: Parameters<typeof readInstance>[1]): string => {
  try {
    readInstance(text, options)
  } catch (error) {
    if (error instanceof IsinglassError) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}

const edges = '3 2\n1 2 5\n2 3 -1\n'

describe('recognition', () => {
  it('asks which problem an edge list means, naming those that fit', () => {
    expect(complaint(edges, { fileName: 'G1.txt' })).toBe(
      'FORMAT_AMBIGUOUS: G1.txt: the file fits maxCut and qubo. Say which with --as maxCut or --as qubo.',
    )
  })

  it('takes --as for an answer, with the best value known by the name of the file', () => {
    const instance = readInstance(edges, { fileName: 'gset/G1.txt', as: 'maxCut' })
    expect(instance).toMatchObject({ kind: 'maxCut', format: 'rudy', name: 'G1', bestKnown: { bestKnown: 11624 } })
  })

  it('takes a telling extension for an answer', () => {
    expect(readInstance(edges, { fileName: 'a.mc' }).kind).toBe('maxCut')
    expect(readInstance(edges, { fileName: 'a.sparse' }).kind).toBe('qubo')
  })

  it('believes the content first: a diagonal makes a matrix, missing weights make a graph', () => {
    expect(readInstance('2 2\n1 1 5\n1 2 3\n', { fileName: 'a.txt' }).kind).toBe('qubo')
    expect(readInstance('3 2\n1 2\n2 3\n', { fileName: 'a.txt' }).kind).toBe('maxCut')
  })

  it('reads the same edge list as a qubo with doubled pairs, minimised or maximised', () => {
    const read = (sense: string) => readInstance(edges, { as: 'qubo', set: { sense } }).input
    expect(read('min')).toMatchObject({ size: 3, values: Float64Array.of(10, -2), sense: 'min' })
    expect(read('max')).toMatchObject({ values: Float64Array.of(10, -2), sense: 'max' })
  })

  it('keeps a number at the end of a name', () => {
    expect(readInstance(edges, { fileName: 'g05_100.0', as: 'maxCut' }).bestKnown?.bestKnown).toBe(1430)
  })

  it('shows a best value only in its own sense', () => {
    const text = 'p qubo 0 1 1 0\n0 0 5\n'
    expect(readInstance(text, { fileName: 'bqp1000_1.qubo', set: { sense: 'max' } }).bestKnown?.bestKnown).toBe(371438)
    const minimised = readInstance(text, { fileName: 'bqp1000_1.qubo' })
    expect(minimised.bestKnown).toBeNull()
    expect(minimised.notes).toContain('the best value known, 371438, is for sense=max')
  })

  it('reads any problem from our own JSON, settings on top', () => {
    const text = '{ "problem": "vrp", "input": { "at": [[0,0]], "vehicles": 2 } }'
    expect(readInstance(text, { set: { vehicles: '3' } })).toMatchObject({
      kind: 'vrp',
      input: { at: [[0, 0]], vehicles: 3 },
    })
  })
})

describe('every bad file gets one clear error', () => {
  it('empty', () =>
    expect(complaint(' \n', { fileName: 'a.csv' })).toBe(
      'FORMAT_INVALID: a.csv, line 1: the file is empty. Fetch or write it again.',
    ))
  it('binary', () =>
    expect(complaint('PK\u0003\0\0', { fileName: 'a.csv' })).toContain('FORMAT_UNKNOWN: a.csv: the file is binary'))
  it('of no known format', () =>
    expect(complaint('hello world', { fileName: 'a.txt' })).toContain('of no format known here'))
  it('of no known format is told what files are known, by the names that people use', () => {
    const said = complaint('hello world', { fileName: 'a.txt' })
    expect(said).toMatch(/Known are JSON .*TSPLIB, VRPLIB, qbsolv, G-set \(rudy\), .*JSPLIB/)
    expect(said.split('DIMACS graphs')).toHaveLength(2)
    expect(said).not.toMatch(/csvNetwork|rudy-|dimacs-/)
  })
  it.each([
    ['MPS', 'a.mps', '* a comment\nNAME          FIBER\nROWS\n N  obj\n E  c1\nCOLUMNS\n'],
    ['CPLEX LP', 'a.lp', '\\ a comment\nMinimize\n obj: x + y\nSubject To\n c1: x + y >= 1\nEnd\n'],
    ['a web page', 'a.tsp', '<!DOCTYPE html>\n<html></html>\n'],
    ['XML (INRC rosters among others)', 'long01.xml', '<?xml version="1.0"?>\n<SchedulingPeriod ID="long01">\n'],
    ['PSPLIB', 'j301_1.sm', '****\nprojects                      :  1\n****\nPRECEDENCE RELATIONS:\n'],
    ['Patterson (RCPSP)', 'j30_1_1.rcp', '3 1\n4\n0 0 1 2\n5 1 1 3\n0 0 0\n'],
    ['Solomon (VRP with time windows)', 'R101.txt', 'R101\n\nVEHICLE\nNUMBER CAPACITY\n 25 200\n\nCUSTOMER\n'],
    ['VROOM JSON', 'a.json', '{ "vehicles": [{ "id": 1 }], "jobs": [{ "id": 2 }] }'],
  ])('%s, which is well known but not read', (title, fileName, text) => {
    const what = `FORMAT_UNKNOWN: ${fileName}: the file looks like ${title}, which is not read here. Convert it to one of`
    expect(complaint(text, { fileName })).toContain(what)
    expect(complaint(text, { fileName, as: 'vrp' })).toContain(what)
  })
  it('but an instance of ours with the same words is read', () => {
    const text = '{ "problem": "x", "input": { "vehicles": [], "jobs": [] } }'
    expect(readInstance(text, { fileName: 'a.json' }).kind).toBe('x')
  })
  it('one huge line', () =>
    expect(complaint('x'.repeat(1e6), { fileName: 'a.txt' })).toContain('of no format known here'))
  it('a damaged file is told what its extension asks for', () =>
    expect(complaint('3 two\n', { fileName: 'a.sparse' })).toContain(
      'a.sparse, line 1: the number of entries "two" is not a finite number',
    ))
  it('fewer edges than declared', () =>
    expect(complaint('3 3\n1 2 5\n2 3 -1\n', { as: 'maxCut' })).toContain(
      'line 3: 3 edges are declared but 2 are there',
    ))
  it('more edges than declared', () =>
    expect(complaint('3 1\n1 2 5\n2 3 -1\n', { as: 'maxCut' })).toContain('line 3: more edges than the 1 declared'))
  it('a loop in a cut', () =>
    expect(complaint('2 1\n2 2 5\n', { fileName: 'a.mc' })).toContain('joins node 2 with itself'))
  it('a solution for an instance', () =>
    expect(complaint('Route #1: 1 2\nCost 5\n')).toContain('holds a solution, not an instance'))
  it('a file that only its extension tells to be a solution', () => {
    for (const fileName of ['bur26a.sln', 'C125.9.sol'])
      expect(complaint('26 5426670\n26 15 11\n', { fileName })).toContain('holds a solution, not an instance')
  })
  it('one row of words: a table has several', () =>
    expect(complaint('1,1,-1,1\n', { fileName: 'G11_cut.txt' })).toContain('of no format known here'))
  it('another problem than --as says', () =>
    expect(complaint('{"problem":"vrp","input":{}}', { as: 'tsp' })).toContain('holds a vrp problem, not tsp'))
  it('a table that cannot be a tour', () =>
    expect(complaint('1,2\n3,4\n', { as: 'tsp' })).toContain('does not read as tsp. It fits --as features'))
})

describe('settings', () => {
  it('that nobody knows are refused with those that somebody does', () => {
    expect(complaint('1,2\n3,4\n', { as: 'features', set: { chose: '1' } })).toBe(
      'OPTION_INVALID: input, set: "chose" is no setting of features. Use choose, redundancy, between, header, target, missing.',
    )
    expect(complaint('{"problem":"tsp","input":{}}', { set: { choose: '1' } })).toContain(
      'Leave it out: there is nothing to set',
    )
  })

  it('that only one of the problems knows say which is meant', () => {
    expect(readInstance('a,b\nx,u\ny,v\n', { set: { choose: '1' } }).kind).toBe('features')
    expect(readInstance('a,b\nx,u\ny,v\n', { set: { score: 'bdeu' } }).kind).toBe('bayesianNetwork')
    expect(complaint('a,b\nx,u\ny,v\n', { set: { header: 'yes' } })).toContain('--as features or --as bayesianNetwork')
  })

  it('with an impossible value are refused', () => {
    expect(complaint('1,2\n3,4\n', { set: { choose: '0' } })).toContain('"0" is not a whole number of at least 1')
    expect(complaint(edges, { as: 'qubo', set: { sense: 'up' } })).toContain('"up" is not min or max')
  })

  it('that are needed are asked for', () => {
    expect(complaint('1,2\n3,4\n', { fileName: 'a.csv', as: 'features' })).toContain(
      'how many features to choose is not set. Set it, for example --set choose=5',
    )
  })
})

describe('foreign text', () => {
  it('may hold letters of another encoding in a comment', () => {
    const text = `NAME : a\nCOMMENT : Uch\ufffda\nTYPE : TSP\nDIMENSION : 1\nEDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n1 0 0\nEOF\n`
    expect(readInstance(text, { fileName: 'a.tsp' }).kind).toBe('tsp')
    expect(complaint('\ufffd\u0001\ufffd', { fileName: 'a.tsp' })).toContain('the file is binary')
  })

  it('stands on one line of a message', () => {
    expect(complaint('{"problem":\n}\n', { fileName: 'a.json' })).not.toContain('\n')
  })
})
