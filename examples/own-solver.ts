/** A solver of one's own: blind guessing, beside a solver that looks. */
import { defineSolver, descend, maxCut, race, solve } from 'isinglass'
import { z } from 'zod'

const guess = defineSolver(
  'guess',
  { accepts: ['qubo'], summary: 'blind guesses, as a lesson' },
  { tries: z.number().int().positive().default(20) },
  async (task, run, { tries }) => {
    const { form, lift } = task.as('qubo')
    const samples = Array.from({ length: tries }, (_, k) =>
      task.sampleOf(lift(Int8Array.from({ length: form.size }, (_, i) => ((k * 2654435761) >>> (i % 31)) & 1))),
    )
    for (const sample of samples) run.offer(sample)
    return { samples, work: tries * form.size, reads: tries }
  },
)

const ring = maxCut({ edges: Array.from({ length: 12 }, (_, k) => [`n${k}`, `n${(k + 1) % 12}`] as const) })
const report = await solve(ring, { solver: race(guess({ tries: 5 }), descend()), work: 1e6 })
console.log(report.notes, report.cost)
