/** What a rewrite maps: any frozen form, told apart by `kind`. */
export interface Form {
  readonly kind: FormKind
}
export type FormKind = 'model' | 'qubo' | 'ising' | 'milp'

/** A point of a form: bits and spins as Int8Array, anything with integers or reals as Float64Array. */
export type Point<F extends Form> = F['kind'] extends 'qubo' | 'ising' ? Int8Array : Float64Array

/**
 * A rewritten form that knows its way home (`lift`) and down (`lower`).
 *
 * Neither way costs: E_from(lift y) ≤ scale·E_to(y) + constant for all y, and scale·E_to(lower x) + constant ≤ E_from(x)
 * for every feasible x; hence equal minima. `lower` answers null when x has no image.
 */
export interface Rewritten<From extends Form, To extends Form> {
  readonly to: To
  readonly lift: (point: Point<To>) => Point<From>
  readonly lower: (point: Point<From>) => Point<To> | null
  readonly scale: number
  readonly constant: number
}

export type Rewrite<From extends Form, To extends Form> = (from: From) => Rewritten<From, To>

/** First `a`, then `b` on what it gave; pure, so two compositions may interleave. */
export function after<A extends Form, B extends Form, C extends Form>(
  a: Rewritten<A, B>,
  b: Rewritten<B, C>,
): Rewritten<A, C> {
  return {
    to: b.to,
    lift: (point) => a.lift(b.lift(point)),
    lower: (point) => {
      const middle = a.lower(point)
      return middle === null ? null : b.lower(middle)
    },
    scale: a.scale * b.scale,
    constant: a.constant + a.scale * b.constant,
  }
}

/** The rewrite that changes nothing. */
export function unchanged<F extends Form>(form: F): Rewritten<F, F> {
  return { to: form, lift: (point) => point, lower: (point) => point, scale: 1, constant: 0 }
}
