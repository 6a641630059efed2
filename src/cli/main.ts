#!/usr/bin/env node
import { complain } from './complain.ts'
import { refusal } from './files.ts'
import { createProgram } from './program.ts'

// A reader that closes early (`| head`) is no error; a full disk is.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  complain(refusal('FILE_NOT_WRITTEN', 'standard output', error, 'Write it somewhere else'))
  process.exit(2)
})
// Where complaints cannot be written, the exit code still says it.
process.stderr.on('error', () => {})

try {
  await createProgram().parseAsync()
} catch (error) {
  process.exitCode = complain(error)
}
