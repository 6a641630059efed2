import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { version } from '../../src/version.ts'
import { filesBelow, root, text } from './sources.ts'

it('ARCHITECTURE.md has a line for every folder that holds code', () => {
  const folders = new Set(
    filesBelow(['src', 'problems', 'solvers', 'instances', 'test', 'bench', 'examples']).map((file) => dirname(file)),
  )
  const map = text('ARCHITECTURE.md')
  const mirrors = (folder: string) => /^test\/(?!contracts|house)/.test(folder)
  expect([...folders].filter((folder) => !map.includes(`\`${folder}/\``) && !mirrors(folder))).toEqual([])
})

it('the version in the code is the version of the package', () => {
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(version)
})
