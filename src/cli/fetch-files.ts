import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gunzipSync } from 'node:zlib'
import type { InstanceFile } from '../../instances/index.ts'
import { IsinglassError } from '../index.ts'
import { refusal } from './files.ts'

export type Fetched = 'there' | 'fetched' | 'copied'

export interface FetchOptions {
  /** Where files go. */
  readonly folder: string
  /** A local folder to take them from, instead of the network. */
  readonly from?: string
  readonly signal?: AbortSignal
  readonly fetch?: typeof globalThis.fetch
}

export const isRight = (file: InstanceFile, content: Uint8Array): boolean =>
  createHash('sha256').update(content).digest('hex') === file.sha256

/** The file's content, or null when there is none. */
export function contentAt(place: string): Buffer | null {
  try {
    return readFileSync(place)
  } catch {
    return null
  }
}

/**
 * Puts a standard file into a folder, unless it is there already, unchanged. What was fetched in part is continued; only a
 * file of the right checksum gets its name.
 * @throws FETCH_FAILED saying why and what to do.
 */
export async function fetchFile(file: InstanceFile, options: FetchOptions): Promise<Fetched> {
  const place = join(options.folder, file.path)
  const there = contentAt(place)
  if (there !== null && isRight(file, there)) return 'there'
  makeFolder(dirname(place))
  if (options.from !== undefined) {
    copyFileSync(localCopy(file, options.from), place)
    return 'copied'
  }
  const part = `${place}.part`
  await download(file, part, options)
  const content = unpacked(file, readFileSync(part))
  if (content === null || !isRight(file, content)) {
    rmSync(part, { force: true })
    throw failed(file, 'what came is not the file that is known by this name', 'Fetch it again, or use --from DIR')
  }
  if (file.packed !== null) writeFileSync(part, content)
  renameSync(part, place)
  return 'fetched'
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw refusal('FILE_NOT_WRITTEN', folder, error, 'Give another place with --cache DIR')
  }
}

function unpacked({ packed }: InstanceFile, content: Buffer): Buffer | null {
  try {
    return packed === 'gzip' ? gunzipSync(content) : content
  } catch {
    return null
  }
}

/** A file of that name and checksum anywhere below the folder. */
function localCopy(file: InstanceFile, folder: string): string {
  const found = placesOf(file, folder).find((place) => isRight(file, readFileSync(place)))
  if (found !== undefined) return found
  throw failed(file, `no unchanged copy of it is below ${folder}`, 'Give another folder, or leave --from out')
}

function placesOf({ name, path }: InstanceFile, folder: string): string[] {
  const usual = join(folder, path)
  if (statSync(usual, { throwIfNoEntry: false })?.isFile()) return [usual]
  return namesBelow(folder).filter((place) => basename(place) === name)
}

const known = new Map<string, string[]>()

function namesBelow(folder: string): string[] {
  const before = known.get(folder)
  if (before !== undefined) return before
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const places = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    known.set(folder, places)
    return places
  } catch (error) {
    throw refusal('FILE_NOT_FOUND', folder, error, 'Give a folder that holds instances')
  }
}

/** Into `part`, from where an earlier attempt ended. */
async function download(file: InstanceFile, part: string, options: FetchOptions): Promise<void> {
  const { fetch = globalThis.fetch, signal } = options
  const begun = statSync(part, { throwIfNoEntry: false })?.size ?? 0
  const headers: Record<string, string> = begun > 0 ? { range: `bytes=${begun}-` } : {}
  const response = await fetch(file.address, { headers, signal }).catch((error: unknown) => {
    throw failed(file, `${hostOf(file)} cannot be reached: ${reasonOf(error)}`, offline)
  })
  if (response.status === 416) {
    rmSync(part, { force: true })
    return download(file, part, options)
  }
  if (!response.ok || response.body === null)
    throw failed(file, `${hostOf(file)} answered ${response.status}`, 'Try later, or use --from DIR')
  const flags = response.status === 206 ? 'a' : 'w'
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(part, { flags })).catch(
    (error: unknown) => {
      throw failed(file, `it broke off: ${reasonOf(error)}`, 'Fetch again: it goes on where it stopped')
    },
  )
}

const offline = 'Check the network, or take it from a local folder with --from DIR'

const hostOf = ({ address }: InstanceFile): string => new URL(address).host

function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string }
  return cause?.code ?? cause?.message ?? message ?? String(error)
}

function failed({ name }: InstanceFile, what: string, remedy: string): IsinglassError {
  return new IsinglassError('FETCH_FAILED', what, remedy, name)
}
