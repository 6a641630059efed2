/**
 * Natural logarithm and exponential from + − × ÷ alone: Math.log and Math.exp differ between engines in the last bits,
 * and these numbers steer seeded trajectories. Both are within a few units in the last place.
 */
export function ln(x: number): number {
  let mantissa = x
  let exponent = 0
  for (; mantissa > Math.SQRT2; exponent++) mantissa /= 2
  for (; mantissa < Math.SQRT1_2; exponent--) mantissa *= 2
  return exponent * Math.LN2 + lnNearOne(mantissa)
}

/** 2·artanh((m − 1)/(m + 1)) for m in [√½, √2]; the first omitted term is below 2⁻⁶⁰. */
function lnNearOne(mantissa: number): number {
  const t = (mantissa - 1) / (mantissa + 1)
  const square = t * t
  let sum = 0
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1 / odd
  return 2 * t * sum
}

/** eˣ for |x| ≤ 700. */
export function exp(x: number): number {
  const halvings = Math.round(x / Math.LN2)
  const rest = x - halvings * Math.LN2
  let value = 1
  for (let k = 17; k >= 1; k--) value = 1 + (value * rest) / k
  for (let k = halvings; k > 0; k--) value *= 2
  for (let k = halvings; k < 0; k++) value /= 2
  return value
}
