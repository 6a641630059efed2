const twoOverPi = 0.6366197723675814
// π/2 in three pieces of 33 bits: whole multiples below 2²⁰ of the first two are exact.
const first = 1.5707963267341256
const second = 6.077100506303966e-11
const rest = 2.0222662487959506e-21

/**
 * Writes cos(angle) to out[at] and sin(angle) to out[at + 1]: the same bits on every engine, which Math.sin does not promise.
 *
 * Within 1 ulp for |angle| ≤ 1.6e6 radians; beyond that the error grows with the angle. Range reduction and polynomials
 * are those of fdlibm (Sun Microsystems, k_sin.c, k_cos.c, e_rem_pio2.c).
 */
export function cosSin(angle: number, out: Float64Array, at: number): void {
  const quarters = Math.floor(angle * twoOverPi + 0.5)
  const near = angle - quarters * first
  const low = quarters * second
  const high = near - low
  const correction = quarters * rest - (near - high - low)
  const y = high - correction
  const tail = high - y - correction
  const z = y * y
  const sin = sinNear(y, tail, z)
  const cos = cosNear(y, tail, z)
  // A turn by quarters: looked up instead of decided, because a phase's quadrant is a coin that no processor can predict.
  turned[0] = cos
  turned[1] = sin
  turned[2] = -cos
  turned[3] = -sin
  out[at] = turned[-quarters & 3]
  out[at + 1] = turned[(1 - quarters) & 3]
}

const turned = new Float64Array(4)

/** sin(y + tail) for |y| ≤ π/4, z = y². */
function sinNear(y: number, tail: number, z: number): number {
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (0.0000027557313707070068 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)))
  const cube = z * y
  return y - (z * (0.5 * tail - cube * r) - tail - cube * -0.16666666666666632)
}

/** cos(y + tail) for |y| ≤ π/4, z = y². */
function cosNear(y: number, tail: number, z: number): number {
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (0.00002480158728947673 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))))
  const half = 0.5 * z
  const w = 1 - half
  return w + (1 - w - half + (z * r - y * tail))
}
