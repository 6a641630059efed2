/**
 * The shortest preemptive schedule of one machine with heads and tails: at every moment the operation there with the
 * longest tail (Jackson 1955). A bound for every schedule without preemption (Carlier 1982). O(n²) for n operations.
 */
export function oneMachineBound(
  operations: readonly number[],
  head: ArrayLike<number>,
  duration: ArrayLike<number>,
  tail: ArrayLike<number>,
): number {
  const waiting = [...operations].sort((a, b) => head[a] - head[b])
  const left = new Map(operations.map((o) => [o, duration[o]]))
  const ready: number[] = []
  let time = 0
  let bound = 0
  for (let next = 0; next < waiting.length || ready.length > 0; ) {
    if (ready.length === 0) time = Math.max(time, head[waiting[next]])
    for (; next < waiting.length && head[waiting[next]] <= time; next++) ready.push(waiting[next])
    let at = 0
    for (let k = 1; k < ready.length; k++) if (tail[ready[k]] > tail[ready[at]]) at = k
    const chosen = ready[at]
    const rest = left.get(chosen) as number
    const until = next < waiting.length ? Math.min(time + rest, head[waiting[next]]) : time + rest
    left.set(chosen, rest - (until - time))
    time = until
    if (left.get(chosen) !== 0) continue
    ready.splice(at, 1)
    bound = Math.max(bound, time + tail[chosen])
  }
  return bound
}
