import { quboEnergy } from '../../../src/qubo/index.ts'
import { type Clock, driveIn, fakeClock, type Job, random, sampleSet } from '../../../src/run/index.ts'
import type { Solver } from '../../../src/solver.ts'

/** A solver to nest in tests: tries all points of at most 12 variables and proves the best. */
export const brute: Solver = {
  name: 'brute',
  spec: 'brute',
  accepts: ['qubo'],
  sample: async (task) => {
    const { form, lift } = task.as('qubo')
    if (form.size > 12) throw new Error(`brute was given ${form.size} variables`)
    const points = Array.from({ length: 2 ** form.size }, (_, code) =>
      Int8Array.from({ length: form.size }, (_, i) => (code >> i) & 1),
    )
    const best = points.reduce((a, b) => (quboEnergy(form, b) < quboEnergy(form, a) ? b : a))
    const sample = { ...task.sampleOf(lift(best)), foundBy: 'brute' }
    return sampleSet({
      samples: [sample],
      proof: 'optimal',
      bound: sample.energy,
      work: points.length,
      reads: 1,
      replay: 'brute',
    })
  },
}

/** A solver to nest in tests: the best of as many random points as there is work (one unit each), for ever. */
export const guess: Solver = {
  name: 'guess',
  spec: 'guess',
  accepts: ['qubo'],
  sample: async (task, run) => {
    const { form, lift } = task.as('qubo')
    const { out, work, stop } = await driveIn(
      run,
      guesses(form.size, run.seed, (x) => quboEnergy(form, x)),
    )
    return sampleSet({
      samples: [{ ...task.sampleOf(lift(out)), foundBy: 'guess' }],
      work,
      stop,
      reads: 1,
      replay: `guess(work=${work})`,
    })
  },
}

function* guesses(size: number, seed: string, energy: (x: Int8Array) => number): Job<Int8Array> {
  const chance = random(seed, 'guess')
  let best = new Int8Array(size)
  for (let allowance = yield { work: 0 }; allowance > 0; ) {
    let done = 0
    for (; done < allowance; done++) {
      const x = Int8Array.from({ length: size }, () => chance.below(2))
      if (energy(x) < energy(best)) best = x
    }
    allowance = yield { work: done }
  }
  return best
}

/** Half a millisecond passes whenever somebody looks. */
export function tickingClock(): Clock {
  const clock = fakeClock()
  return {
    now: () => {
      clock.advance(0.5)
      return clock.now()
    },
  }
}
