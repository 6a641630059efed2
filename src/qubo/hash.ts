/** A 64-bit digest (two interleaved 32-bit multiply–xor streams) of labels and typed arrays, as 16 hexadecimal digits. */
export function hashArrays(labels: readonly (string | number)[], ...arrays: readonly ArrayBufferView[]): string {
  const state = { a: 0x9e3779b9, b: 0x85ebca6b }
  for (const byte of new TextEncoder().encode(JSON.stringify(labels))) stir(state, byte)
  for (const array of arrays) {
    stir(state, array.byteLength)
    stirWords(state, array)
  }
  return hex(finish(state.a ^ state.b)) + hex(finish(Math.imul(state.b, 0xc2b2ae35) ^ state.a))
}

interface State {
  a: number
  b: number
}

function stir(state: State, word: number): void {
  state.a = Math.imul(state.a ^ word, 0x85ebca77)
  state.a ^= state.a >>> 15
  state.b = Math.imul(state.b + word, 0x27d4eb2f)
  state.b ^= state.b >>> 13
}

function stirWords(state: State, array: ArrayBufferView): void {
  const words = array.byteLength >>> 2
  const view = new DataView(array.buffer, array.byteOffset, array.byteLength)
  for (let k = 0; k < words; k++) stir(state, view.getUint32(k * 4, true))
  for (let k = words * 4; k < array.byteLength; k++) stir(state, view.getUint8(k))
}

function finish(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

const hex = (word: number): string => word.toString(16).padStart(8, '0')
