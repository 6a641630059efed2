import { type Constraint, type Model, type ModelStructure, permutationLines } from '../model/index.ts'
import { after, type Qubo, type Rewrite, type Rewritten } from '../qubo/index.ts'
import { atMostOnePenalty } from './at-most-one.ts'
import { checkTime, quboMs } from './effort.ts'
import { type Grouping, grouped, type NamedGroup } from './groups.ts'
import type { Certificate, CompiledModel, CompileOptions } from './index.ts'
import { integerBinary, integerBinaryWhere } from './integer-binary.ts'
import { integerDomainWall } from './integer-domain-wall.ts'
import { integerOneHot } from './integer-one-hot.ts'
import { layersOf, reweighed, splitEnergy, weighStack } from './layers.ts'
import { checkMemory, type IntegerEncoding, quboBytes } from './memory.ts'
import { permutationPenalty } from './permutation.ts'
import { slack } from './slack.ts'
import { spinToBit } from './spin-to-bit.ts'
import { squaredPenalty, squareOf } from './squared.ts'
import { type Stack, stackOf, type Terms } from './stack.ts'
import { twoBitsPenalty } from './two-bits.ts'
import { type HardPart, sufficientWeights } from './weights.ts'
import { worstViolation } from './whole-numbers.ts'

/**
 * The question as a Qubo: spins, inequalities and integers are rewritten to bits and equalities, every hard rule becomes a
 * penalty of sufficient weight, every wish a penalty of its own weight. Structures in `native` become groups without penalty.
 */
export function compileQubo(model: Model, options: CompileOptions): CompiledModel<'qubo'> {
  const { native, memoryLimitMiB, leftMs = Number.POSITIVE_INFINITY, integers = 'binary' } = options
  const bytes = quboBytes(model, integers)
  checkMemory('qubo', bytes, memoryLimitMiB)
  checkTime('qubo', quboMs(model, bytes), leftMs)
  const { rewritten, wishes } = toBits(model, integers)
  const grouping = grouped(rewritten.to)
  const parts = partsOf(rewritten.to, grouping, native)
  const stack = stackOf(rewritten.to.size, parts)
  const certificates = certify(parts, stack, grouping, native, wishes)
  const weights = weightsOf(parts, certificates)
  const shape = { groups: grouping.groups.map(({ group }) => group), native: [...native] }
  return {
    form: weighStack(stack, weights, shape),
    lift: (point) => rewritten.lift(Float64Array.from(point)),
    lower: (point) => {
      const bits = rewritten.lower(point)
      return bits && Int8Array.from(bits)
    },
    certificates: [...certificates, ...heldCertificates(grouping, native)],
    get layers() {
      return layersOf(stack, weights)
    },
    pairs: stack.pairs,
    weigh: (changes) => weighStack(stack, reweighed(stack.names, weights, changes), shape),
    split: (point) => splitEnergy(stack, weights, point),
  }
}

/** The same, as a plain rewrite. */
export const toQubo =
  (options: CompileOptions): Rewrite<Model, Qubo> =>
  (model) => {
    const { form, lift, lower } = compileQubo(model, options)
    return { to: form, lift, lower, scale: 1, constant: 0 }
  }

const encodings = {
  binary: integerBinary,
  'one-hot': integerOneHot,
  'domain-wall': integerDomainWall,
} satisfies Record<IntegerEncoding, Rewrite<Model, Model>>

/** Bits only. `wishes` is the most that the wishes can cost together when their slacks are best. */
function toBits(model: Model, integers: IntegerEncoding): { rewritten: Rewritten<Model, Model>; wishes: number } {
  const spinless = spinToBit(model)
  const wishes = spinless.to.constraints
    .filter((c) => c.weight !== Number.POSITIVE_INFINITY)
    .reduce((sum, c) => sum + c.weight * worstViolation(spinless.to, c) ** 2, 0)
  const equalities = after(spinless, slack(spinless.to))
  const slackless = after(equalities, integerBinaryWhere((c) => c >= model.size)(equalities.to))
  return { rewritten: after(slackless, encodings[integers](slackless.to)), wishes }
}

/** One layer of the energy: a wish carries its weight, a hard rule what its weight's proof needs. */
interface Part {
  readonly name: string
  readonly terms: Terms
  readonly weight: number
  readonly hard: HardPart | null
}

