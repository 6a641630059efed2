/**
 * a′ = a − t·b, b′ = b + t·a on the pairs (x, x + stride) of every 2·stride numbers in start ≤ base < end, for `count`
 * numbers from each base: one qubit's real rotation by atan t, divided by its cosine.
 */
export function rotate2(a: Float64Array, start: number, end: number, stride: number, count: number, t: number): void {
  for (let base = start; base < end; base += 2 * stride) {
    for (let k = base; k < base + count; k++) {
      const p = a[k]
      const q = a[k + stride]
      a[k] = p - t * q
      a[k + stride] = q + t * p
    }
  }
}

/** `rotate2` for three qubits at once, strides s, 2s and 4s: every number is read and written once instead of thrice. */
export function rotate8(a: Float64Array, start: number, end: number, stride: number, count: number, t: number): void {
  const s2 = 2 * stride
  const s3 = 3 * stride
  const s4 = 4 * stride
  const s5 = 5 * stride
  const s6 = 6 * stride
  const s7 = 7 * stride
  for (let base = start; base < end; base += 8 * stride) {
    for (let k = base; k < base + count; k++) {
      const a0 = a[k]
      const a1 = a[k + stride]
      const a2 = a[k + s2]
      const a3 = a[k + s3]
      const a4 = a[k + s4]
      const a5 = a[k + s5]
      const a6 = a[k + s6]
      const a7 = a[k + s7]
      const b0 = a0 - t * a1
      const b1 = a1 + t * a0
      const b2 = a2 - t * a3
      const b3 = a3 + t * a2
      const b4 = a4 - t * a5
      const b5 = a5 + t * a4
      const b6 = a6 - t * a7
      const b7 = a7 + t * a6
      const c0 = b0 - t * b2
      const c1 = b1 - t * b3
      const c2 = b2 + t * b0
      const c3 = b3 + t * b1
      const c4 = b4 - t * b6
      const c5 = b5 - t * b7
      const c6 = b6 + t * b4
      const c7 = b7 + t * b5
      a[k] = c0 - t * c4
      a[k + stride] = c1 - t * c5
      a[k + s2] = c2 - t * c6
      a[k + s3] = c3 - t * c7
      a[k + s4] = c4 + t * c0
      a[k + s5] = c5 + t * c1
      a[k + s6] = c6 + t * c2
      a[k + s7] = c7 + t * c3
    }
  }
}
