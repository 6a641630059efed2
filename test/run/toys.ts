import type { Engine, Kernel } from '../../src/run/index.ts'

/** Adds up 1, 2, 3 … `terms`, one unit of work each; stopped early it gives the sum so far. */
export const adding: Kernel<{ terms: number; from?: { first: Float64Array } }, number> = {
  name: 'adding',
  *start({ terms, from }) {
    let sum = from?.first[0] ?? 0
    let allowance = yield { work: 0 }
    for (let k = 0; k < terms; ) {
      const piece = Math.min(allowance, terms - k)
      if (piece <= 0) return sum
      for (let end = k + piece; k < end; ) sum += ++k
      allowance = yield { work: piece }
    }
    return sum
  },
}

/** Never ends by itself; says how much it did. */
export const endless: Kernel<null, number> = {
  name: 'endless',
  *start() {
    let work = 0
    let allowance = yield { work: 0 }
    while (allowance > 0) {
      let chaff = 0
      for (let k = 0; k < allowance; k++) chaff = (chaff + k) | 0
      work += allowance
      allowance = yield { work: allowance + 0 * chaff }
    }
    return work
  },
}

/** Ends its worker the hard way; on the calling thread it is as good as any. */
export const crashing: Kernel<{ here: number }, string> = {
  name: 'crashing',
  *start({ here }) {
    yield { work: 0 }
    if (process.pid === here && isWorker()) process.exit(7)
    return 'survived'
  },
}

export const throwing: Kernel<null, never> = {
  name: 'throwing',
  // biome-ignore lint/correctness/useYield: it throws before it could.
  *start() {
    throw new RangeError('a defect of the kernel')
  },
}

const isWorker = () => (globalThis as { toyWorker?: boolean }).toyWorker === true

/** Shows one find and then blocks its thread for good, unless told to stop. */
export const stubborn: Engine<{ heedful: boolean }, string, string> = {
  name: 'stubborn',
  solve: async ({ heedful }, { onFind, stop }) => {
    onFind('first find')
    while (!heedful || stop() === null);
    return 'ended by itself'
  },
}

export const kernels = [adding, endless, crashing, throwing]
export const engines = [stubborn]
