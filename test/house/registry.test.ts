import { describe, expect, it } from 'vitest'
import * as problems from '../../problems/index.ts'
import * as solvers from '../../solvers/index.ts'
import { solverFromSpec } from '../../src/spec.ts'
import { filesBelow, text } from './sources.ts'

const camel = (kebab: string) => kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** Files that make something nameable: they call defineSolver, defineStrategy or defineProblem. */
const makers = (folder: string, maker: RegExp) =>
  filesBelow([folder]).filter((file) => maker.test(text(file)) && !file.endsWith('define-strategy.ts'))

const nameOfFile = (file: string) => {
  const parts = file.replace(/\.ts$/, '').split('/')
  return camel(parts.at(-1) === 'index' ? (parts.at(-2) as string) : (parts.at(-1) as string))
}

describe('the registry', () => {
  it('exports every solver and strategy under the name of its file', () => {
    expect(
      makers('solvers', /= define(Solver|Strategy)[(<]/)
        .map(nameOfFile)
        .sort(),
    ).toEqual(Object.keys(solvers).sort())
  })

  it('exports every problem under the name of its file', () => {
    expect(
      makers('problems', /defineProblem[(<]/)
        .map(nameOfFile)
        .sort(),
    ).toEqual(Object.keys(problems).sort())
  })

  it('gives every export the one name it has everywhere', () => {
    expect(Object.values(solvers).map((s) => s.solverName)).toEqual(Object.keys(solvers))
    expect(Object.values(problems).map((p) => p.problemName)).toEqual(Object.keys(problems))
  })

  it('says in a few words what each one does', () => {
    for (const { summary } of [...Object.values(solvers), ...Object.values(problems)])
      expect(summary).toMatch(/^.{10,80}[^.]$/)
  })

  it('lets every solver be named on the command line', () => {
    for (const name of Object.keys(solvers)) {
      const spec =
        {
          within: 'within(9,anneal)',
          byParts: 'byParts(anneal)',
          decompose: 'decompose(solver=anneal)',
          reduced: 'reduced(anneal)',
          race: 'race(anneal,ilp)',
          fallback: 'fallback(qaoa,anneal)',
          remote: 'remote(dead)',
          retry: 'retry(anneal)',
          cached: 'cached(anneal)',
          portfolio: 'portfolio(anneal,tabu)',
          refinePenalties: 'refinePenalties(anneal)',
          shadow: 'shadow(anneal,tabu)',
        }[name] ?? name
      expect(solverFromSpec(spec, solvers as never).name).toBe(name)
    }
  })

  it('names every solver and problem in the docs', () => {
    const docs = `${text('docs/solvers.md')}\n${text('docs/problems.md')}`
    const missing = [...Object.keys(solvers), ...Object.keys(problems)].filter((name) => !docs.includes(`## ${name}\n`))
    expect(missing).toEqual([])
  })

  it('has a test of the same name for every source file of the machine', () => {
    const sources = filesBelow(['problems', 'solvers', 'src/compile', 'src/reduce', 'src/split', 'src/kernel']).filter(
      (file) => !file.endsWith('.as.ts') && !file.includes('/wasm/') && !file.endsWith('index.ts') && isCode(file),
    )
    const tests = new Set(filesBelow(['test']))
    expect(
      sources.filter((file) => !tests.has(`test/${file.replace(/^src\//, '').replace(/\.ts$/, '.test.ts')}`)),
    ).toEqual([])
  })
})

/** A file of types alone has nothing to test. */
const isCode = (file: string) => /^(export )?(async )?(function|const|class)|^export default/m.test(text(file))
