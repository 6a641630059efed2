import type { Task } from '../src/task.ts'

/** Variables, products, and whether no rule binds them; of the form itself where the problem is one. */
export function extentOf(task: Task): { variables: number; products: number; free: boolean } {
  const form = task.problem.form?.()
  if (form?.kind === 'ising' || (form?.kind === 'qubo' && form.native.length === 0)) {
    return { variables: form.size, products: form.column.length / 2, free: true }
  }
  if (form?.kind === 'milp') return { variables: form.size, products: 0, free: false }
  const { size, objective, structures, constraints } = task.model
  return { variables: size, products: objective.rows.length, free: structures.length + constraints.length === 0 }
}
