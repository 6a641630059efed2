import { IsinglassError } from './errors.ts'
import { shown } from './parse.ts'
import { parseNumber } from './qubo/formats/index.ts'
import type { NamedFactory, Solver } from './solver.ts'

export type SolverRegistry = Readonly<Record<string, NamedFactory>>

/**
 * Reads a solver expression: `anneal`, `anneal(reads=128,sweeps=1000)`, `fallback(within(300,qaoa(depth=3)),tabu)`.
 * A name that the registry knows is a solver, a number is a number, `true` and `false` are claims, any other word is text.
 * @throws SPEC_INVALID naming the place, or OPTION_INVALID from the solver that refuses an option.
 */
export function solverFromSpec(text: string, registry: SolverRegistry): Solver {
  if (typeof text !== 'string')
    throw new IsinglassError('SPEC_INVALID', `${shown(text)} is not a text`, 'Give an expression such as "anneal"')
  const reader = new SpecReader(text, registry)
  const solver = reader.solver()
  reader.expectEnd()
  return solver
}

type Value = Solver | number | string | boolean

/** Solvers inside solvers; more is a slip, or an attack on the stack. */
const deepest = 32

class SpecReader {
  private at = 0
  private depth = 0
  private readonly text: string
  private readonly registry: SolverRegistry

  constructor(text: string, registry: SolverRegistry) {
    this.text = text
    this.registry = registry
  }

  solver(): Solver {
    const startedAt = this.at
    const name = this.word()
    if (!Object.hasOwn(this.registry, name)) {
      this.fail(
        startedAt,
        `no solver is called "${clip(name)}"`,
        `Choose one of ${Object.keys(this.registry).join(', ')}`,
      )
    }
    return this.call(this.registry[name])
  }

  expectEnd(): void {
    this.blanks()
    if (this.at < this.text.length)
      this.fail(this.at, `"${clip(this.text.slice(this.at))}" follows the expression`, 'Remove it')
  }

  private call(factory: NamedFactory): Solver {
    const children: Solver[] = []
    const positional: (number | string)[] = []
    const options: Record<string, Value> = {}
    if (++this.depth > deepest) this.fail(this.at, `solvers are nested more than ${deepest} deep`, 'Nest fewer')
    for (const { key, value } of this.arguments()) {
      if (key !== undefined) options[key] = value
      else if (typeof value === 'object') children.push(value)
      else positional.push(typeof value === 'boolean' ? String(value) : value)
    }
    this.depth--
    return factory.fromSpec(children, options, positional)
  }

  private arguments(): { key?: string; value: Value }[] {
    if (!this.take('(')) return []
    const found: { key?: string; value: Value }[] = []
    if (this.take(')')) return found
    do found.push(this.argument(found))
    while (this.take(','))
    if (!this.take(')')) this.fail(this.at, 'a closing parenthesis is missing', 'Add ")"')
    return found
  }

  private argument(before: readonly { key?: string }[]): { key?: string; value: Value } {
    const startedAt = this.at
    const key = this.word()
    if (this.take('=')) {
      if (!/^[a-z]\w*$/i.test(key)) this.fail(startedAt, `"${clip(key)}" is no name of an option`, 'Correct it')
      if (before.some((b) => b.key === key)) this.fail(startedAt, `"${key}" is given twice`, 'Give it once')
      return { key, value: this.value() }
    }
    this.at = startedAt
    return { value: this.value() }
  }

  private value(): Value {
    const startedAt = this.at
    const word = this.word()
    if (Object.hasOwn(this.registry, word)) return this.call(this.registry[word])
    this.blanks()
    if (this.text[this.at] === '(')
      this.fail(
        startedAt,
        `no solver is called "${clip(word)}"`,
        `Choose one of ${Object.keys(this.registry).join(', ')}`,
      )
    if (word === 'true' || word === 'false') return word === 'true'
    return parseNumber(word) ?? word
  }

  private word(): string {
    this.blanks()
    const match = /^[^\s(),=]+/.exec(this.text.slice(this.at))
    if (match === null) return this.fail(this.at, 'a name or value is missing', 'Write NAME or NAME(option=value, …)')
    this.at += match[0].length
    return match[0]
  }

  private take(mark: string): boolean {
    this.blanks()
    if (this.text[this.at] !== mark) return false
    this.at++
    return true
  }

  private blanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
  }

  private fail(at: number, what: string, remedy: string): never {
    throw new IsinglassError('SPEC_INVALID', what, remedy, `"${clip(this.text)}", character ${at + 1}`)
  }
}

const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
