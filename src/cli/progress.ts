export interface Progress {
  readonly incumbent: (found: { cost: number; foundBy: string; afterMs: number }) => void
  end(): void
}

/** A line on a terminal's standard error that shows the incumbent and the time left; nothing elsewhere. */
export function progressLine({ time, json }: { time?: number; json?: boolean }): Progress {
  if (!process.stderr.isTTY || json) return { incumbent: () => {}, end: () => {} }
  const startedAt = performance.now()
  let found: { cost: number; foundBy: string } | null = null
  const write = () => process.stderr.write(`\r\u001b[K${line(found, performance.now() - startedAt, time)}`)
  const timer = setInterval(write, 100)
  timer.unref()
  return {
    incumbent: (next) => {
      found = next
    },
    end: () => {
      clearInterval(timer)
      process.stderr.write('\r\u001b[K')
    },
  }
}

function line(found: { cost: number; foundBy: string } | null, elapsedMs: number, limitMs?: number): string {
  const best = found === null ? 'nothing feasible yet' : `best ${found.cost} by ${found.foundBy}`
  const left =
    limitMs === undefined
      ? `${(elapsedMs / 1000).toFixed(1)} s`
      : `${Math.max(0, (limitMs - elapsedMs) / 1000).toFixed(1)} s left`
  return `${best} · ${left}`
}
