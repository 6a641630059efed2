import { type BareForm, facetsOf, isDiscrete } from './known.ts'
import type { Model } from './model/index.ts'
import type { Problem } from './problem.ts'
import type { Point } from './qubo/index.ts'
import type { Run, SampleSet } from './run/index.ts'
import type { Solver } from './solver.ts'
import { createTask, type Task, type TaskOptions } from './task.ts'

export type { BareForm } from './known.ts'

/**
 * Wraps a form as a problem: bits or spins as columns, its energy as objective, its native groups as structures.
 * The answer is the point itself: Int8Array of 0/1 (Qubo) or −1/+1 (Ising), Float64Array otherwise.
 */
export function problemOf<F extends BareForm>(form: F): Problem<Point<F>> {
  const facets = facetsOf(form)
  let model: Model | undefined
  return {
    name: form.kind,
    input: null,
    sense: 'min',
    build: () => ({
      get model() {
        return (model ??= facets.model())
      },
      decode: (point) => (isDiscrete(form) ? Int8Array.from(point) : point) as Point<F>,
      encode: (answer) => Float64Array.from(answer),
    }),
    check: (answer) => facets.violations(answer),
    cost: (answer) => facets.energy(answer),
    heuristic: null,
    parts: null,
    form: () => form,
  }
}

/** Wraps a form as a task; asked for the form itself, it gives that very object. */
export function taskOf<F extends BareForm>(form: F, options: TaskOptions): Task<Point<F>> {
  return createTask(problemOf(form), options)
}

/** Samples of one form by one solver: `sample(qubo, anneal({ reads: 256 }), createRun({ seed: 7 }))`. */
export function sample(form: BareForm, solver: Solver, run: Run): Promise<SampleSet> {
  return solver.sample(taskOf(form, { clock: run.clock, memoryLimitMiB: run.memoryLimitMiB }), run)
}
