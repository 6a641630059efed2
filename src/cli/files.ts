import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type ErrorCode, IsinglassError } from '../index.ts'

/** More than this does not fit into one text. */
const mostBytes = 500e6

/** The file's text, or FILE_NOT_FOUND saying why. */
export function readText(path: string): string {
  try {
    return Buffer.concat([...chunksOf(path)]).toString('utf8')
  } catch (error) {
    throw refusal('FILE_NOT_FOUND', path, error, 'Check the path; isinglass instances lists what needs no file')
  }
}

/** Piece by piece, so that a device or pipe without an end is noticed. */
function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    for (let total = 0, count = 1; count > 0; total += count) {
      if (total > mostBytes) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
      const chunk = Buffer.allocUnsafe(1 << 20)
      count = readSync(file, chunk)
      yield chunk.subarray(0, count)
    }
  } finally {
    closeSync(file)
  }
}

/** Refuses a place that cannot be written, before hours are spent on what should go there. */
export function checkWritable(path: string, instance: string): void {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' })
    if (path === '' || !statSync(dirname(path)).isDirectory())
      throw Object.assign(new Error('none'), { code: 'ENOENT' })
    if (!isDevice(path)) accessSync(dirname(path), constants.W_OK)
    if (stats?.isFile() && isSame(path, instance)) throw Object.assign(new Error('instance'), { code: 'EEXIST' })
  } catch (error) {
    throw refusal('FILE_NOT_WRITTEN', path, error, chooseAnother)
  }
}

function isSame(path: string, instance: string): boolean {
  return (
    statSync(instance, { throwIfNoEntry: false })?.isFile() === true && realpathSync(path) === realpathSync(instance)
  )
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
    throw refusal('FILE_NOT_WRITTEN', path, error, chooseAnother)
  }
}

/** Adds a line to a log; a failure is told, and costs nothing else. */
export function appendLine(path: string, line: string): void {
  try {
    appendFileSync(path, `${line}\n`)
  } catch (error) {
    process.stderr.write(`isinglass: ${refusal('FILE_NOT_WRITTEN', path, error, chooseAnother).message}\n`)
  }
}

function isDevice(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

const chooseAnother = 'Choose a path in a folder that exists and may be written'

const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FILE_NOT_FOUND: { ENOENT: 'there is no such file', EACCES: 'it may not be read' },
  FILE_NOT_WRITTEN: {
    ENOENT: 'there is no such folder',
    EACCES: 'it may not be written',
    EPERM: 'it may not be written',
    EROFS: 'it may not be written',
    ENOSPC: 'the device is full',
    EEXIST: 'it is the instance itself',
  },
}

const anyReason: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of it is no folder',
  ENAMETOOLONG: 'the path is too long',
  EFBIG: `it is larger than ${mostBytes / 1e6} MB`,
  ELOOP: 'its links lead in a circle',
  ERR_INVALID_ARG_VALUE: 'it holds a character that no path may hold',
}

/** What the system said, in words. */
export function refusal(code: ErrorCode, path: string, error: unknown, remedy: string): IsinglassError {
  const said = (error as NodeJS.ErrnoException).code ?? String(error)
  return new IsinglassError(code, reasons[code]?.[said] ?? anyReason[said] ?? said, remedy, path === '' ? '""' : path)
}
