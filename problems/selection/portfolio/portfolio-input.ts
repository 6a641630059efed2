import { z } from 'zod'
import { IsinglassError } from '../../../src/errors.ts'
import { numberList, parseWith } from '../../../src/parse.ts'
import { Factor } from './factor.ts'

/** Limits of a group of assets: on their joint weight, and on how many of them are held. Both ends included. */
export interface SectorRule<Asset> {
  readonly assets: readonly Asset[]
  readonly weight?: readonly [least: number, most: number]
  readonly count?: readonly [fewest: number, most: number]
}

export interface PortfolioRules<Asset extends string | number, PerAsset> {
  /** At most so many assets are held. */
  readonly hold?: number
  /** Exactly so many are held; needs `min` or `lots`, since an asset of weight 0 is not held. */
  readonly exactly?: number
  /** The least expected return, net of fees. */
  readonly return?: number
  /** The least and greatest weight of an asset that is held (0 and 1), for all or for each. */
  readonly min?: number | PerAsset
  readonly max?: number | PerAsset
  /** Weights are whole multiples of 1/lots; real numbers when not given. */
  readonly lots?: number
  readonly sectors?: Readonly<Record<string, SectorRule<Asset>>>
  /** What is held today, and the fee per unit bought or sold: it is taken from the expected return. */
  readonly held?: PerAsset
  readonly fee?: number
  /** λ of the objective λ·variance − (1 − λ)·(expected return net of fees); 1, the default, is variance alone. */
  readonly aversion?: number
}

/** Assets by name: what else is named must be among them. Pairs without a correlation are uncorrelated. */
export interface NamedPortfolio<Name extends string = string>
  extends PortfolioRules<NoInfer<Name>, Readonly<Partial<Record<NoInfer<Name>, number>>>> {
  readonly assets: Readonly<Record<Name, { readonly mean: number; readonly deviation: number }>>
  readonly correlation?: readonly (readonly [NoInfer<Name>, NoInfer<Name>, number])[]
}

/** Assets by number: risk as a row-major n × n covariance, or as deviations with a row-major n × n correlation. */
export interface BulkPortfolio extends PortfolioRules<number, ArrayLike<number>> {
  readonly mean: ArrayLike<number>
  readonly covariance?: ArrayLike<number>
  readonly deviation?: ArrayLike<number>
  readonly correlation?: ArrayLike<number>
  readonly names?: readonly string[]
}

export type PortfolioInput = NamedPortfolio | BulkPortfolio

interface Sector {
  readonly name: string
  readonly isMember: Uint8Array
  readonly weight: readonly [number, number]
  readonly count: readonly [number, number]
}

/** A portfolio question as numbers. */
export interface PortfolioData {
  readonly size: number
  readonly names: readonly string[] | null
  readonly mean: Float64Array
  /** Row-major size × size. */
  readonly covariance: Float64Array
  /** `aversion` times the covariances. */
  readonly risk: Float64Array
  readonly fewest: number
  readonly most: number
  /** Of an asset that is held; on the grid of lots where there is one. `greatest` 0: never held. */
  readonly least: Float64Array
  readonly greatest: Float64Array
  readonly goal: number | null
  readonly held: Float64Array
  readonly fee: number
  readonly aversion: number
  readonly sectors: readonly Sector[]
  readonly lots: number | null
}

/** What a check forgives, in parts of the whole. */
export const slip = 1e-7

const share = z.number().min(0).max(1)
const figure = z.number().min(-1e6).max(1e6)
const positive = z.number().min(0).max(1e6)
const rules = {
  hold: z.number().int().min(1).optional(),
  exactly: z.number().int().min(1).optional(),
  return: figure.optional(),
  lots: z.number().int().min(1).max(1e6).optional(),
  fee: share.optional(),
  aversion: share.optional(),
}
const sectorsOf = <Asset extends z.ZodType>(asset: Asset) =>
  z
    .record(
      z.string().min(1),
      z.strictObject({
        assets: z.array(asset),
        weight: z.tuple([share, share]).optional(),
        count: z.tuple([z.number().int().min(0), z.number().int().min(0)]).optional(),
      }),
    )
    .optional()

const bulk = z.strictObject({
  ...rules,
  mean: numberList,
  covariance: numberList.optional(),
  deviation: numberList.optional(),
  correlation: numberList.optional(),
  names: z.array(z.string().min(1)).optional(),
  min: z.union([share, numberList]).optional(),
  max: z.union([share, numberList]).optional(),
  held: numberList.optional(),
  sectors: sectorsOf(z.number().int().min(0)),
})
const perName = z.record(z.string(), share)
const named = z.strictObject({
  ...rules,
  assets: z.record(z.string().min(1), z.strictObject({ mean: figure, deviation: positive })),
  correlation: z.array(z.tuple([z.string(), z.string(), z.number().min(-1).max(1)])).optional(),
  min: z.union([share, perName]).optional(),
  max: z.union([share, perName]).optional(),
  held: perName.optional(),
  sectors: sectorsOf(z.string()),
})

