import type { z } from 'zod'
import type { BareForm } from './known.ts'
import { Model } from './model/index.ts'
import { parseWith } from './parse.ts'
import type { Ising, Qubo } from './qubo/index.ts'
import type { Job, Random } from './run/index.ts'

/** One broken rule of an answer, said in the user's nouns. `amount` is how much is missing, in the rule's own unit. */
export interface Violation {
  readonly rule: string
  readonly item?: string | number
  readonly amount: number
  readonly message: string
}

/** Smaller problems whose answers `merge` puts together to an answer of the whole. */
export interface Parts<Answer> {
  readonly parts: readonly Problem[]
  merge(answers: readonly unknown[]): Answer
}

/**
 * A problem with its data: what a solver needs to know to look for an answer, and what judges the answer.
 *
 * `check` and `cost` look at the answer and the input only, never at a model. `encode` and `decode` are inverse on
 * feasible answers; `decode` also turns an infeasible point into the least wrong answer it can.
 */
export interface Problem<Answer = unknown> {
  readonly name: string
  /** What it was made from, as given; null for a problem that is a bare form. */
  readonly input: unknown
  readonly sense: 'min' | 'max'
  /** Builds the model; its objective at encode(answer) equals cost (negated when `sense` is max). */
  readonly build: () => Built<Answer>
  check(answer: Answer): Violation[]
  cost(answer: Answer): number
  /** The strongest domain method known here; finds are answers, bounds are costs that no answer beats (infinite: there is no answer). Null when there is none. */
  readonly heuristic: ((random: Random) => Job<Answer, Answer>) | null
  /** How it falls apart; told to stop, the best partition so far. Null when it does not. */
  readonly parts: ((random: Random) => Job<Parts<Answer>>) | null
  /** The answer as an SVG picture, where the problem has one. */
  draw?(answer: Answer): string
  /** The form itself, minimised, column for column the model's, where the problem is one: nothing need be compiled. */
  readonly form?: () => BareForm
  /** About how many terms the model will have, known before it is built; a build that cannot fit is not begun. */
  readonly terms?: () => number
  /** Why the model is only near the question, where it is: then what is proven of the model is not proven of the answer. */
  readonly inexact?: string
}

export interface Built<Answer> {
  readonly model: Model
  decode(point: Float64Array): Answer
  encode(answer: Answer): Float64Array | null
}

export interface ProblemDefinition<Raw, Data, Layout, Answer> {
  readonly name: string
  /** What it asks, in a few words, for lists. */
  readonly summary?: string
  /** Whether less or more cost is better; a function where the input decides. */
  readonly sense: 'min' | 'max' | ((data: Data) => 'min' | 'max')
  /** What users may pass (`Raw`: named or bulk) and the one shape the rest of the file works with (`Data`). */
  readonly schema: z.ZodType<Data, Raw>
  readonly build: (model: Model, data: Data) => Layout
  readonly decode: (data: Data, layout: Layout, point: Float64Array) => Answer
  readonly encode?: (data: Data, layout: Layout, answer: Answer) => Float64Array | null
  readonly check: (data: Data, answer: Answer) => Violation[]
  readonly cost: (data: Data, answer: Answer) => number
  readonly heuristic?: (data: Data, random: Random) => Job<Answer, Answer>
  readonly parts?: (data: Data, random: Random) => Job<Parts<Answer>>
  readonly draw?: (data: Data, answer: Answer) => string
  /** For problems that are a quadratic form: what build says, as a Qubo or Ising; `build` then returns null. */
  readonly form?: (data: Data) => Qubo | Ising
  /** About how many terms build makes, from the sizes alone; for models that grow fast. */
  readonly terms?: (data: Data) => number
  /** Why the model only approximates the question, such as reals on a grid; null where it does not. */
  readonly inexact?: (data: Data) => string | null
  /** A small random input, for the contract kit and examples: brute force must be possible on its model. */
  readonly tiny: (random: Random) => Raw
}

/** A problem's constructor: input in, problem out; carries its definition for the registry, the command line and the kits. */
export interface ProblemFactory<Raw, Answer> {
  (input: Raw): Problem<Answer>
  readonly problemName: string
  readonly summary: string
  readonly tiny: (random: Random) => Raw
}

/**
 * A constructor to which narrower calls are added, one per shape. By itself it takes only what is known to be the whole of
 * `Raw`, such as a file's input: a literal whose names are misspelt fits no narrower call and must not slip through here.
 */
export interface OverloadedFactory<Raw, Answer>
  extends Pick<ProblemFactory<Raw, Answer>, keyof ProblemFactory<Raw, Answer>> {
  <Input extends Raw>(input: Input & ([Raw] extends [Input] ? unknown : never)): Problem<Answer>
}

/** Makes a problem's constructor from its definition. The input is parsed once, here, and never changed. */
export function defineProblem<Raw, Data, Layout, Answer>(
  definition: ProblemDefinition<Raw, Data, Layout, Answer>,
): ProblemFactory<Raw, Answer> {
  const { name, summary = '', schema, tiny } = definition
  const factory = (input: Raw) => bind(definition, input, parseWith(schema as z.ZodType<Data>, input, name))
  return Object.assign(factory, { problemName: name, summary, tiny })
}

function bind<Raw, Data, Layout, Answer>(
  d: ProblemDefinition<Raw, Data, Layout, Answer>,
  input: Raw,
  data: Data,
): Problem<Answer> {
  const { heuristic, parts, draw, form, terms } = d
  const inexact = d.inexact?.(data) ?? null
  return {
    name: d.name,
    input,
    sense: typeof d.sense === 'function' ? d.sense(data) : d.sense,
    build: () => lazily(d, data),
    check: (answer) => d.check(data, answer),
    cost: (answer) => d.cost(data, answer),
    heuristic: heuristic ? (random) => heuristic(data, random) : null,
    parts: parts ? (random) => parts(data, random) : null,
    ...(draw ? { draw: (answer: Answer) => draw(data, answer) } : {}),
    ...(form ? { form: once(() => form(data)) } : {}),
    ...(terms ? { terms: () => terms(data) } : {}),
    ...(inexact === null ? {} : { inexact }),
  }
}

function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => (value ??= make())
}

/** A form's answers are read off its columns, so its model is built only when somebody asks for it. */
function lazily<Raw, Data, Layout, Answer>(d: ProblemDefinition<Raw, Data, Layout, Answer>, data: Data): Built<Answer> {
  let built: { readonly model: Model; readonly layout: Layout } | undefined
  const build = () => {
    if (built === undefined) {
      const model = new Model()
      built = { model, layout: d.build(model, data) }
    }
    return built
  }
  const layout = () => (d.form ? (null as Layout) : build().layout)
  return {
    get model() {
      return build().model
    },
    decode: (point) => d.decode(data, layout(), point),
    encode: (answer) => d.encode?.(data, layout(), answer) ?? null,
  }
}
