import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesBelow, productFolders, root, text } from './sources.ts'

const execute = promisify(execFile)

/** Every ```ts block of the README and the docs, every one in a docstring, and every file of examples/. */
function examples(): { name: string; code: string }[] {
  const pages = ['README.md', ...filesBelow(['docs'], ['.md'])].flatMap((page) => blocks(page, text(page)))
  const docstrings = filesBelow(productFolders).flatMap((file) => blocks(file, text(file).replace(/^\s*\* ?/gm, '')))
  const files = filesBelow(['examples']).map((file) => ({ name: file, code: text(file) }))
  return [...pages, ...docstrings, ...files]
}

function blocks(name: string, source: string): { name: string; code: string }[] {
  return [...source.matchAll(/```ts\n([\s\S]*?)```/g)].map((match, k) => ({
    name: `${name} #${k + 1}`,
    code: match[1],
  }))
}

const javascriptOf = (code: string): string =>
  ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } })
    .outputText

const folder = join(root, 'dist', 'examples')

describe.skipIf(!existsSync(join(root, 'dist', 'index.js')))('the examples', () => {
  mkdirSync(folder, { recursive: true })
  it.each(examples())('$name runs', async ({ name, code }) => {
    const path = join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}.mjs`)
    writeFileSync(path, javascriptOf(code))
    const { stderr } = await execute(process.execPath, [path], { timeout: 25_000, cwd: root })
    expect(stderr).toBe('')
  })
})
