// Compiles src/kernel/wasm/*.as.ts (AssemblyScript) to .wasm beside them; sources whose hash is unchanged are skipped.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./src/kernel/wasm/', import.meta.url))
const flags = '--runtime stub --importMemory --initialMemory 1 --noAssert -O3 --converge --enable simd'.split(' ')

const digest = (source) => createHash('sha256').update(flags.join()).update(readFileSync(source)).digest('hex')

const stale = ({ wasm, hash, stamp }) => !existsSync(wasm) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash

const modules = readdirSync(folder)
  .filter((name) => name.endsWith('.as.ts'))
  .map((name) => {
    const wasm = `${folder}${name.replace(/\.as\.ts$/, '.wasm')}`
    return { source: folder + name, wasm, stamp: `${wasm}.hash`, hash: digest(folder + name) }
  })
  .filter(stale)

if (modules.length > 0) {
  const { main } = await import('assemblyscript/asc')
  for (const { source, wasm, stamp, hash } of modules) {
    const { error, stderr } = await main([source, '--outFile', wasm, ...flags])
    if (error) {
      console.error(`${source}: ${error.message}\n${stderr.toString()}`)
      process.exit(1)
    }
    writeFileSync(stamp, hash)
    console.log(`built ${wasm}`)
  }
}
