import type { StopReason } from './job.ts'

/**
 * One find of a solver: a point of the model (one number per column), or an answer in the user's own nouns
 * (a domain heuristic's), or both. `energy` is the model's objective at the point, soft constraints included,
 * hard penalties excluded; `violation` is the sum of what hard constraints miss. For answers without a point both are NaN.
 */
export interface Sample {
  readonly point: Float64Array | null
  readonly answer?: unknown
  readonly energy: number
  readonly violation: number
  readonly occurrences: number
  readonly foundBy: string
}

/** What a solver hands back: its finds, what it proved, why it ended and what it spent. */
export interface SampleSet {
  readonly samples: readonly Sample[]
  readonly stop: StopReason
  /** `optimal`: the best sample is proven best; `infeasible`: proven that there is none. */
  readonly proof: 'optimal' | 'infeasible' | null
  /** A lower bound on the model's objective (the model minimises), where the solver has one. */
  readonly bound: number | null
  /** Work units spent; the same limit replays the run bit for bit. */
  readonly work: number
  /** The solver expression that replays this result under no clock. */
  readonly replay: string
  /** Which sentence a reader of the report should see: choices made, children that refused, engines used. */
  readonly notes: readonly string[]
  /** Numbers of reads taken, and of circuits: qubits, depth, shots, where they apply. */
  readonly reads: number
  readonly circuit?: { readonly qubits: number; readonly depth: number; readonly shots: number }
}

/** The empty set with everything said that the caller knows. */
export function sampleSet(parts: Partial<SampleSet> & Pick<SampleSet, 'replay'>): SampleSet {
  return { samples: [], stop: 'finished', proof: null, bound: null, work: 0, notes: [], reads: 0, ...parts }
}

/** Feasible before infeasible, then less energy, then the order found. */
export function compareSamples(a: Sample, b: Sample): number {
  return a.violation - b.violation || a.energy - b.energy
}

/** The best sample by violation, then energy; undefined when the set is empty. */
export function lowest(set: SampleSet): Sample | undefined {
  return set.samples.reduce<Sample | undefined>(
    (best, s) => (best === undefined || compareSamples(s, best) < 0 ? s : best),
    undefined,
  )
}

/** Equal points become one sample with their occurrences added; the order of first finds is kept. */
export function aggregate(set: SampleSet): SampleSet {
  const seen = new Map<string, Sample>()
  for (const sample of set.samples) {
    const key = sample.point === null ? JSON.stringify(sample.answer) : sample.point.join()
    const before = seen.get(key)
    seen.set(key, before ? { ...before, occurrences: before.occurrences + sample.occurrences } : sample)
  }
  return { ...set, samples: [...seen.values()] }
}

/** A printed table: energy, violation, occurrences, who found it; best first. */
export function printSamples(set: SampleSet, most = 10): string {
  const rows = [...set.samples].sort(compareSamples).slice(0, most)
  const lines = rows.map((s) =>
    [s.energy, s.violation, s.occurrences, s.foundBy].map((cell) => String(cell).padStart(12)).join(' '),
  )
  return [['energy', 'violation', 'occurrences', 'found by'].map((cell) => cell.padStart(12)).join(' '), ...lines].join(
    '\n',
  )
}
