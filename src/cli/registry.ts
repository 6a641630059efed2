import { Command } from 'commander'
import { problems, solvers } from '../index.ts'

/** `isinglass solvers`: every name that an expression may hold, and what it does. */
export function solversCommand(): Command {
  return new Command('solvers').description('list the solvers and strategies').action(() => list(solvers))
}

/** `isinglass problems`: every name that --as may hold, and what it asks. */
export function problemsCommand(): Command {
  return new Command('problems').description('list the problems').action(() => list(problems))
}

/** A line for each: the name, a tab, what it is. */
function list(registry: Readonly<Record<string, { readonly summary: string }>>): void {
  const lines = Object.keys(registry)
    .sort()
    .map((name) => `${name}\t${registry[name].summary}\n`)
  process.stdout.write(lines.join(''))
}
