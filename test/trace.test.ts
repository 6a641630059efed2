import { expect, it } from 'vitest'
import { watchIncumbents } from '../src/trace.ts'
import { taskOfTwo } from './solvers/strategy/nest.ts'

const task = taskOfTwo()
const sampleOf = (a: number, b: number) => ({ ...task.sampleOf(Float64Array.of(a, b)), foundBy: 'one' })

/** A stopwatch that shows these times, then the last for ever. */
function stopwatch(...times: number[]): () => number {
  return () => (times.length > 1 ? (times.shift() as number) : times[0])
}

it('a find that comes while judging rests waits, and is judged in the end', () => {
  // Offered at 0, judged from 0 to 1 ms: judging rests until 11 ms. The second find comes at 5 ms.
  const incumbents = watchIncumbents(task, {}, stopwatch(0, 0, 0, 1, 1, 5, 5, 6))
  incumbents.offer(sampleOf(0, 1))
  incumbents.offer(sampleOf(1, 0))
  expect(incumbents.trace).toEqual([[0, -1]])
  expect(incumbents.settle()?.cost).toBe(-2)
  expect(incumbents.trace).toEqual([
    [0, -1],
    [5, -2],
  ])
})

it('a worse find never pushes out a better one that waits', () => {
  const incumbents = watchIncumbents(task, {}, stopwatch(0, 0, 0, 1, 1, 5))
  incumbents.offer(sampleOf(0, 0))
  incumbents.offer(sampleOf(1, 0))
  incumbents.offer(sampleOf(0, 1))
  expect(incumbents.settle()?.cost).toBe(-2)
})

it('with a target every find is judged at once', () => {
  const incumbents = watchIncumbents(task, { target: -2 }, stopwatch(0, 0, 0, 1, 1, 5))
  incumbents.offer(sampleOf(0, 1))
  incumbents.offer(sampleOf(1, 0))
  expect(incumbents.targetReached()).toBe(true)
})
