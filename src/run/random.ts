import seedrandom from 'seedrandom'

/** A small-state generator (sfc32, Chris Doty-Humphrey's PractRand): same seed and stream, same numbers, everywhere. */
export interface Random {
  /** A whole number in [0, 2³²). */
  uint32(): number
  /** A whole number in [0, bound), bound ≤ 2³¹; the bias is below bound/2³². */
  below(bound: number): number
  /** A real number in [0, 1). */
  unit(): number
}

/** 128 bits of key for a user's seed and a purpose; seedrandom does the expanding. */
export function seedKey(seed: string, purpose: string): Uint32Array {
  const expand = seedrandom(`${seed}\u0000${purpose}`)
  return Uint32Array.from({ length: 4 }, () => expand.int32())
}

/** Stream number `index` of a key: independent of every other index and of how many there are. */
export function streamState(key: Uint32Array, index: number): Uint32Array {
  const state = new Uint32Array(4)
  const low = index >>> 0
  const high = Math.floor(index / 4294967296) >>> 0
  for (let k = 0; k < 4; k++) {
    state[k] = mix(key[k] ^ mix(low + Math.imul(k + 1, 0x9e3779b9)) ^ mix(high + Math.imul(k + 5, 0x85ebca6b)))
  }
  return state
}

export function randomFrom(state: Uint32Array): Random {
  let [a, b, c, counter] = state
  const uint32 = () => {
    const out = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return out >>> 0
  }
  for (let k = 0; k < 12; k++) uint32()
  return {
    uint32,
    below: (bound) => Math.floor((uint32() / 4294967296) * bound),
    unit: () => uint32() / 4294967296,
  }
}

/** The generator for one stream of a seed and purpose. */
export function random(seed: string, purpose: string, index = 0): Random {
  return randomFrom(streamState(seedKey(seed, purpose), index))
}

function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
