import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, productFolders, text } from './sources.ts'

/** All of the machine but its roof, its doors and its workers. */
const machine = [
  'src/errors.ts',
  'src/run/',
  'src/model/',
  'src/qubo/',
  'src/kernel/',
  'src/compile/',
  'src/reduce/',
  'src/split/',
  'src/*.ts',
]

/** Who may import whom: the longest matching prefix of a file decides; a file may always import its own folder. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/errors.ts': [],
  'src/run/': ['src/errors.ts'],
  'src/model/': ['src/errors.ts'],
  'src/qubo/': ['src/errors.ts'],
  'src/kernel/': ['src/errors.ts', 'src/qubo/', 'src/run/'],
  'src/compile/': ['src/errors.ts', 'src/model/', 'src/qubo/'],
  'src/reduce/': ['src/errors.ts', 'src/qubo/'],
  'src/split/': ['src/errors.ts', 'src/qubo/'],
  'src/client/': ['src/errors.ts', 'src/parse.ts'],
  'src/service/': ['src/errors.ts', 'src/parse.ts', 'src/index.ts', 'src/client/', 'instances/'],
  'src/cli/': ['src/errors.ts', 'src/index.ts', 'src/service/', 'instances/'],
  'src/index.ts': ['src/', 'problems/', 'solvers/'],
  'src/worker-serve.ts': ['src/kernel/', 'src/run/', 'solvers/'],
  'src/worker.ts': ['src/worker-serve.ts'],
  'src/worker.node.ts': ['src/worker-serve.ts'],
  'src/': machine,
  'solvers/': [...machine, 'src/client/'],
  'problems/': ['src/errors.ts', 'src/parse.ts', 'src/problem.ts', 'src/model/', 'src/qubo/', 'src/run/'],
  'instances/': ['src/errors.ts', 'src/parse.ts', 'src/model/', 'src/qubo/', 'src/run/', 'problems/'],
}
const roof = ['src/index.ts', 'src/worker.ts']

const ruleOf = (file: string): string =>
  Object.keys(mayImport)
    .filter((prefix) => file === prefix || (prefix.endsWith('/') && file.startsWith(prefix)))
    .reduce((a, b) => (b.length > a.length ? b : a))

function allowed(file: string, target: string): boolean {
  const rule = ruleOf(file)
  const own = rule.endsWith('/') && target.startsWith(rule) && !(rule === 'src/' && target.split('/').length > 2)
  if (roof.includes(target)) return mayImport[rule].includes(target) || (roof.includes(file) && file !== target)
  return own || mayImport[rule].some((prefix) => matches(prefix, target))
}

function matches(prefix: string, target: string): boolean {
  if (prefix === 'src/*.ts') return /^src\/[^/]+\.ts$/.test(target)
  return target === prefix || (prefix.endsWith('/') && target.startsWith(prefix))
}

function importsOf(file: string): string[] {
  return [...text(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1])
}

const files = filesBelow(productFolders).filter((file) => !file.startsWith('src/kernel/wasm/'))

describe('the house', () => {
  it('imports only in the direction of the table', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => posix.normalize(posix.join(posix.dirname(file), target)))
        .filter((target) => !allowed(file, target))
        .map((target) => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps node: modules behind the command line and *.node.ts', () => {
    const wrong = files.filter((file) => importsOf(file).some((target) => target.startsWith('node:')))
    expect(wrong.filter((file) => !/^src\/(cli|service)\//.test(file) && !file.endsWith('.node.ts'))).toEqual([])
  })

  it('has no import cycle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((t) => t.startsWith('.'))
          .map((t) => posix.normalize(posix.join(posix.dirname(file), t))),
      ]),
    )
    expect(cycleIn(withoutTypes(graph))).toBeNull()
  })
})

/** Type-only imports vanish when the code runs: only value imports can form a cycle that matters. */
function withoutTypes(graph: Map<string, string[]>): Map<string, string[]> {
  return new Map(
    [...graph].map(([file, targets]) => {
      const types = [...text(file).matchAll(/import type [^;]*?from\s*'([^']+)'/g)].map((m) =>
        posix.normalize(posix.join(posix.dirname(file), m[1])),
      )
      return [file, targets.filter((target) => !types.includes(target))]
    }),
  )
}

function cycleIn(graph: Map<string, string[]>): string[] | null {
  const state = new Map<string, 'open' | 'done'>()
  const walk = (file: string, path: string[]): string[] | null => {
    if (state.get(file) === 'done') return null
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file]
    state.set(file, 'open')
    for (const target of graph.get(file) ?? []) {
      const found = walk(target, [...path, file])
      if (found) return found
    }
    state.set(file, 'done')
    return null
  }
  for (const file of graph.keys()) {
    const found = walk(file, [])
    if (found) return found
  }
  return null
}
