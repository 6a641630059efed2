import type { Settings } from '../format.ts'
import { countSetting, numberSetting, wordSetting } from '../settings.ts'

/** The settings that every file of a Bayesian network's data takes. */
export function scoringSettings(settings: Settings): {
  readonly score?: 'bic' | 'bdeu'
  readonly ess?: number
  readonly parents?: number
} {
  const score = wordSetting(settings, 'score', ['bic', 'bdeu'])
  const ess = numberSetting(settings, 'ess')
  return {
    ...(score === undefined ? {} : { score }),
    ...(ess === undefined ? {} : { ess }),
    ...parentSetting(settings),
  }
}

export function parentSetting(settings: Settings): { readonly parents?: number } {
  const parents = countSetting(settings, 'parents')
  return parents === undefined ? {} : { parents }
}
