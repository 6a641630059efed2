import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type InstanceFile, instanceFiles } from '../../instances/index.ts'

/** Where fetched instances are kept: the user's cache folder, or what ISINGLASS_CACHE says. */
export function cacheFolder(): string {
  const { ISINGLASS_CACHE: own, XDG_CACHE_HOME: caches } = process.env
  return own || join(caches || join(homedir(), '.cache'), 'isinglass')
}

/** Where standard instances are looked for: the folder that ISINGLASS_INSTANCES names, then the cache. */
export function instanceFolders(): string[] {
  const { ISINGLASS_INSTANCES: own } = process.env
  return own ? [own, cacheFolder()] : [cacheFolder()]
}

/** The path of a standard instance that is at hand; null when it has to be fetched. */
export function atHand({ path }: InstanceFile, folders: readonly string[] = instanceFolders()): string | null {
  return folders.map((folder) => join(folder, path)).find((place) => existsSync(place)) ?? null
}

/** The standard instance that a word names alone, or null. */
export function standardInstance(word: string): InstanceFile | null {
  const wanted = word.toLowerCase()
  const named = instanceFiles.filter(({ name }) => name.toLowerCase() === wanted)
  const found = named.length > 0 ? named : instanceFiles.filter(({ name }) => stem(name) === wanted)
  return found.length === 1 ? found[0] : null
}

const stem = (name: string): string => name.toLowerCase().replace(/\.[a-z]+$/, '')
