// Metropolis sweeps of replicas in SIMD lanes; `sweep.ts` is the reference with the same trajectories.
//
// Per variable 64 bytes: two vectors of fields (the cost of raising the bit), then two vectors of masks (−1 where it is 1).
// Couplings: pairs of i32 (64 · neighbour, weight). Thresholds: the largest cost accepted, read from a random place on;
// neighbouring lanes read neighbouring entries. `state`: sfc32, four words, advanced once per variable.

/** Largest acceptable costs at a temperature: out[k] = min(32767, ⌊nats[k] · temperature⌋). */
export function temper16(nats: usize, count: i32, temperature: f32, out: usize): void {
  const scale = f32x4.splat(temperature)
  const cap = f32x4.splat(32767)
  for (let k = 0; k < count; k += 8) {
    const from = nats + ((<usize>k) << 2)
    const low = i32x4.trunc_sat_f32x4_s(f32x4.pmin(cap, f32x4.mul(v128.load(from), scale)))
    const high = i32x4.trunc_sat_f32x4_s(f32x4.pmin(cap, f32x4.mul(v128.load(from, 16), scale)))
    v128.store(out + ((<usize>k) << 1), i16x8.narrow_i32x4_s(low, high))
  }
}

/** As temper16 with 32-bit thresholds, saturating at 2³¹ − 1. */
export function temper32(nats: usize, count: i32, temperature: f32, out: usize): void {
  const scale = f32x4.splat(temperature)
  for (let k = 0; k < count; k += 4) {
    const at = (<usize>k) << 2
    v128.store(out + at, i32x4.trunc_sat_f32x4_s(f32x4.mul(v128.load(nats + at), scale)))
  }
}

/** 16 replicas, |field| ≤ 32767. Sweeps variables [from, to). */
export function sweep16(
  lanes: usize, rowStart: usize, pairs: usize, from: i32, to: i32, thresholds: usize, shift: i32, state: usize,
): void {
  let a = load<i32>(state), b = load<i32>(state, 4), c = load<i32>(state, 8), counter = load<i32>(state, 12)
  const one = i16x8.splat(1)
  let p = lanes + ((<usize>from) << 6)
  for (let i = from; i < to; i++, p += 64) {
    const word = a + b + counter
    counter++
    a = b ^ (<i32>((<u32>b) >>> 9))
    b = c + (c << 3)
    c = rotl<i32>(c, 21) + word
    const t = thresholds + ((<usize>((<u32>word) >>> shift)) << 1)
    const mask = v128.load(p, 32), mask2 = v128.load(p, 48)
    const flip = i16x8.le_s(i16x8.sub(v128.xor(v128.load(p), mask), mask), v128.load(t))
    const flip2 = i16x8.le_s(i16x8.sub(v128.xor(v128.load(p, 16), mask2), mask2), v128.load(t, 16))
    if (!v128.any_true(v128.or(flip, flip2))) continue
    const step = v128.and(i16x8.add(i16x8.add(mask, mask), one), flip)
    const step2 = v128.and(i16x8.add(i16x8.add(mask2, mask2), one), flip2)
    v128.store(p, v128.xor(mask, flip), 32)
    v128.store(p, v128.xor(mask2, flip2), 48)
    const row = rowStart + ((<usize>i) << 2)
    const end = pairs + ((<usize>load<i32>(row, 4)) << 3)
    for (let e = pairs + ((<usize>load<i32>(row)) << 3); e < end; e += 8) {
      const g = lanes + <usize>load<i32>(e)
      const weight = v128.load16_splat(e, 4)
      v128.store(g, i16x8.add(v128.load(g), i16x8.mul(step, weight)))
      v128.store(g, i16x8.add(v128.load(g, 16), i16x8.mul(step2, weight)), 16)
    }
  }
  store<i32>(state, a)
  store<i32>(state, b, 4)
  store<i32>(state, c, 8)
  store<i32>(state, counter, 12)
}

