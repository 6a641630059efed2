/**
 * Twins against each other: paired A B A B in one run, medians, fixed work.
 * `ISINGLASS_INSTANCES=… node dist/bench/kernels.js` after a build; without instances on random graphs of the same shapes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import {
  annealPlain,
  annealWasm,
  annealWork,
  kernelNote,
  quboData,
  readsPerGroup,
  tabuPlain,
  tabuWasm,
} from '../src/kernel/index.ts'
import { type Qubo, quboFromCoo } from '../src/qubo/index.ts'
import { type Job, random, seedKey } from '../src/run/index.ts'

const folder = process.env.ISINGLASS_INSTANCES
const shapes = [
  { name: 'G1', size: 800, edges: 19176 },
  { name: 'G22', size: 2000, edges: 19990 },
  { name: 'G32', size: 2000, edges: 4000 },
]
const rounds = 5
const key = seedKey('bench', 'kernels')

/** A cut of weight w costs −w: −w on either end, 2w on the pair. */
function cutQubo(size: number, edges: readonly (readonly [number, number, number])[]): Qubo {
  const terms = edges.flatMap(([i, j, w]) => [[i, i, -w] as const, [j, j, -w] as const, [i, j, 2 * w] as const])
  return quboFromCoo(
    size,
    terms.map((t) => t[0]),
    terms.map((t) => t[1]),
    terms.map((t) => t[2]),
  )
}

function graph({ name, size, edges }: (typeof shapes)[number]): Qubo {
  const file = `${folder}/maxcut/gset/${name}.txt`
  if (folder !== undefined && existsSync(file)) {
    const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
    return cutQubo(
      size,
      rows.map((row) => row.trim().split(/\s+/).map(Number)).map(([i, j, w]) => [i - 1, j - 1, w]),
    )
  }
  const dice = random(name, 'bench')
  return cutQubo(
    size,
    Array.from({ length: edges }, () => [dice.below(size), dice.below(size), 1]),
  )
}

function milliseconds(job: Job<unknown>): number {
  const startedAt = performance.now()
  for (let state = job.next(0); !state.done; ) state = job.next(1e6)
  return performance.now() - startedAt
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

/** Work per microsecond of both, medians of alternating runs. */
function compare(work: number, plain: () => Job<unknown>, wasm: () => Job<unknown>): string {
  const times = Array.from({ length: rounds }, () => [milliseconds(plain()), milliseconds(wasm())])
  const rate = (which: number) => work / 1000 / median(times.map((t) => t[which]))
  return `plain ${rate(0).toFixed(1)} M/s, wasm ${rate(1).toFixed(1)} M/s, ratio ${(rate(1) / rate(0)).toFixed(1)}`
}

console.log(`${cpus()[0].model}, node ${process.version}, ${rounds} paired rounds`)
for (const shape of shapes) {
  const form = graph(shape)
  const qubo = quboData(form)
  const reads = readsPerGroup(qubo)
  const sweeps = 400
  const anneal = { qubo, key, firstRead: 0, reads, sweeps }
  const search = { qubo, key, search: 0, work: 1e7 }
  console.log(
    shape.name,
    'anneal',
    kernelNote(qubo, annealWasm),
    compare(
      annealWork(qubo, reads, sweeps),
      () => annealPlain.start(anneal),
      () => annealWasm.start(anneal),
    ),
  )
  console.log(
    shape.name,
    'tabu, units of work:',
    compare(
      search.work,
      () => tabuPlain.start(search),
      () => tabuWasm.start(search),
    ),
  )
}
