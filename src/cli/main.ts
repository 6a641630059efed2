#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { IsinglassError, version } from '../index.ts'
import { instancesCommand } from './instances.ts'
import { problemsCommand, solversCommand } from './registry.ts'
import { solveCommand } from './solve.ts'

const program = new Command('isinglass')
  .description('States in, verified answers out: annealing, QAOA, ILP and domain methods on one problem.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: () => {} })

for (const command of [solveCommand(), instancesCommand(), solversCommand(), problemsCommand()]) {
  program.addCommand(command.exitOverride().configureOutput({ outputError: () => {} }))
}

/** One line on standard error for whatever goes wrong; 2 is bad usage or bad input. */
function complain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    process.stderr.write(`${error.message.replace(/^error: /, 'isinglass: ')}\n`)
    return 2
  }
  const said =
    error instanceof IsinglassError ? error.message : `unexpected: ${error instanceof Error ? error.message : error}`
  process.stderr.write(`isinglass: ${said}\n`)
  return 2
}

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = complain(error)
}
