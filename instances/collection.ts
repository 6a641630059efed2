import { IsinglassError } from '../src/errors.ts'
import type { Settings } from './format.ts'
import { countSetting } from './settings.ts'

/** The setting of a format whose files may hold several instances. */
export const collectionSettings = { instance: 'which instance of the file, counted from 1 (default 1)' } as const

/**
 * Which of the `count` instances in a file is meant, counted from 1, and a note where the first was taken unasked.
 * @throws OPTION_INVALID when it is not there.
 */
export function instanceOf(count: number, settings: Settings): { readonly wanted: number; readonly notes: string[] } {
  const given = countSetting(settings, 'instance')
  if (given !== undefined && given > count) {
    const what = `instance ${given} is not there: the file holds ${count}`
    throw new IsinglassError('OPTION_INVALID', what, `Set instance to 1 … ${count}`, 'set instance')
  }
  const isUnasked = given === undefined && count > 1
  const note = `the first of ${count} instances was read; set instance=2 … ${count} for another`
  return { wanted: given ?? 1, notes: isUnasked ? [note] : [] }
}
