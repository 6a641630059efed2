import { z } from 'zod'
import { amount } from '../../../src/parse.ts'

/** How many people a shift needs on a day: exactly so many, or a least and a most. */
export type Cover = number | { readonly min?: number; readonly max?: number }

/** A wish for one day, or for every day when none is named; `off` is a day without a shift. Costs its weight (1) when unmet. */
export type Wish<Day = string | number, Shift = string | number> = {
  readonly day?: Day
  readonly weight?: number
} & (
  | { readonly want: Shift | 'off'; readonly avoid?: undefined }
  | { readonly avoid: Shift | 'off'; readonly want?: undefined }
)

/** When a shift begins (0 to 24) and ends, in hours of its day; an end before the start is on the next day: 22 to 6, or 22 to 30. */
export interface Hours {
  readonly start?: number
  readonly end?: number
}

export interface Person<Day = string | number, Shift = string | number> {
  /** The shifts this person can work; all when not given. */
  readonly skills?: readonly Shift[]
  /** Days off that stand: vacation. */
  readonly off?: readonly Day[]
  readonly wishes?: readonly Wish<Day, Shift>[]
  /** At least and at most so many shifts in all. */
  readonly min?: number
  readonly max?: number
  /** At most so many days with a shift in a row; that of the whole roster when not given. */
  readonly maxInARow?: number
  /** How many shifts are fair; an equal part of what has to be covered when not given. */
  readonly share?: number
}

interface Rules<Shift> {
  /** Hours between the end of a shift and the start of the next, at least. */
  readonly rest?: number
  /** Pairs of shifts that must not follow each other from one day to the next. */
  readonly forbidden?: readonly (readonly [Shift, Shift])[]
  readonly maxInARow?: number
  /** Makes the least cover a wish: each shift short of k people costs shortage · k². */
  readonly shortage?: number
  /** Makes the most cover a wish: each shift with k people too many costs surplus · k². */
  readonly surplus?: number
  /** Each person costs fairness · (shifts − share)². */
  readonly fairness?: number
}

/** Everything by name. */
export interface NamedRoster<P extends string = string, D extends string = string, S extends string = string>
  extends Rules<NoInfer<S>> {
  readonly days: readonly D[]
  readonly shifts: Readonly<Record<S, Hours>>
  readonly people: Readonly<Record<P, Person<NoInfer<D>, NoInfer<S>>>>
  /** What every day needs. */
  readonly cover: Readonly<Partial<Record<NoInfer<S>, Cover>>>
  /** What single days need instead; shifts not named there keep what every day needs. */
  readonly coverOn?: Readonly<Partial<Record<NoInfer<D>, Readonly<Partial<Record<NoInfer<S>, Cover>>>>>>
}

/** The same in numbers: days 0 … days − 1, shifts and people by their place in their lists, cover[day][shift]. */
export interface BulkRoster extends Rules<number> {
  readonly days: number
  readonly shifts: readonly Hours[]
  readonly people: readonly Person<number, number>[]
  readonly cover: readonly (readonly Cover[])[]
}

export type RosterInput = NamedRoster | BulkRoster

const count = z.int().min(0).max(1e6)
const key = z.union([z.string(), z.int().min(0)])
const weight = amount.refine((w) => w > 0, { error: ({ input }) => `the weight ${input} is not positive` })
const hour = z.number().min(0).max(72)
const cover = z.union([count, z.strictObject({ min: count.optional(), max: count.optional() })])
const hours = z.strictObject({ start: hour.optional(), end: hour.optional() })
const wish = z.strictObject({
  day: key.optional(),
  want: key.optional(),
  avoid: key.optional(),
  weight: weight.optional(),
})
const person = z.strictObject({
  skills: z.array(key).optional(),
  off: z.array(key).optional(),
  wishes: z.array(wish).optional(),
  min: count.optional(),
  max: count.optional(),
  maxInARow: z.int().min(1).optional(),
  share: count.optional(),
})
const rules = {
  rest: z.number().min(0).max(168).optional(),
  forbidden: z.array(z.tuple([key, key])).optional(),
  maxInARow: z.int().min(1).optional(),
  shortage: weight.optional(),
  surplus: weight.optional(),
  fairness: weight.optional(),
}
const name = z.string().min(1)

export const namedRoster = z.strictObject({
  ...rules,
  days: z.array(name).min(1),
  shifts: z.record(name, hours),
  people: z.record(name, person),
  cover: z.record(z.string(), cover),
  coverOn: z.record(z.string(), z.record(z.string(), cover)).optional(),
})

export const bulkRoster = z.strictObject({
  ...rules,
  days: z.int().min(1).max(10_000),
  shifts: z.array(hours).min(1),
  people: z.array(person).min(1),
  cover: z.array(z.array(cover)),
})

export type ParsedRoster = Omit<z.output<typeof namedRoster>, 'days' | 'shifts' | 'people' | 'cover' | 'coverOn'>
export type ParsedPerson = z.output<typeof person>
export type ParsedCover = z.output<typeof cover>
export type ParsedHours = z.output<typeof hours>
export type ParsedWish = z.output<typeof wish>
