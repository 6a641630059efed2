import { quboEnergy, quboOf } from '../qubo/index.ts'
import type { Job, Kernel } from '../run/index.ts'
import { type Found, foundOf, type QuboData } from './anneal.ts'
import { descent } from './descent.ts'
import { startBits } from './sweep.ts'

export interface DescendInput {
  readonly qubo: QuboData
  readonly key: Uint32Array
  readonly firstRead: number
  readonly reads: number
}

/** Greedy one-flip descent from random starts: the floor under every other solver. */
function* descend({ qubo: data, key, firstRead, reads }: DescendInput): Job<Found> {
  const qubo = quboOf(data, data.linear, data)
  const points: Int8Array[] = []
  const energies: number[] = []
  for (let r = 0; r < reads; r++) {
    const x = startBits(key, firstRead + r, qubo.size)
    points.push(x)
    const stopped = yield* interrupted(descent(qubo, x))
    energies.push(quboEnergy(qubo, x))
    if (stopped) break
  }
  return foundOf(qubo, points, energies)
}

/** Runs a job as a part of this one; true when it was told to stop. */
function* interrupted(job: Job<void>): Job<boolean> {
  let allowance = 1
  for (let state = job.next(0); !state.done; state = job.next(allowance)) {
    allowance = yield state.value
    if (allowance === 0) {
      job.next(0)
      return true
    }
  }
  return false
}

export const descendPlain: Kernel<DescendInput, Found> = { name: 'descend', start: descend }
