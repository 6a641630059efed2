import { defineConfig, type Options } from 'tsup'

const entries = {
  index: 'src/index.ts',
  solvers: 'solvers/index.ts',
  problems: 'problems/index.ts',
  instances: 'instances/index.ts',
  contracts: 'test/contracts/index.ts',
  service: 'src/service/index.ts',
  client: 'src/client/index.ts',
}

/** Calls that only make a value, which whoever bundles this package may leave out when nobody uses it. */
const makers = /(= |: )(define(?:Problem|Solver|Strategy)|readBy|graphSchema|graphWith|nodeSetSchema|oneOf)\(/g
/** Namespaces, likewise, and with them what they name. */
const namespaces = /var (\w+_exports) = \{\};\n__export\(\1, (\{[\s\S]*?\n\})\);/g

const droppable: Options['plugins'] = [
  {
    name: 'droppable',
    renderChunk: (code) => ({
      code: code
        .replace(makers, '$1/* @__PURE__ */ $2(')
        .replace(
          namespaces,
          'var $1 = /* @__PURE__ */ ((names) => (__export(names[0], names[1]), names[0]))([{}, $2]);',
        ),
    }),
  },
]

export default defineConfig({
  plugins: droppable,
  entry: {
    ...entries,
    cli: 'src/cli/main.ts',
    'bench/showcase': 'bench/showcase.ts',
    'bench/families': 'bench/families.ts',
    'bench/kernels': 'bench/kernels.ts',
    'bench/latency': 'bench/latency.ts',
    'bench/service': 'bench/service.ts',
    'service-worker': 'src/service/worker.ts',
    worker: 'src/worker.ts',
    'worker.node': 'src/worker.node.ts',
    'threads.node': 'src/run/threads.node.ts',
    'threads.web': 'src/run/threads.web.ts',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: !process.argv.includes('--dts-only'),
  sourcemap: false,
  removeNodeProtocol: false,
  loader: { '.wasm': 'binary' },
  external: ['#threads', /^node:/],
  dts: process.argv.includes('--dts-only') ? { entry: entries } : false,
})