function refuse(what: string, remedy: string): never {
  throw new IsinglassError('INPUT_INVALID', what, remedy, 'portfolio')
}

/** Parses either shape. Throws INPUT_INVALID, or NAME_INVALID for names that are empty or repeated. */
export const readPortfolio = (input: PortfolioInput): PortfolioData =>
  'assets' in input ? readNamed(input) : readBulk(parseWith(bulk, input, 'portfolio'))

function readNamed(input: NamedPortfolio): PortfolioData {
  const { assets, correlation = [], min, max, held, sectors, ...rest } = parseWith(named, input, 'portfolio')
  const names = Object.keys(assets)
  const index = new Map(names.map((name, i) => [name, i]))
  const indexOf = (name: string) => index.get(name) ?? refuse(`"${name}" is no asset`, 'Use the names of "assets"')
  const list = (values: Readonly<Record<string, number>>, otherwise: number) => {
    Object.keys(values).forEach(indexOf)
    return names.map((name) => (Object.hasOwn(values, name) ? values[name] : otherwise))
  }
  return readBulk({
    ...rest,
    names,
    mean: names.map((name) => assets[name].mean),
    deviation: names.map((name) => assets[name].deviation),
    correlation: tableOf(correlation, names.length, indexOf),
    ...(min === undefined ? {} : { min: typeof min === 'number' ? min : list(min, 0) }),
    ...(max === undefined ? {} : { max: typeof max === 'number' ? max : list(max, 1) }),
    ...(held === undefined ? {} : { held: list(held, 0) }),
    ...(sectors === undefined
      ? {}
      : {
          sectors: Object.fromEntries(
            Object.entries(sectors).map(([name, rule]) => [name, { ...rule, assets: rule.assets.map(indexOf) }]),
          ),
        }),
  })
}

/** Row-major, with ones on the diagonal. */
function tableOf(
  pairs: readonly (readonly [string, string, number])[],
  size: number,
  indexOf: (name: string) => number,
): Float64Array {
  const table = new Float64Array(size * size).fill(Number.NaN)
  for (const [a, b, value] of pairs) {
    const [i, j] = [indexOf(a), indexOf(b)]
    if (i === j) refuse(`"${a}" is correlated with itself`, 'Give pairs of different assets')
    const before = table[i * size + j]
    if (before !== value && !Number.isNaN(before))
      refuse(`"${a}" and "${b}" have two correlations, ${before} and ${value}`, 'Give one per pair')
    table[i * size + j] = table[j * size + i] = value
  }
  return table.map((value, k) => (k % (size + 1) === 0 ? 1 : Number.isNaN(value) ? 0 : value))
}

function readBulk(input: BulkPortfolio): PortfolioData {
  const { names, hold, exactly, lots = null, fee = 0, aversion = 1 } = input
  const size = input.mean.length
  if (size === 0) refuse('there are no assets', 'Give at least one')
  if (hold !== undefined && exactly !== undefined) refuse('"hold" and "exactly" are both given', 'Give one of them')
  if (exactly !== undefined && exactly > size) refuse(`"exactly" is ${exactly} of ${size} assets`, 'Hold fewer')
  if (names) checkNames(names, size)
  const [least, greatest] = limitsOf(input, size)
  const covariance = covarianceOf(input, size)
  if ((exactly ?? 0) > 0 && least.some((low) => low === 0))
    refuse('"exactly" counts assets that may have weight 0', 'Give "min" above 0, or "lots"')
  return {
    size,
    names: names ?? null,
    mean: listOf(input.mean, size, 'mean', 1e6),
    covariance,
    risk: aversion === 1 ? covariance : covariance.map((c) => aversion * c),
    fewest: exactly ?? 0,
    most: Math.min(size, exactly ?? hold ?? size),
    least,
    greatest,
    goal: input.return ?? null,
    held: heldOf(input, size),
    fee,
    aversion,
    sectors: Object.entries(input.sectors ?? {}).map(([name, rule]) => sectorOf(name, rule, least)),
    lots,
  }
}

function checkNames(names: readonly string[], size: number): void {
  if (names.length !== size)
    refuse(`there are ${names.length} names for ${size} assets`, 'Give one name per asset, or none')
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice === undefined) return
  throw new IsinglassError(
    'NAME_INVALID',
    `two assets are called "${twice}"`,
    'Give every asset its own name',
    'portfolio',
  )
}

