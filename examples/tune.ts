/** Tunes three parameters of an expensive function with few trials: ask what to try, try it, tell its score. */
import { solve, study } from 'isinglass'

const parameters = { depth: [2, 4, 8, 16], rate: [0.3, 0.1, 0.03, 0.01], loss: ['hinge', 'log'] } as const

/** Stands for hours of training: 16 at its best, where depth and rate suit each other. */
const accuracy = ({ depth, rate, loss }: { depth: number; rate: number; loss: string }) =>
  16 - Math.abs(depth * rate * 10 - 8) - (loss === 'log' ? 0 : 2)

let trials = study({ parameters, sense: 'max', seed: 1 })
for (let k = 0; k < 20; k++) {
  const configuration = trials.ask()
  trials = trials.tell(configuration, accuracy(configuration))
}
console.log('best of 20 trials among 32:', trials.best)

const surrogate = await solve(trials.problem(), { work: 1e6 })
if (surrogate.feasible) console.log('the surrogate would choose', surrogate.answer.configuration)
