import { IsinglassError } from '../../src/errors.ts'
import addresses from './addresses.json' with { type: 'json' }

/** A standard instance file: where it can be fetched, and how to know that it is the right one. */
export interface InstanceFile {
  /** The file's name without a folder, as in `berlin52.tsp`. */
  readonly name: string
  /** The problem it is read as. */
  readonly kind: string
  readonly family: string
  /** Where it stands in a folder of instances, as in `tsp/berlin52.tsp`. */
  readonly path: string
  readonly address: string
  /** What has to be undone after fetching. */
  readonly packed: 'gzip' | null
  /** Of the unpacked file, in hexadecimal digits. */
  readonly sha256: string
  readonly bytes: number
  /** What the home of the file says of its licence. */
  readonly licence: string
}

interface Home {
  readonly kind: string
  readonly family: string
  readonly folder: string
  readonly repository: string
  readonly commit: string
  readonly from: string
  readonly licence: string
  readonly packed?: string
  /** `name sha256 bytes`, and the name at home where it differs. */
  readonly files: readonly string[]
}

/** All standard files with a public address, pinned to a commit of the repository that holds them. */
export const instanceFiles: readonly InstanceFile[] = (addresses as readonly Home[]).flatMap((home) =>
  home.files.map((line) => fileOf(home, line)),
)

function fileOf({ repository, commit, from, folder, packed, ...home }: Home, line: string): InstanceFile {
  const [name, sha256, bytes, nameAtHome = name] = line.split(' ')
  const path = [repository, commit, ...from.split('/'), nameAtHome].filter((part) => part !== '').join('/')
  return {
    name,
    kind: home.kind,
    family: home.family,
    path: `${folder}/${name}`,
    address: encodeURI(`https://raw.githubusercontent.com/${path}`),
    packed: packed === 'gzip' ? packed : null,
    sha256,
    bytes: Number(bytes),
    licence: home.licence,
  }
}

/**
 * The files that words name: a file with or without its extension, a problem, or a family; letter case aside.
 * @throws OPTION_INVALID naming the first word that means nothing.
 */
export function filesNamed(words: readonly string[]): readonly InstanceFile[] {
  const chosen = words.flatMap((word) => {
    const found = instanceFiles.filter((file) => means(file, word.toLowerCase()))
    if (found.length > 0) return found
    const remedy = 'Name a file such as berlin52, a problem such as tsp, or a family such as TSPLIB'
    throw new IsinglassError('OPTION_INVALID', `no standard instance is called "${word}"`, remedy, 'instances')
  })
  return [...new Set(chosen)]
}

const means = ({ name, kind, family }: InstanceFile, word: string): boolean =>
  [name, withoutExtension(name), kind, family].some((own) => own.toLowerCase() === word)

const withoutExtension = (name: string): string => name.replace(/\.[A-Za-z]+$/, '')
