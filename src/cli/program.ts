import { Command } from 'commander'
import { IsinglassError, version } from '../index.ts'
import { instancesCommand } from './instances.ts'
import { problemsCommand, solversCommand } from './registry.ts'
import { serveCommand } from './serve.ts'
import { solveCommand } from './solve.ts'

const examples = `
Examples:
  isinglass solve berlin52.tsp
  isinglass solve burma14 --solver anneal --time 500 --picture burma14.svg
  isinglass solve wine.csv --set choose=5 --json
  isinglass serve --port 8080

Exit codes: 0 feasible answer, 1 none found, 2 bad usage or bad input, 130 interrupted, 143 terminated.`

/** The whole command line: nothing is written to standard error here, errors are thrown. */
export function createProgram(): Command {
  const program = new Command('isinglass')
    .description('State a combinatorial problem, get a verified answer: annealing, QAOA, ILP and domain methods.')
    .version(version)
    .helpCommand(false)
    .addHelpText('after', examples)
  const commands = [
    solveCommand(),
    serveCommand(),
    instancesCommand(),
    solversCommand(),
    problemsCommand(),
    helpCommand(program),
  ]
  for (const command of commands) program.addCommand(command)
  return throwing(program)
}

function helpCommand(program: Command): Command {
  return new Command('help')
    .description('show the help of a command')
    .argument('[command]')
    .action((name?: string) => {
      const wanted = name === undefined ? program : program.commands.find((command) => command.name() === name)
      if (wanted) return wanted.outputHelp()
      const names = program.commands.map((command) => command.name())
      throw new IsinglassError('OPTION_INVALID', `no command is called "${name}"`, `Use ${names.join(', ')}`)
    })
}

/** Commander would print and leave by itself, in every command anew. */
function throwing(command: Command): Command {
  command.commands.forEach(throwing)
  return command.exitOverride().configureOutput({ outputError: () => {} })
}
