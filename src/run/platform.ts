/** Engine and machine in words, for provenance: `node v20.1.0 linux x64` or the browser's user agent. */
export function platformName(): string {
  const { process, navigator } = globalThis as {
    process?: { version?: string; platform?: string; arch?: string }
    navigator?: { userAgent?: string }
  }
  if (process?.version) return `node ${process.version} ${process.platform} ${process.arch}`
  return navigator?.userAgent ?? 'unknown'
}
