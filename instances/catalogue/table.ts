/** The best value known for a standard instance. */
export interface Known {
  readonly name: string
  /** The problem's name. */
  readonly kind: string
  readonly family: string
  readonly sense: 'min' | 'max'
  readonly bestKnown: number
  /** True when a solution of exactly this value was evaluated; false for a value of the literature. */
  readonly confirmed: boolean
  readonly source: string
  readonly note?: string
  /** The value is for exactly so many vehicles. */
  readonly vehicles?: number
  /** The value is for this score of a Bayesian network, its parents not limited further. */
  readonly score?: string
}

type Shared = Pick<Known, 'kind' | 'family' | 'sense' | 'source'>

/** `name value` pairs between commas; a `?` after the value marks one that is not confirmed. */
export function table(shared: Shared, pairs: string, notes: Readonly<Record<string, string>> = {}): readonly Known[] {
  return pairs.split(',').map((pair) => {
    const [name, value] = pair.trim().split(' ')
    const known = { name, ...shared, bestKnown: Number.parseFloat(value), confirmed: !value.endsWith('?') }
    return notes[name] === undefined ? known : { ...known, note: notes[name] }
  })
}
