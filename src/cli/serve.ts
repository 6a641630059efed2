import { Command } from 'commander'
import { IsinglassError } from '../index.ts'
import { count, positive } from './values.ts'

interface Flags {
  readonly port: number
  readonly host: string
  readonly threads?: number
  readonly queue?: number
  readonly timeLimit?: number
  readonly memory?: number
  readonly bodyLimit?: number
  readonly keep?: number
  readonly keepFor?: number
  readonly grace?: number
}

const aDay = 24 * 3600 * 1000

/** `isinglass serve`: the service is loaded when it is asked for. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run a job service over HTTP; one JSON line per event goes to standard error')
    .option('--port <n>', 'port to listen on; 0 chooses a free one', port, 8080)
    .option('--host <address>', 'address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
    .option(
      '--threads <count>',
      'jobs that run at once (one less than the processors, at most 2)',
      count('--threads', 64),
    )
    .option('--queue <count>', 'jobs that may wait (1000)', count('--queue', 1e6))
    .option('--time-limit <ms>', 'the most that a job may take (60000)', positive('--time-limit', aDay))
    .option('--memory <MiB>', 'what the forms of a job may take (1024)', positive('--memory', 65_536))
    .option('--body-limit <bytes>', 'largest request (4194304)', count('--body-limit', 256 * 2 ** 20))
    .option('--keep <count>', 'finished jobs that are kept (1000)', count('--keep', 1e6))
    .option('--keep-for <ms>', 'and for how long (600000)', positive('--keep-for', aDay))
    .option('--grace <ms>', 'what running jobs get when told to end (5000)', positive('--grace', aDay))
    .action(async (flags: Flags) => {
      const { serve } = await import('../service/index.ts')
      try {
        await serve(flags)
      } catch (error) {
        throw listenError(error, flags)
      }
    })
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text)
  throw new IsinglassError(
    'OPTION_INVALID',
    `"${text.slice(0, 40)}" is no port`,
    'Give a number from 0 to 65535',
    '--port',
  )
}

/** What the system says when the place is taken or not ours. */
function listenError(error: unknown, { port, host }: Flags): unknown {
  const { code } = error as { code?: string }
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'somebody listens there already',
    EACCES: 'it may not be listened on',
    EADDRNOTAVAIL: 'it is no address of this machine',
    ENOTFOUND: 'there is no such address',
  }
  const what = reasons[code ?? '']
  if (what === undefined) return error
  return new IsinglassError('OPTION_INVALID', `${host}:${port}: ${what}`, 'Choose another --port or --host', 'serve')
}
