import { CommanderError } from 'commander'
import { IsinglassError } from '../index.ts'

/** One line on standard error for whatever goes wrong; returns the exit code: 2 is bad usage or bad input. */
export function complain(error: unknown): number {
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
    return error.exitCode === 0 ? 0 : 2
  process.stderr.write(`isinglass: ${oneLine(sentence(error))}\n`)
  return 2
}

function sentence(error: unknown): string {
  if (error instanceof CommanderError) return usageError(error).message
  if (error instanceof IsinglassError) return error.message
  return `unexpected: ${error instanceof Error ? error.message : error}. This is a defect; please report the command.`
}

/** Commander's complaint, its guess as the remedy. */
function usageError({ message }: CommanderError): IsinglassError {
  const guess = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1]
  const what = message
    .split('\n')[0]
    .replace(/^error: /, '')
    .replace(/\.$/, '')
  return new IsinglassError('OPTION_INVALID', what, guess ? `Use ${guess}` : 'See isinglass --help')
}

/** Foreign names may hold line ends and control characters. */
const oneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
  text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
