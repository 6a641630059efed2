/** One worker as this package sees it, whatever the platform calls it. */
export interface WorkerHandle {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** A crash, a failed load, or the end of the worker. */
  onError(listener: (reason: string) => void): void
  /** While referenced a worker keeps the process alive; idle ones must not. */
  ref(): void
  unref(): void
  terminate(): void
}

/** The worker's own end of the line. */
export interface WorkerPort {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}
