import { IsinglassError } from '../src/errors.ts'
import { parseNumber } from '../src/qubo/formats/index.ts'
import type { Settings } from './format.ts'

/** A problem's own parameters that files lack: every format that means the problem takes them. */
export const problemSettings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bayesianNetwork: {
    score: 'bic (default) or bdeu',
    ess: 'the equivalent sample size of bdeu (default 1)',
    parents: 'at most so many parents each (default: any number up to 20 variables, 3 above)',
  },
  colouring: { colours: 'at most so many colours (default: as few as can be)' },
  features: {
    choose: 'how many features to choose',
    redundancy: 'what redundancy counts against relevance (default 1)',
    between: 'how alike two features are: information (default) or correlation',
  },
  hyperparameters: { sense: 'min (default) or max' },
  partition: {
    parts: 'how many parts (default 2)',
    imbalance: 'by which share of the mean a part may differ (default 0)',
  },
  jobShop: {
    encoding: 'of the model: time (default; a bit per start) or order (a bit per pair on a machine)',
    horizon: 'the model knows schedules that end by then (default: what the best dispatching rule needs)',
  },
  portfolio: {
    hold: 'at most so many assets are held (default: any number)',
    exactly: 'exactly so many are held; needs min or lots',
    return: 'the least expected return (default: none)',
    min: 'the least weight of an asset that is held (default 0)',
    max: 'the greatest weight of an asset (default 1)',
    lots: 'weights are whole multiples of 1/lots (default: real numbers)',
    aversion: 'the part of variance in the cost, the rest being return (default 1)',
  },
  numberPartition: {
    parts: 'how many parts (default 2)',
    measure: 'difference (default) or square',
  },
  qubo: { sense: 'min (default) or max' },
  vrp: { vehicles: 'at most so many routes (default: free)' },
}

/** Refuses keys that nobody reads, naming those that somebody does. */
export function refuseUnknown(settings: Settings, known: readonly string[], kind: string): void {
  const stranger = Object.keys(settings).find((key) => !known.includes(key))
  if (stranger === undefined) return
  const remedy = known.length > 0 ? `Use ${known.join(', ')}` : 'Leave it out: there is nothing to set'
  throw new IsinglassError('OPTION_INVALID', `"${stranger}" is no setting of ${kind}`, remedy, 'set')
}

/** A setting that must be a whole number ≥ 1. */
export function countSetting(settings: Settings, key: string): number | undefined {
  if (settings[key] === undefined) return undefined
  const value = parseNumber(settings[key].trim()) ?? Number.NaN
  if (Number.isSafeInteger(value) && value >= 1) return value
  throw invalid(key, settings[key], 'a whole number of at least 1')
}

export function numberSetting(settings: Settings, key: string): number | undefined {
  if (settings[key] === undefined) return undefined
  const value = parseNumber(settings[key].trim())
  if (value === null) throw invalid(key, settings[key], 'a finite number')
  return value
}

/** A setting that must be one of a few words. */
export function wordSetting<Word extends string>(
  settings: Settings,
  key: string,
  words: readonly Word[],
): Word | undefined {
  const given = settings[key]
  if (given === undefined) return undefined
  const found = words.find((word) => word === given.trim())
  if (found === undefined) throw invalid(key, given, words.join(' or '))
  return found
}

function invalid(key: string, value: string, expected: string): IsinglassError {
  return new IsinglassError(
    'OPTION_INVALID',
    `"${value}" is not ${expected}`,
    `Set ${key} to ${expected}`,
    `set ${key}`,
  )
}
