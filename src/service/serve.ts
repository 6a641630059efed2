import { createService } from './create-service.ts'
import type { ServiceOptions } from './settings.ts'

export interface ServeOptions extends ServiceOptions {
  port?: number
  host?: string
}

/** Serves until the process is told to end (SIGTERM, SIGINT); then running jobs are ended kindly. A second signal ends it at once. */
export async function serve({ port = 8080, host, ...options }: ServeOptions): Promise<void> {
  const service = await createService({ log: true, ...options })
  const told = new Promise<void>((resolve) => {
    let isTold = false
    const codes = { SIGINT: 130, SIGTERM: 143 } as const
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.on(name, () => {
        if (isTold) process.exit(codes[name])
        isTold = true
        resolve()
      })
  })
  try {
    await service.listen({ port, host })
    await told
  } finally {
    await service.stop()
  }
}