function listOf(values: ArrayLike<number>, size: number, what: string, most: number): Float64Array {
  if (values.length !== size) refuse(`"${what}" has ${values.length} numbers for ${size} assets`, 'Give one per asset')
  const list = Float64Array.from(values)
  const odd = list.find((value) => !(Math.abs(value) <= most))
  if (odd !== undefined) refuse(`"${what}" holds ${odd}`, `Give numbers of at most ${most}`)
  return list
}

/** The weights between which a held asset is; on a grid of lots, rounded inwards. */
function limitsOf({ min = 0, max = 1, lots }: BulkPortfolio, size: number): [Float64Array, Float64Array] {
  const each = (given: number | ArrayLike<number>, what: string) =>
    typeof given === 'number' ? new Float64Array(size).fill(given) : listOf(given, size, what, 1)
  const [least, greatest] = [each(min, 'min'), each(max, 'max')]
  for (let i = 0; i < size; i++) {
    if (least[i] < 0 || greatest[i] < 0) refuse('a weight limit is negative', 'Give limits between 0 and 1')
    if (least[i] > greatest[i]) refuse(`"min" ${least[i]} is above "max" ${greatest[i]}`, 'Give min ≤ max')
    if (lots === undefined) continue
    least[i] = Math.max(1, Math.ceil(least[i] * lots - 1e-9)) / lots
    greatest[i] = Math.floor(greatest[i] * lots + 1e-9) / lots
    if (greatest[i] < least[i]) greatest[i] = 0
  }
  return [least, greatest]
}

function covarianceOf({ covariance, deviation, correlation }: BulkPortfolio, size: number): Float64Array {
  if ((covariance === undefined) === (deviation === undefined || correlation === undefined))
    refuse('the risk is not given once', 'Give "covariance", or "deviation" and "correlation"')
  const table = (list: ArrayLike<number>, what: string, most: number) => {
    if (list.length !== size * size)
      refuse(`"${what}" has ${list.length} numbers for ${size} assets`, `Give ${size} × ${size}`)
    return listOf(list, list.length, what, most)
  }
  const sigma = listOf(deviation ?? new Float64Array(size), size, 'deviation', 1e6)
  if (sigma.some((s) => s < 0)) refuse('a deviation is negative', 'Give deviations of at least 0')
  const matrix = covariance ? table(covariance, 'covariance', 1e12) : table(correlation ?? [], 'correlation', 1)
  for (let i = 0; !covariance && i < size; i++) {
    if (matrix[i * size + i] !== 1) refuse(`asset ${i} has correlation ${matrix[i * size + i]} with itself`, 'Give 1')
    for (let j = 0; j < size; j++) matrix[i * size + j] *= sigma[i] * sigma[j]
  }
  return checked(matrix, size)
}

/** Symmetric, and positive semidefinite up to a millionth of the variances. */
function checked(matrix: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = [matrix[i * size + j], matrix[j * size + i]]
      if (a !== b) refuse(`assets ${i} and ${j} have two covariances, ${a} and ${b}`, 'Give a symmetric table')
    }
  const factor = new Factor((i, j) => matrix[i * size + j] * (i === j ? 1 + 1e-6 : 1))
  for (let i = 0; i < size; i++) {
    if (matrix[i * size + i] < 0) refuse(`asset ${i} has the variance ${matrix[i * size + i]}`, 'Give at least 0')
    if (factor.append(i)) continue
    refuse('the covariances contradict each other (some portfolio would have a negative variance)', 'Correct the table')
  }
  return matrix
}

function heldOf({ held, lots, fee = 0 }: BulkPortfolio, size: number): Float64Array {
  const list = listOf(held ?? new Float64Array(size), size, 'held', 1)
  if (list.some((h) => h < 0)) refuse('a present holding is negative', 'Give weights between 0 and 1')
  const odd = list.find((h) => Math.abs(h * (lots ?? 0) - Math.round(h * (lots ?? 0))) > 1e-9)
  if (odd !== undefined && fee > 0) refuse(`the present holding ${odd} is no whole lot`, 'Round it, or give other lots')
  return list
}

function sectorOf(name: string, { assets, weight, count }: SectorRule<number>, least: Float64Array): Sector {
  const isMember = new Uint8Array(least.length)
  for (const i of assets) {
    if (i >= least.length) refuse(`sector "${name}" names asset ${i} of ${least.length}`, 'Count assets from 0')
    isMember[i] = 1
  }
  if ((count?.[0] ?? 0) > 0 && assets.some((i) => least[i] === 0))
    refuse(`sector "${name}" counts assets that may have weight 0`, 'Give "min" above 0, or "lots"')
  return { name, isMember, weight: weight ?? [0, 1], count: count ?? [0, least.length] }
}
