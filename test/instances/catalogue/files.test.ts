import { describe, expect, it } from 'vitest'
import { filesNamed, instanceFiles } from '../../../instances/index.ts'
import * as problems from '../../../problems/index.ts'

describe('the standard files', () => {
  it('each have one place, a pinned address, a checksum and a problem that exists', () => {
    expect(new Set(instanceFiles.map(({ path }) => path)).size).toBe(instanceFiles.length)
    for (const { address, sha256, bytes, kind } of instanceFiles) {
      expect(address).toMatch(/^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[0-9a-f]{40}\/[^\s]+$/)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(bytes).toBeGreaterThan(0)
      expect(Object.keys(problems)).toContain(kind)
    }
  })

  it('are named by file, problem or family', () => {
    expect(filesNamed(['berlin52']).map(({ path }) => path)).toEqual(['tsp/berlin52.tsp'])
    expect(filesNamed(['BERLIN52.tsp', 'berlin52']).length).toBe(1)
    expect(filesNamed(['qaplib']).every(({ kind }) => kind === 'quadraticAssignment')).toBe(true)
    expect(filesNamed(['tsp']).length).toBe(filesNamed(['TSPLIB', 'TSPLIB ATSP']).length)
  })

  it('are refused by a name that nobody has', () => {
    expect(() => filesNamed(['tsp', 'nothing'])).toThrow('no standard instance is called "nothing"')
  })
})
