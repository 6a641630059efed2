import { Command } from 'commander'
import { problems, solvers } from '../index.ts'

/** `isinglass solvers`: every name that an expression may hold. */
export function solversCommand(): Command {
  return new Command('solvers').description('list the solvers and strategies').action(() => list(Object.keys(solvers)))
}

/** `isinglass problems`: every name that --as may hold. */
export function problemsCommand(): Command {
  return new Command('problems').description('list the problems').action(() => list(Object.keys(problems)))
}

const list = (names: readonly string[]): void => {
  process.stdout.write(`${[...names].sort().join('\n')}\n`)
}
