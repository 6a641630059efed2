/** A computation cut into small pieces: it yields the work of each and returns what it computed. */
export type Pieces<Out> = Generator<number, Out, void>

/** All pieces in one go. */
export function atOnce<Out>(pieces: Pieces<Out>): Out {
  for (let state = pieces.next(); ; state = pieces.next()) if (state.done) return state.value
}
