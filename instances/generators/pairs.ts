/** A list grown pair by pair. */
export function pairs() {
  const from: number[] = []
  const to: number[] = []
  const weight: number[] = []
  const add = (a: number, b: number, w: number) => {
    from.push(a)
    to.push(b)
    weight.push(w)
  }
  return { from, to, weight, add }
}
