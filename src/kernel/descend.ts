import { quboOf } from '../qubo/index.ts'
import type { Job, Kernel } from '../run/index.ts'
import { descend, descentWork } from './descent.ts'
import { Finds, type Found, type QuboData } from './finds.ts'
import { purseOf, settle } from './purse.ts'
import { startBits } from './sweep.ts'

export interface DescendInput {
  readonly qubo: QuboData
  readonly key: Uint32Array
  readonly firstRead: number
  readonly reads: number
}

export const descendWork = ({ size, column }: QuboData, reads: number): number =>
  reads * descentWork(size, column.length)

/** Greedy one-flip descent from random starts: the floor under every other solver. */
function* start({ qubo: data, key, firstRead, reads }: DescendInput): Job<Found> {
  const qubo = quboOf(data, data.linear, data)
  const finds = new Finds(qubo)
  const purse = purseOf(yield { work: 0 })
  for (let r = 0; r < reads; r++) {
    const x = startBits(key, firstRead + r, qubo.size)
    const whole = purse.allowance > 0 && (yield* descend(qubo, x, purse))
    finds.add(x)
    if (!whole) return finds.found()
  }
  yield* settle(purse)
  return finds.found()
}

export const descendPlain: Kernel<DescendInput, Found> = { name: 'descend', start }
