// The browser proof: `npm run build && node test/browser/run.mjs`. Needs Chromium (CHROMIUM=path, or on the PATH).
// Bundles a page with stock Vite, opens it in headless Chromium with and without cross-origin isolation, and demands
// the same samples as Node. Prints one JSON object; exit code 1 when something differs or a limit is not held.
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css' }

/** A user's project: the package in node_modules, a page, nothing special. */
function project(source) {
  const folder = mkdtempSync(join(tmpdir(), 'isinglass-browser-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules', 'isinglass'))
  for (const [name, text] of Object.entries(source)) writeFileSync(join(folder, name), text)
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>isinglass</title><script type="module" src="./page.js"></script>',
  )
  return folder
}

/** The one setting a page with workers needs: they are ES modules, as the page is. */
async function bundle(folder) {
  const warnings = []
  const log = {
    info() {},
    warn: (m) => warnings.push(m),
    warnOnce: (m) => warnings.push(m),
    error: (m) => warnings.push(m),
    clearScreen() {},
    hasErrorLogged: () => false,
    hasWarned: false,
  }
  await build({
    root: folder,
    configFile: false,
    customLogger: log,
    worker: { format: 'es' },
    build: { outDir: 'out', target: 'esnext' },
  })
  return { out: join(folder, 'out'), warnings }
}

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())

/** Bytes of every file of a bundle, plain and gzipped. */
const sizes = (folder) =>
  Object.fromEntries(
    filesOf(folder)
      .filter((n) => !n.endsWith('.html'))
      .map((name) => {
        const bytes = readFileSync(join(folder, name))
        return [name.replace('assets/', ''), { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }]
      }),
  )

/** What the first page load fetches: the entry and what it imports statically. */
function initialGzip(folder) {
  const seen = new Set()
  const visit = (name) => {
    if (seen.has(name)) return
    seen.add(name)
    const text = readFileSync(join(folder, 'assets', name), 'utf8')
    for (const [, file] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(file)
  }
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  for (const [, file] of html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)) visit(file)
  return [...seen].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length,
    0,
  )
}

function serve(folder, headers) {
  let report
  const result = new Promise((resolve) => {
    report = resolve
  })
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (request.method === 'POST') {
      let body = ''
      request
        .on('data', (part) => (body += part))
        .on('end', () => {
          response.end()
          report(JSON.parse(body))
        })
      return
    }
    const path = join(
      folder,
      request.url === '/' ? 'index.html' : decodeURIComponent(new URL(request.url, 'http://x').pathname),
    )
    if (!existsSync(path) || !statSync(path).isFile()) return void response.writeHead(404).end()
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    response.end(readFileSync(path))
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, result, server })),
  )
}

function findChromium() {
  const names = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean)
  return names.find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

async function openPage(chromium, folder, headers) {
  const profile = mkdtempSync(join(tmpdir(), 'isinglass-profile-'))
  const { url, result, server } = await serve(folder, headers)
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--no-first-run',
    `--user-data-dir=${profile}`,
  ]
  const browser = spawn(chromium, [...flags, url], { stdio: 'ignore' })
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ error: 'the page did not answer within 120 s' }), 120_000)
  })
  const answer = await Promise.race([result, late])
  clearTimeout(timer)
  browser.kill()
  await new Promise((resolve) => browser.once('exit', resolve))
  server.close()
  server.closeAllConnections()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return answer
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

/** What must hold; measured times are allowed the slack of a busy machine. */
function faults(name, page, node) {
  if (page.error) return [`${name}: ${page.error}`]
  const found = []
  for (const threads of ['oneThread', 'twoThreads']) {
    for (const [what, value] of Object.entries(page.fixedWork[threads])) {
      if (!same(value, node[what])) found.push(`${name}, ${threads}: ${what} differs from Node`)
    }
    const { limit200, abort100, ilpLimit600, ilpAbort600 } = page.timed[threads]
    if (limit200.tookMs > 260) found.push(`${name}, ${threads}: the limit of 200 ms took ${limit200.tookMs} ms`)
    if (ilpLimit600.tookMs > 700)
      found.push(`${name}, ${threads}: the ILP's limit of 600 ms took ${ilpLimit600.tookMs} ms`)
    for (const [what, { stop, afterAbortMs }] of Object.entries({ abort100, ilpAbort600 })) {
      if (stop !== 'aborted' || afterAbortMs > 60)
        found.push(`${name}, ${threads}: ${what} ended ${stop}, ${afterAbortMs} ms after the abort`)
    }
  }
  return found
}

async function main() {
  const chromium = findChromium()
  if (chromium === undefined)
    return void console.log('no Chromium found (set CHROMIUM=path): the browser proof is skipped')
  if (!existsSync(join(root, 'dist', 'index.js')))
    return void console.log('dist/index.js is missing (npm run build): the browser proof is skipped')
  const { fixedWork, timed } = await import('./scenario.js')
  const node = {
    fixedWork: JSON.parse(JSON.stringify(await fixedWork(1))),
    timed: { oneThread: await timed(1), twoThreads: await timed(2) },
  }
  const full = project({})
  for (const name of ['page.js', 'scenario.js']) cpSync(join(here, name), join(full, name))
  const small = project({
    'page.js':
      "import { qubo, solve } from 'isinglass'\nsolve(qubo({ a: -1, 'a*b': 2 })).then((report) => console.log(report.answer))\n",
  })
  const bundles = { full: await bundle(full), small: await bundle(small) }
  const pages = {
    isolated: await openPage(chromium, bundles.full.out, isolation),
    plain: await openPage(chromium, bundles.full.out, {}),
  }
  const found = Object.entries(pages).flatMap(([name, page]) => faults(name, page, node.fixedWork))
  const bytes = {
    solveAndQubo: { initialGzip: initialGzip(bundles.small.out), files: sizes(bundles.small.out) },
    scenario: { initialGzip: initialGzip(bundles.full.out) },
  }
  const shown = Object.fromEntries(Object.entries(pages).map(([name, { fixedWork: _, ...page }]) => [name, page]))
  console.log(
    JSON.stringify({ faults: found, warnings: bundles.full.warnings, bytes, node: node.timed, pages: shown }, null, 1),
  )
  for (const folder of [full, small]) rmSync(folder, { recursive: true, force: true })
  process.exitCode = found.length > 0 ? 1 : 0
}

await main()
