import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Sources import built kernels as bytes; tsup's binary loader does it for the bundle, this plugin for the tests. */
const wasmAsBytes = {
  name: 'wasm-as-bytes',
  enforce: 'pre' as const,
  load(id: string) {
    if (!id.endsWith('.wasm')) return undefined
    return `export default Uint8Array.from(atob('${readFileSync(id).toString('base64')}'), (c) => c.charCodeAt(0))`
  },
}

export default defineConfig({
  plugins: [wasmAsBytes],
  resolve: { alias: { '#threads': new URL('./src/run/threads.node.ts', import.meta.url).pathname } },
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000 },
})
