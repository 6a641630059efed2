import { IsinglassError } from '../../../src/errors.ts'
import { shown } from '../../../src/parse.ts'

type Key = string | number

/** `where` is the field: people.ada.skills. */
export function refuse(what: string, remedy: string, where = ''): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, where ? `roster, ${where}` : 'roster')
}

export const nameError = (what: string, where: string) =>
  new IsinglassError('NAME_INVALID', what, 'Give another name', `roster, ${where}`)

const mostListed = 12

/** The place of a day or shift that a field speaks of. */
export function lookUp(names: readonly Key[], name: Key, kind: string, where: string): number {
  const isPlace = typeof name === 'number' && typeof names[0] === 'number'
  const at = isPlace ? (name < names.length ? name : -1) : names.indexOf(name)
  return at >= 0 ? at : refuse(`${kind} ${shown(name)} is not known`, `Use one of the ${kind}s ${listed(names)}`, where)
}

function listed(names: readonly Key[]): string {
  const more = names.length > mostListed ? ` and ${names.length - mostListed} more` : ''
  return names.slice(0, mostListed).map(shown).join(', ') + more
}
