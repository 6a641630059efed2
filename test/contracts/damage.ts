/** A changed copy of plain data, and what was done to it. */
export interface Damaged {
  readonly what: string
  readonly value: unknown
}

type Path = readonly (string | number)[]

/** Answers with one thing wrong: an entry of a list dropped or repeated, a name or number replaced by a stranger. */
export function tamper(answer: unknown, most = 40): Damaged[] {
  const all = walk(answer, []).flatMap(([path, value]) => {
    if (Array.isArray(value)) return value.flatMap((_, k) => [dropped(answer, path, k), repeated(answer, path, k)])
    if (typeof value === 'string') return [replaced(answer, path, 'no such name ☂')]
    return typeof value === 'number' ? [replaced(answer, path, 987654), replaced(answer, path, Number.NaN)] : []
  })
  return thinned(all, most)
}

const strangers: Readonly<Record<string, readonly unknown[]>> = {
  number: [Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 1e300, '1', null, {}],
  string: ['', 7, null, []],
  boolean: ['yes', null],
  object: [null, 'text', 3, undefined],
}

/** Inputs with one value replaced by one that is impossible, or at least odd. */
export function corrupt(input: unknown, most = 150): Damaged[] {
  const plain = withoutTypedArrays(input)
  const all = walk(plain, [])
    .filter(([path]) => path.length > 0)
    .flatMap(([path, value]) =>
      (strangers[value === null ? 'object' : typeof value] ?? []).map((odd) => replaced(plain, path, odd)),
    )
  return thinned(all, most)
}

/** Inputs in which one record has an entry called `__proto__`, as JSON.parse makes them: easily lost without a word. */
export function shadow(input: unknown): Damaged[] {
  return walk(input, [])
    .filter(([path, value]) => path.every((key) => typeof key === 'string') && isRecord(value))
    .map(([path]) => ({
      what: `an entry "__proto__" in ${path.join('.') || 'the input'}`,
      value: change(input, path, (record) =>
        Object.defineProperty({ ...(record as object) }, '__proto__', {
          value: Object.values(record as object)[0],
          enumerable: true,
        }),
      ),
    }))
}

const isRecord = (value: unknown): boolean =>
  value instanceof Object && Object.getPrototypeOf(value) === Object.prototype

function withoutTypedArrays(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>)
  if (Array.isArray(value)) return value.map(withoutTypedArrays)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withoutTypedArrays(v)]))
}

/** Every value inside, with the way to it; the whole first. */
function walk(value: unknown, path: Path): [Path, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [[path, value], ...entries.flatMap(([key, inner]) => walk(inner, [...path, key]))]
}

const replaced = (whole: unknown, path: Path, by: unknown): Damaged => ({
  what: `${path.join('.')} replaced by ${typeof by === 'object' ? JSON.stringify(by) : String(by)}`,
  value: change(whole, path, () => by),
})

const dropped = (whole: unknown, path: Path, k: number): Damaged => ({
  what: `entry ${k} of ${path.join('.') || 'the answer'} dropped`,
  value: change(whole, path, (list) => (list as unknown[]).toSpliced(k, 1)),
})

const repeated = (whole: unknown, path: Path, k: number): Damaged => ({
  what: `entry ${k} of ${path.join('.') || 'the answer'} repeated`,
  value: change(whole, path, (list) => [...(list as unknown[]), (list as unknown[])[k]]),
})

function change(whole: unknown, [key, ...rest]: Path, by: (value: unknown) => unknown): unknown {
  if (key === undefined) return by(whole)
  const inner = change((whole as Record<string | number, unknown>)[key], rest, by)
  return Array.isArray(whole) ? whole.with(Number(key), inner) : { ...(whole as object), [key]: inner }
}

/** At most so many, evenly spread. */
function thinned<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(items.length, most) }, (_, k) => items[Math.floor(k * step)])
}
