import { hashArrays } from '../../src/qubo/index.ts'
import type { Task } from '../../src/task.ts'
import { modelHash } from '../../src/write-report.ts'

/** Equal questions, equal text: of the problem's name and input, or of the form where there is no input. */
export function questionHash(task: Task): string {
  const { problem } = task
  if (problem.input !== null) return hashArrays([problem.name, ...textsOf(problem.input)])
  const form = problem.form?.()
  return form?.kind === 'qubo' || form?.kind === 'ising' ? form.hash : modelHash(task.model)
}

/** Typed arrays as their kind and numbers; everything else as JSON says it. */
const textsOf = (input: unknown): string[] => [
  JSON.stringify(input, (_key, value) =>
    ArrayBuffer.isView(value) ? [value.constructor.name, ...(value as Float64Array)] : value,
  ),
]