function partsOf(
  model: Model,
  { groups, constraints, overlapping }: Grouping,
  native: CompileOptions['native'],
): Part[] {
  return [
    { name: 'objective', terms: model.objective, weight: 1, hard: null },
    ...groups.filter(({ group }) => !native.includes(group.kind)).map(groupPart),
    ...overlapping.flatMap(overlappingParts),
    ...constraints.map((constraint) => constraintPart(model, constraint)),
  ]
}

function groupPart({ name, group }: NamedGroup): Part {
  const { kind, members } = group
  if (kind === 'permutation') {
    const terms = permutationPenalty(group.order, members)
    return hardPart(name, terms, { rule: kind, columns: members, count: 1, smallest: 2 })
  }
  const count = kind === 'subset' ? group.count : 1
  return hardPart(name, exactly(count, members), { rule: kind, columns: members, count, smallest: 1 })
}

function overlappingParts(structure: ModelStructure): Part[] {
  const { kind, name, members } = structure
  const lines = kind === 'one-hot' ? [{ name: '', columns: [...members] }] : permutationLines(structure.order, members)
  return lines.map((line) => {
    const columns = Uint32Array.from(line.columns)
    const proof = { rule: 'other', columns, count: 1, smallest: 1 } as const
    return hardPart(`${name} ${line.name}`.trim(), exactly(1, columns), proof)
  })
}

const exactly = (count: number, members: Uint32Array): Terms =>
  squareOf(members, new Float64Array(members.length).fill(1), count)

const hardPart = (name: string, terms: Terms, proof: Omit<HardPart, 'name'>): Part => ({
  name,
  terms,
  weight: Number.POSITIVE_INFINITY,
  hard: { name, ...proof },
})

/** The first penalty that fits: none for a slack is left here, every inequality is over two bits or "at most one". */
function constraintPart(model: Model, constraint: Constraint): Part {
  const { name, weight, columns } = constraint
  const pairwise = atMostOnePenalty(model, constraint)
  const terms = pairwise ?? twoBitsPenalty(model, constraint) ?? (squaredPenalty(model, constraint) as Terms)
  if (weight !== Number.POSITIVE_INFINITY) return { name, terms, weight, hard: null }
  return hardPart(name, terms, { rule: ruleOf(terms, pairwise !== null), columns, count: 1, smallest: 1 })
}

/** x·y is "at most one of two", 1 − x − y + x·y is "one of these two", whatever they were called. */
function ruleOf(terms: Terms, isPairwise: boolean): HardPart['rule'] {
  if (isPairwise) return 'at-most-one'
  const { constant, linearValues, values } = terms
  if (values.length !== 1 || values[0] !== 1) return 'other'
  if (constant === 0 && linearValues[0] === 0 && linearValues[1] === 0) return 'at-most-one'
  return constant === 1 && linearValues[0] === -1 && linearValues[1] === -1 ? 'cover' : 'other'
}

function certify(
  parts: readonly Part[],
  stack: Stack,
  grouping: Grouping,
  native: CompileOptions['native'],
  wishes: number,
): Certificate[] {
  const hard = parts.flatMap((part) => (part.hard ? [part.hard] : []))
  if (hard.length === 0) return []
  const only = (keep: (part: Part, l: number) => boolean) =>
    weighStack(
      stack,
      parts.map((part, l) => (keep(part, l) ? part.weight : 0)),
    )
  return sufficientWeights({
    objective: only((_, l) => l === 0),
    base: only((part) => part.hard === null),
    wishes,
    hard,
    groups: grouping.groups.map(({ group }) => ({ group, isHeld: native.includes(group.kind) })),
  })
}

function weightsOf(parts: readonly Part[], certificates: readonly Certificate[]): Float64Array {
  let next = 0
  return Float64Array.from(parts, (part) => (part.hard === null ? part.weight : certificates[next++].weight))
}

const heldCertificates = ({ groups }: Grouping, native: CompileOptions['native']): Certificate[] =>
  groups
    .filter(({ group }) => native.includes(group.kind))
    .map(({ name }) => ({
      constraint: name,
      weight: 0,
      smallestViolation: 1,
      upper: 0,
      lower: 0,
      method: 'held',
      why: 'the solver keeps this structure itself',
    }))
