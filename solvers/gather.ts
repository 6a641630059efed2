import type { Found } from '../src/kernel/index.ts'
import type { Run, Sample } from '../src/run/index.ts'
import type { Sampled } from '../src/solver.ts'
import type { Compiled, Task } from '../src/task.ts'

/** More samples than this are kept only where they improve on all before. */
const mostSamples = 1000

/** What a sampling solver has found so far. */
export interface Gathered {
  readonly samples: Sample[]
  reads: number
  accept(found: Found): void
}

/**
 * Turns what jobs found into samples of the model, in the order of reads: every read (`all`), or the best of each job
 * (`best`, for schedules that go on until something stops them). Improvements are shown to the run.
 */
export function gather(task: Task, run: Run, { form, lift }: Compiled<'qubo'>, keep: 'all' | 'best'): Gathered {
  const samples: Sample[] = []
  let least = Number.POSITIVE_INFINITY
  const take = (found: Found, read: number) => {
    const better = found.energies[read] < least
    if (!better && samples.length >= mostSamples) return
    const sample = task.sampleOf(lift(found.bits.subarray(read * form.size, (read + 1) * form.size)))
    samples.push(sample)
    if (!better) return
    least = found.energies[read]
    run.offer(sample)
  }
  return {
    samples,
    reads: 0,
    accept(found) {
      this.reads += found.energies.length
      if (keep === 'best') take(found, lowestOf(found.energies))
      else for (let read = 0; read < found.energies.length; read++) take(found, read)
    },
  }
}

function lowestOf(energies: Float64Array): number {
  let at = 0
  for (let k = 1; k < energies.length; k++) if (energies[k] < energies[at]) at = k
  return at
}

/** A form without variables has one point, and nothing to search. */
export function onlyPoint(task: Task, { form, lift }: Compiled<'qubo'>): Sampled | null {
  if (form.size > 0) return null
  const sample = task.sampleOf(lift(new Int8Array(0)))
  const proof = sample.violation === 0 ? 'optimal' : 'infeasible'
  return { samples: [sample], proof, bound: proof === 'optimal' ? sample.energy : null, stop: 'finished', reads: 1 }
}