/** As sweep16 where every |weight| is `unit`: row i raises up to middle[i] and lowers from there on; no multiplication. */
export function sweepUnit16(
  lanes: usize, rowStart: usize, middle: usize, columns: usize, unit: i32,
  from: i32, to: i32, thresholds: usize, shift: i32, state: usize,
): void {
  let a = load<i32>(state), b = load<i32>(state, 4), c = load<i32>(state, 8), counter = load<i32>(state, 12)
  const one = i16x8.splat(<i16>unit), two = i16x8.splat(<i16>(-2 * unit))
  let p = lanes + ((<usize>from) << 6)
  for (let i = from; i < to; i++, p += 64) {
    const word = a + b + counter
    counter++
    a = b ^ (<i32>((<u32>b) >>> 9))
    b = c + (c << 3)
    c = rotl<i32>(c, 21) + word
    const t = thresholds + ((<usize>((<u32>word) >>> shift)) << 1)
    const mask = v128.load(p, 32), mask2 = v128.load(p, 48)
    const flip = i16x8.le_s(i16x8.sub(v128.xor(v128.load(p), mask), mask), v128.load(t))
    const flip2 = i16x8.le_s(i16x8.sub(v128.xor(v128.load(p, 16), mask2), mask2), v128.load(t, 16))
    if (!v128.any_true(v128.or(flip, flip2))) continue
    const step = v128.and(i16x8.add(v128.and(mask, two), one), flip)
    const step2 = v128.and(i16x8.add(v128.and(mask2, two), one), flip2)
    v128.store(p, v128.xor(mask, flip), 32)
    v128.store(p, v128.xor(mask2, flip2), 48)
    const row = (<usize>i) << 2
    let e = columns + ((<usize>load<i32>(rowStart + row)) << 2)
    const turn = columns + ((<usize>load<i32>(middle + row)) << 2)
    const end = columns + ((<usize>load<i32>(rowStart + row, 4)) << 2)
    for (; e < turn; e += 4) {
      const g = lanes + <usize>load<i32>(e)
      v128.store(g, i16x8.add(v128.load(g), step))
      v128.store(g, i16x8.add(v128.load(g, 16), step2), 16)
    }
    for (; e < end; e += 4) {
      const g = lanes + <usize>load<i32>(e)
      v128.store(g, i16x8.sub(v128.load(g), step))
      v128.store(g, i16x8.sub(v128.load(g, 16), step2), 16)
    }
  }
  store<i32>(state, a)
  store<i32>(state, b, 4)
  store<i32>(state, c, 8)
  store<i32>(state, counter, 12)
}

/** 8 replicas, |field| < 2³¹. Sweeps variables [from, to). */
export function sweep32(
  lanes: usize, rowStart: usize, pairs: usize, from: i32, to: i32, thresholds: usize, shift: i32, state: usize,
): void {
  let a = load<i32>(state), b = load<i32>(state, 4), c = load<i32>(state, 8), counter = load<i32>(state, 12)
  const one = i32x4.splat(1)
  let p = lanes + ((<usize>from) << 6)
  for (let i = from; i < to; i++, p += 64) {
    const word = a + b + counter
    counter++
    a = b ^ (<i32>((<u32>b) >>> 9))
    b = c + (c << 3)
    c = rotl<i32>(c, 21) + word
    const t = thresholds + ((<usize>((<u32>word) >>> shift)) << 2)
    const mask = v128.load(p, 32), mask2 = v128.load(p, 48)
    const flip = i32x4.le_s(i32x4.sub(v128.xor(v128.load(p), mask), mask), v128.load(t))
    const flip2 = i32x4.le_s(i32x4.sub(v128.xor(v128.load(p, 16), mask2), mask2), v128.load(t, 16))
    if (!v128.any_true(v128.or(flip, flip2))) continue
    const step = v128.and(i32x4.add(i32x4.add(mask, mask), one), flip)
    const step2 = v128.and(i32x4.add(i32x4.add(mask2, mask2), one), flip2)
    v128.store(p, v128.xor(mask, flip), 32)
    v128.store(p, v128.xor(mask2, flip2), 48)
    const row = rowStart + ((<usize>i) << 2)
    const end = pairs + ((<usize>load<i32>(row, 4)) << 3)
    for (let e = pairs + ((<usize>load<i32>(row)) << 3); e < end; e += 8) {
      const g = lanes + <usize>load<i32>(e)
      const weight = v128.load32_splat(e, 4)
      v128.store(g, i32x4.add(v128.load(g), i32x4.mul(step, weight)))
      v128.store(g, i32x4.add(v128.load(g, 16), i32x4.mul(step2, weight)), 16)
    }
  }
  store<i32>(state, a)
  store<i32>(state, b, 4)
  store<i32>(state, c, 8)
  store<i32>(state, counter, 12)
}
