import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InstanceFile } from '../../instances/index.ts'
import { fetchFile } from '../../src/cli/fetch-files.ts'

const text = 'a file of some size, that comes in parts\n'.repeat(50)
const sha256 = createHash('sha256').update(text).digest('hex')

/** What it was asked for, and how it behaves. */
const seen: { url: string; range: string | undefined }[] = []
let server: Server
let home = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '', headers } = request
    seen.push({ url, range: headers.range })
    if (url === '/gone') return response.writeHead(404).end()
    if (url === '/other') return response.end('something else')
    if (url === '/packed') return response.end(gzipSync(text))
    if (url === '/breaks') {
      response.writeHead(200, { 'content-length': String(text.length) })
      return response.write(text.slice(0, 100), () => setTimeout(() => response.destroy(), 30))
    }
    const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0)
    if (from >= text.length) return response.writeHead(416).end()
    return response.writeHead(from > 0 ? 206 : 200).end(text.slice(from))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const fileAt = (path: string, parts: Partial<InstanceFile> = {}): InstanceFile => ({
  name: 'known.txt',
  kind: 'tsp',
  family: 'TSPLIB',
  path: 'some/known.txt',
  address: `${home}${path}`,
  packed: null,
  sha256,
  bytes: text.length,
  licence: 'none stated',
  ...parts,
})
const place = () => mkdtempSync(join(tmpdir(), 'isinglass-fetch-'))
const inside = (folder: string) => join(folder, 'some', 'known.txt')

describe('fetching a standard file', () => {
  it('puts it into the folder, and the second time finds it there', async () => {
    const folder = place()
    expect(await fetchFile(fileAt('/whole'), { folder })).toBe('fetched')
    expect(readFileSync(inside(folder), 'utf8')).toBe(text)
    const before = seen.length
    expect(await fetchFile(fileAt('/whole'), { folder })).toBe('there')
    expect(seen.length).toBe(before)
  })

  it('goes on where it broke off', async () => {
    const folder = place()
    await expect(fetchFile(fileAt('/breaks'), { folder })).rejects.toMatchObject({ code: 'FETCH_FAILED' })
    expect(existsSync(inside(folder))).toBe(false)
    expect(await fetchFile(fileAt('/whole'), { folder })).toBe('fetched')
    expect(seen.at(-1)).toEqual({ url: '/whole', range: 'bytes=100-' })
    expect(readFileSync(inside(folder), 'utf8')).toBe(text)
  })

  it('begins anew when there is nothing left to continue', async () => {
    const folder = place()
    mkdirSync(join(folder, 'some'))
    writeFileSync(`${inside(folder)}.part`, `${text}and more`)
    expect(await fetchFile(fileAt('/whole'), { folder })).toBe('fetched')
    expect(readFileSync(inside(folder), 'utf8')).toBe(text)
  })

  it('unpacks what comes packed', async () => {
    const folder = place()
    expect(await fetchFile(fileAt('/packed', { packed: 'gzip' }), { folder })).toBe('fetched')
    expect(readFileSync(inside(folder), 'utf8')).toBe(text)
  })

  it('replaces a file that was changed', async () => {
    const folder = place()
    mkdirSync(join(folder, 'some'))
    writeFileSync(inside(folder), 'spoilt')
    expect(await fetchFile(fileAt('/whole'), { folder })).toBe('fetched')
    expect(readFileSync(inside(folder), 'utf8')).toBe(text)
  })

  it.each([
    ['/other', {}, 'what came is not the file that is known by this name'],
    ['/whole', { packed: 'gzip' as const }, 'what came is not the file'],
    ['/gone', {}, 'answered 404'],
  ])('leaves nothing behind when %s is wrong', async (path, parts, what) => {
    const folder = place()
    await expect(fetchFile(fileAt(path, parts), { folder })).rejects.toThrow(what)
    expect(existsSync(inside(folder)) || existsSync(`${inside(folder)}.part`)).toBe(false)
  })

  it('says that there is no network, and how to do without', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => closed.once('listening', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const said = fetchFile(fileAt('', { address: `http://127.0.0.1:${port}/none` }), { folder: place() })
    await expect(said).rejects.toThrow(/known\.txt: 127\.0\.0\.1:\d+ cannot be reached: ECONNREFUSED.*--from DIR/)
  })

  it('takes it from a local folder, wherever it stands in there, by its checksum', async () => {
    const [folder, from] = [place(), place()]
    mkdirSync(join(from, 'deep', 'old'), { recursive: true })
    writeFileSync(join(from, 'deep', 'known.txt'), text)
    writeFileSync(join(from, 'deep', 'old', 'known.txt'), 'an older one')
    const before = seen.length
    expect(await fetchFile(fileAt('/whole'), { folder, from })).toBe('copied')
    expect([readFileSync(inside(folder), 'utf8'), seen.length]).toEqual([text, before])
    await expect(fetchFile(fileAt('/whole'), { folder: place(), from: place() })).rejects.toThrow('no unchanged copy')
  })
})
