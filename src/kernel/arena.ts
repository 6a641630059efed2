import sweep from './wasm/sweep.wasm'
import tabu from './wasm/tabu.wasm'

type Export = 'temper16' | 'temper32' | 'sweep16' | 'sweepUnit16' | 'sweep32' | 'flip' | 'search'

/** Linear memory with the kernels that work on it, leased to one job at a time. */
export interface Arena {
  readonly call: Readonly<Record<Export, (...numbers: number[]) => number>>
  /** The next `length` bytes, aligned to a cache line. */
  reserve(length: number): number
  view<View>(type: new (buffer: ArrayBuffer, at: number, length: number) => View, at: number, length: number): View
  release(): void
}

interface Instance {
  readonly memory: WebAssembly.Memory
  readonly call: Arena['call']
}

const page = 65536
let compiled: readonly WebAssembly.Module[] | null | undefined

/** The compiled kernels, or null where the engine has no WebAssembly SIMD (or forbids it). Compiled once, on first use. */
function kernelModules(): readonly WebAssembly.Module[] | null {
  if (compiled !== undefined) return compiled
  try {
    compiled = [sweep, tabu].map((bytes) => new WebAssembly.Module(bytes as BufferSource))
  } catch {
    compiled = null
  }
  return compiled
}

/** True where `leaseArena` works. */
export const wasmAvailable = (): boolean => kernelModules() !== null

/** Instances waiting for the next job: a memory reserves address space, so they are used again, not made anew. */
const idle: Instance[] = []

/** An arena of at least `size` bytes; it grows now and never later, so views stay valid until it is released. */
export function leaseArena(size: number): Arena {
  const instance = idle.pop() ?? instantiate()
  const { memory, call } = instance
  const missing = Math.ceil((size - memory.buffer.byteLength) / page)
  if (missing > 0) memory.grow(missing)
  let next = 4096
  return {
    call,
    reserve: (length) => {
      const at = next
      next = (next + length + 63) & ~63
      return at
    },
    view: (type, at, length) => new type(memory.buffer, at, length),
    release: () => {
      if (memory.buffer.byteLength <= largestKept && idle.length < 64) idle.push(instance)
    },
  }
}

const largestKept = 2 ** 26

/** One memory, and every module's exports working on it. */
function instantiate(): Instance {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const modules = kernelModules() ?? []
  const exports = modules.map((module) => new WebAssembly.Instance(module, { env: { memory } }).exports)
  return { memory, call: Object.assign({}, ...exports) as Arena['call'] }
}
