import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { IsinglassError } from '../index.ts'

/** The file's text, or FILE_NOT_FOUND saying why. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }
    const code = (error as NodeJS.ErrnoException).code as keyof typeof why
    throw new IsinglassError('FILE_NOT_FOUND', `${why[code] ?? code}`, 'Check the path', path)
  }
}

/** Writes the whole file or nothing: a temporary neighbour is renamed into place. */
export function writeWhole(path: string, text: string): void {
  const neighbour = `${path}.${process.pid}.part`
  try {
    if (isDevice(path)) writeFileSync(path, text)
    else {
      writeFileSync(neighbour, text)
      renameSync(neighbour, path)
    }
  } catch (error) {
    rmSync(neighbour, { force: true })
    const code = (error as NodeJS.ErrnoException).code
    throw new IsinglassError(
      'FILE_NOT_FOUND',
      `it cannot be written (${code})`,
      'Choose a path in a folder that exists and may be written',
      path,
    )
  }
}

function isDevice(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}
