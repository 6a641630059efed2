// Moves of one-flip tabu search; `tabu-board.ts` is the reference with the same trajectories.
//
// `costs`, `freeAt`: i32 per bit, padded to a multiple of 8 (padding costs 2³¹ − 1); `signs`: i8, 1 − 2x.
// Couplings: pairs of i32 (neighbour, weight). `state`: energy, round's best, best (f64 each), move, round's move (i32),
// then sfc32 (four i32). `points`: the round's best signs and, `padded` bytes on, the best ones.

@inline
function below(word: i32, bound: i32): i32 {
  return <i32>((<u64>(<u32>word) * <u64>bound) >> 32)
}

export function flip(costs: usize, signs: usize, rowStart: usize, pairs: usize, bit: i32, state: usize): i32 {
  const at = <usize>bit
  const cost = load<i32>(costs + (at << 2))
  const sign = <i32>load<i8>(signs + at)
  store<f64>(state, load<f64>(state) + <f64>cost)
  store<i32>(costs + (at << 2), -cost)
  store<i8>(signs + at, <i8>(-sign))
  const first = load<i32>(rowStart + (at << 2)), last = load<i32>(rowStart + (at << 2), 4)
  const end = pairs + ((<usize>last) << 3)
  for (let e = pairs + ((<usize>first) << 3); e < end; e += 8) {
    const j = <usize>load<i32>(e)
    const place = costs + (j << 2)
    store<i32>(place, load<i32>(place) + load<i32>(e, 4) * sign * <i32>load<i8>(signs + j))
  }
  return 1 + ((last - first) >> 2)
}

/** The first of the cheapest bits, counted from `start` round, that is free or costs less than `aspiration`. */
function cheapest(costs: usize, freeAt: usize, padded: i32, start: i32, move: i32, aspiration: i32): i32 {
  const dear = i32x4.splat(i32.MAX_VALUE), now = i32x4.splat(move), wish = i32x4.splat(aspiration), eight = i32x4.splat(8)
  let least = dear, least2 = dear, when = i32x4.splat(0), when2 = when, turn = when
  for (let half = 0; half < 2; half++) {
    const end = (<usize>(half ? start : padded)) << 2
    for (let o = (<usize>(half ? 0 : start)) << 2; o < end; o += 32) {
      const a = v128.load(costs + o), b = v128.load(costs + o, 16)
      const mayA = v128.or(i32x4.le_s(v128.load(freeAt + o), now), i32x4.lt_s(a, wish))
      const mayB = v128.or(i32x4.le_s(v128.load(freeAt + o, 16), now), i32x4.lt_s(b, wish))
      const betterA = v128.and(mayA, i32x4.lt_s(a, least)), betterB = v128.and(mayB, i32x4.lt_s(b, least2))
      least = v128.bitselect(a, least, betterA)
      least2 = v128.bitselect(b, least2, betterB)
      when = v128.bitselect(turn, when, betterA)
      when2 = v128.bitselect(turn, when2, betterB)
      turn = i32x4.add(turn, eight)
    }
  }
  when = i32x4.add(when, i32x4(0, 1, 2, 3))
  when2 = i32x4.add(when2, i32x4(4, 5, 6, 7))
  const second = v128.or(i32x4.lt_s(least2, least), v128.and(i32x4.eq(least2, least), i32x4.lt_s(when2, when)))
  least = v128.bitselect(least2, least, second)
  when = v128.bitselect(when2, when, second)
  let cost = i32x4.extract_lane(least, 0), at = i32x4.extract_lane(when, 0)
  let c = i32x4.extract_lane(least, 1), w = i32x4.extract_lane(when, 1)
  if (c < cost || (c == cost && w < at)) { cost = c; at = w }
  c = i32x4.extract_lane(least, 2); w = i32x4.extract_lane(when, 2)
  if (c < cost || (c == cost && w < at)) { cost = c; at = w }
  c = i32x4.extract_lane(least, 3); w = i32x4.extract_lane(when, 3)
  if (c < cost || (c == cost && w < at)) { cost = c; at = w }
  if (cost == i32.MAX_VALUE) return start
  at += start
  return at >= padded ? at - padded : at
}

/** Moves until `work` units are spent or `patience` moves brought nothing; returns the units spent. */
export function search(
  costs: usize, freeAt: usize, signs: usize, rowStart: usize, pairs: usize, points: usize, state: usize,
  padded: i32, scan: i32, tenure: i32, patience: i32, work: f64,
): f64 {
  let spent: f64 = 0
  const spread = min(10, tenure + 1)
  while (spent < work) {
    let move = load<i32>(state, 24)
    if (move - load<i32>(state, 28) > patience) break
    const aspiration = <i32>max<f64>(-2147483648.0, load<f64>(state, 16) - load<f64>(state))
    const start = below(draw(state), padded >> 3) << 3
    const bit = cheapest(costs, freeAt, padded, start, move, aspiration)
    move++
    store<i32>(state, move, 24)
    spent += <f64>(scan + flip(costs, signs, rowStart, pairs, bit, state))
    store<i32>(freeAt + ((<usize>bit) << 2), move + tenure + below(draw(state), spread))
    const energy = load<f64>(state)
    if (energy >= load<f64>(state, 8)) continue
    store<f64>(state, energy, 8)
    store<i32>(state, move, 28)
    memory.copy(points, signs, <usize>padded)
    if (energy >= load<f64>(state, 16)) continue
    store<f64>(state, energy, 16)
    memory.copy(points + <usize>padded, signs, <usize>padded)
  }
  return spent
}

@inline
function draw(state: usize): i32 {
  const a = load<i32>(state, 32), b = load<i32>(state, 36), c = load<i32>(state, 40), counter = load<i32>(state, 44)
  const word = a + b + counter
  store<i32>(state, counter + 1, 44)
  store<i32>(state, b ^ (<i32>((<u32>b) >>> 9)), 32)
  store<i32>(state, c + (c << 3), 36)
  store<i32>(state, rotl<i32>(c, 21) + word, 40)
  return word
}
