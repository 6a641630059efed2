import type { Constraint, Model, ModelStructure } from './model.ts'

/** How much of a long sum or list is shown before it is cut. */
const shown = 40

/**
 * The model as formulas, one block per line kind:
 * `minimise 3·a − 2·a·b + 5`, `subject to cover: a + b + c == 1`, `wish (weight 2) calm: a + b <= 1`,
 * `one of colour: red, blue`, and the domains `a, b ∈ {0, 1}; n ∈ [0, 7]`. Repeated terms are added up, long sums cut.
 */
export function printModel(model: Model): string {
  return [
    `minimise ${objectiveText(model)}`,
    ...cut(
      model.constraints,
      (constraint) => constraintText(model, constraint),
      (more) => `… ${more} more constraints`,
    ),
    ...cut(
      model.structures,
      (structure) => structureText(model, structure),
      (more) => `… ${more} more structures`,
    ),
    ...(model.size > 0 ? [domainsText(model)] : []),
  ].join('\n')
}

function objectiveText(model: Model): string {
  const { constant, linearColumns, linearValues, rows, columns, values } = model.objective
  const sums = new Map<string, { factors: number[]; value: number }>()
  const add = (factors: number[], value: number) => {
    const key = factors.join()
    sums.set(key, { factors, value: (sums.get(key)?.value ?? 0) + value })
  }
  for (let k = 0; k < linearColumns.length; k++) add([linearColumns[k]], linearValues[k])
  for (let k = 0; k < rows.length; k++) add([Math.min(rows[k], columns[k]), Math.max(rows[k], columns[k])], values[k])
  const terms = [...sums.values()].filter((term) => term.value !== 0)
  const last = constant !== 0 || terms.length === 0 ? [{ factors: [], value: constant }] : []
  return sumText(model, [...terms, ...last])
}

function sumText(model: Model, terms: readonly { factors: readonly number[]; value: number }[]): string {
  const parts = cut(
    terms,
    ({ factors, value }, k) => {
      const sign = k === 0 ? (value < 0 ? '−' : '') : value < 0 ? ' − ' : ' + '
      return `${sign}${productText(model, factors, Math.abs(value))}`
    },
    (more) => ` … ${more} more terms`,
  )
  return parts.join('') || '0'
}

function productText(model: Model, factors: readonly number[], size: number): string {
  const names = factors.map((c) => model.nameOf(c))
  const product = names.length === 2 && names[0] === names[1] ? `${names[0]}²` : names.join('·')
  if (product === '') return numberText(size)
  return size === 1 ? product : `${numberText(size)}·${product}`
}

const numberText = (value: number): string => String(Number(value.toPrecision(12)))

function constraintText(model: Model, { name, columns, coefficients, sense, bound, weight }: Constraint): string {
  const left = sumText(
    model,
    Array.from(columns, (c, k) => ({ factors: [c], value: coefficients[k] })),
  )
  const head = weight === Number.POSITIVE_INFINITY ? 'subject to' : `wish (weight ${numberText(weight)})`
  return `${head} ${name}: ${left} ${sense} ${bound < 0 ? '−' : ''}${numberText(Math.abs(bound))}`
}

function structureText(model: Model, structure: ModelStructure): string {
  const head = structure.kind === 'one-hot' ? 'one of' : `order of ${structure.order} by`
  return `${head} ${structure.name}: ${listText(model, structure.members)}`
}

const listText = (model: Model, columns: ArrayLike<number>): string =>
  cut(
    Array.from(columns),
    (c) => model.nameOf(c),
    (more) => `… ${more} more`,
  ).join(', ')

function domainsText(model: Model): string {
  const columnsOf = new Map<string, number[]>()
  model.domains.forEach((domain, c) => {
    const text = domain === 'bit' ? '{0, 1}' : domain === 'spin' ? '{−1, 1}' : `[${model.lower[c]}, ${model.upper[c]}]`
    const known = columnsOf.get(text)
    if (known) known.push(c)
    else columnsOf.set(text, [c])
  })
  return [...columnsOf].map(([domain, columns]) => `${listText(model, columns)} ∈ ${domain}`).join('; ')
}

/** The first `shown` items as text, then one line saying how many were left out. */
function cut<Item>(
  items: readonly Item[],
  text: (item: Item, k: number) => string,
  rest: (more: number) => string,
): string[] {
  const kept = items.slice(0, shown).map(text)
  return items.length > shown ? [...kept, rest(items.length - shown)] : kept
}
