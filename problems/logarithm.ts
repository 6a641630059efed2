const bits = new DataView(new ArrayBuffer(8))
const twoOverLn2 = 2.8853900817779268

/**
 * The logarithm to base 2 of a positive finite number, from +, −, × and ÷ alone: equal bits on every engine, where
 * Math.log2 may differ in the last place. Within 1e-14 of the truth.
 * log2(m·2^e) = e + log2 m, and ln m = 2·artanh((m − 1)/(m + 1)) as a series, for m between √½ and √2.
 */
export function log2(x: number): number {
  if (x < 2.2250738585072014e-308) return log2(x * 18014398509481984) - 54
  bits.setFloat64(0, x)
  const high = bits.getUint32(0)
  let exponent = (high >>> 20) - 1023
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  let mantissa = bits.getFloat64(0)
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  }
  const f = (mantissa - 1) / (mantissa + 1)
  return exponent + twoOverLn2 * series(f, f * f)
}

const ln2 = Math.LN2

/**
 * The natural logarithm of a positive finite number, from the same arithmetic; within 1e-15 of the larger of 1 and the value.
 */
export function ln(x: number): number {
  if (x < 2.2250738585072014e-308) return ln(x * 18014398509481984) - 54 * ln2
  bits.setFloat64(0, x)
  const high = bits.getUint32(0)
  let exponent = (high >>> 20) - 1023
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  let mantissa = bits.getFloat64(0)
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  }
  const f = (mantissa - 1) / (mantissa + 1)
  return exponent * ln2 + 2 * series(f, f * f)
}

/** f + f³/3 + f⁵/5 + …; |f| ≤ 0.1716, so twelve terms reach double precision. */
function series(f: number, square: number): number {
  let sum = 0
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1 / odd
  return f * sum
}
