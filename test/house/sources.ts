import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const root = new URL('../..', import.meta.url).pathname

/** Every file below these folders of the repository with one of these endings, as paths from the root with `/`. */
export function filesBelow(folders: readonly string[], endings: readonly string[] = ['.ts']): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules') && !path.endsWith('.d.ts'))
    .sort()
}

export const text = (path: string): string => readFileSync(join(root, path), 'utf8')
export const productFolders = ['src', 'problems', 'solvers', 'instances'] as const
