import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Bundles the toy kernels' worker (some milliseconds) and gives its address. */
export async function toyWorkerUrl(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'isinglass-toys-')), 'worker.mjs')
  const entry = fileURLToPath(new URL('./toys.worker.ts', import.meta.url))
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' })
  return pathToFileURL(outfile).href
}
