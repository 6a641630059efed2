import type { Incumbent, Stride } from './in-turns.ts'
import { sharpenedRisk } from './portfolio-bound.ts'
import type { PortfolioData } from './portfolio-input.ts'
import { type Relaxed, relax } from './portfolio-relaxation.ts'

/** What the searches of one portfolio know together. */
export type Shared = Incumbent<Float64Array>

interface Node {
  /** 1 held, 0 open, −1 not held. */
  readonly status: Int8Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly bound: number
}

const nothing = 1e-9
const offGrid = 1e-7

/**
 * Branch and bound, depth first: the relaxation forgets how many assets are held, the least weight of a held one and the
 * grid of lots (Bienstock 1996). An asset is held or not, or a weight is below one lot or above it. Ends when nothing
 * is open: then the best is proven (should rounding have spoilt the proof of a node, it never ends). Improves
 * `shared.best`, and prunes by whatever others put there.
 */
export function* portfolioTree(data: PortfolioData, shared: Shared): Generator<Stride, void> {
  const open: Node[] = [rootOf(data)]
  const tree: Tree = { data, sharp: null, shared, open, unproven: Number.POSITIVE_INFINITY, seen: null, ceiling: 0 }
  let told = Number.NEGATIVE_INFINITY
  for (let nodes = 1; open.length > 0; nodes++) {
    if (nodes === patience) tree.sharp = yield* sharpened(data, open)
    const node = open.pop() as Node
    if (node.bound >= ceilingOf(tree) || !settleCounts(data, node)) {
      yield { work: data.size }
      continue
    }
    const work = explore(tree, node) + 2 * data.size
    const bound = Math.min(boundOf(open), tree.unproven, shared.best?.value ?? Number.POSITIVE_INFINITY)
    if (bound > told && bound < Number.POSITIVE_INFINITY) {
      told = bound
      yield { work, bound }
    } else yield { work }
  }
  while (tree.unproven < ceilingOf(tree)) yield { work: data.size }
}

/** So many nodes are looked at before the bound is sharpened, which easy questions need not wait for. */
const patience = 200

/** The question with its sharpened risk, by which the open nodes are bounded anew; null where there is none. */
function* sharpened(data: PortfolioData, open: Node[]): Generator<Stride, PortfolioData | null> {
  const risk = yield* sharpenedRisk(data)
  if (risk === null) return null
  const sharp = { ...data, risk }
  for (let k = 0; k < open.length; k++) {
    const { value, work } = relax(sharp, openAssets(open[k]), open[k])
    open[k] = { ...open[k], bound: Math.max(open[k].bound, value) }
    yield { work }
  }
  return sharp
}

interface Tree {
  readonly data: PortfolioData
  sharp: PortfolioData | null
  readonly shared: Shared
  readonly open: Node[]
  /** The least bound of the nodes that were closed without proof. */
  unproven: number
  /** The best answer when the ceiling was last computed. */
  seen: Shared['best']
  ceiling: number
}

/** Bounds a node, and opens its children if it may hold something better; the work it took. */
function explore(tree: Tree, node: Node): number {
  const { data, sharp } = tree
  const assets = openAssets(node)
  const relaxed = relax(data, assets, node)
  if (relaxed.bound >= ceilingOf(tree)) return relaxed.work
  const isCounted = sharp !== null && assets.length > data.most && undecided(data, node, relaxed.weights) >= 0
  const counted = isCounted ? relax(sharp, assets, node) : null
  const bound = Math.max(node.bound, relaxed.bound, counted?.bound ?? Number.NEGATIVE_INFINITY)
  if (relaxed.value === Number.POSITIVE_INFINITY) tree.unproven = Math.min(tree.unproven, bound)
  else if (bound < ceilingOf(tree)) branch(tree, { ...node, bound }, relaxed)
  return relaxed.work + (counted?.work ?? 0)
}

function rootOf({ size, greatest }: PortfolioData): Node {
  const status = Int8Array.from(greatest, (high) => (high > 0 ? 0 : -1))
  return { status, low: new Float64Array(size), high: greatest.slice(), bound: Number.NEGATIVE_INFINITY }
}

/** Less than this by a part in ten milliards, or by what rounding may hide, is no improvement. */
function ceilingOf(tree: Tree): number {
  const { best } = tree.shared
  if (best === null) return Number.POSITIVE_INFINITY
  if (best !== tree.seen) tree.ceiling = best.value - 1e-10 * Math.abs(best.value) - hairOf(tree.data, best.point)
  tree.seen = best
  return tree.ceiling
}

/** What rounding may do to the cost of weights: it grows with what is added up, not with the sum. */
function hairOf({ size, risk, mean, aversion }: PortfolioData, weights: Float64Array): number {
  let total = 0
  for (let i = 0; i < size; i++) {
    if (weights[i] === 0) continue
    for (let j = 0; j < size; j++) total += Math.abs(weights[i] * weights[j] * risk[i * size + j])
    total += (1 - aversion) * Math.abs(mean[i] * weights[i])
  }
  return 1e-14 * total
}

function boundOf(open: readonly Node[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const node of open) least = Math.min(least, node.bound)
  return least
}

function openAssets({ status, high }: Node): number[] {
  const assets: number[] = []
  for (let i = 0; i < status.length; i++) if (status[i] >= 0 && high[i] > 0) assets.push(i)
  return assets
}

/** Closes what a full count leaves no room for; false when a count cannot be kept. */
function settleCounts({ size, fewest, most, sectors }: PortfolioData, { status }: Node): boolean {
  const all = { isMember: null, count: [fewest, most] as const }
  for (const { isMember, count } of [all, ...sectors]) {
    let held = 0
    let possible = 0
    for (let i = 0; i < size; i++) {
      if (isMember !== null && isMember[i] === 0) continue
      if (status[i] === 1) held++
      if (status[i] >= 0) possible++
    }
    if (held > count[1] || possible < count[0]) return false
    if (held < count[1]) continue
    for (let i = 0; i < size; i++) if (status[i] === 0 && (isMember === null || isMember[i] === 1)) status[i] = -1
  }
  return true
}

function branch(tree: Tree, node: Node, { weights, value }: Relaxed): void {
  const { data, open } = tree
  const { bound } = node
  const asset = undecided(data, node, weights)
  if (asset >= 0) {
    open.push(childOf(node, asset, -1, 0, 0, bound))
    open.push(childOf(node, asset, 1, Math.max(node.low[asset], data.least[asset]), node.high[asset], bound))
    return
  }
  const split = data.lots === null ? -1 : offTheGrid(data.lots, weights)
  if (split < 0) {
    close(tree, bound, weights, value)
    return
  }
  const lots = data.lots as number
  const below = Math.floor(weights[split] * lots) / lots
  const above = Math.ceil(weights[split] * lots) / lots
  const least = Math.max(node.low[split], data.least[split])
  const down = below < least ? childOf(node, split, -1, 0, 0, bound) : childOf(node, split, 1, least, below, bound)
  const up = childOf(node, split, 1, Math.max(least, above), node.high[split], bound)
  const isNearer = weights[split] - below < above - weights[split]
  for (const child of isNearer ? [up, down] : [down, up]) if (child.low[split] <= child.high[split]) open.push(child)
}

/** The weights are the best of their node, as far as rounding lets the bound tell. */
function close(tree: Tree, bound: number, weights: Float64Array, value: number): void {
  const { data, shared } = tree
  if (value < ceilingOf(tree)) shared.best = { point: cleaned(data, weights), value }
  if (bound < value - 1e-9 * Math.abs(value) - 100 * hairOf(data, weights))
    tree.unproven = Math.min(tree.unproven, bound)
}

function childOf(node: Node, asset: number, status: number, low: number, high: number, bound: number): Node {
  return {
    status: node.status.with(asset, status),
    low: node.low.with(asset, low),
    high: node.high.with(asset, high),
    bound,
  }
}

/** The open asset to decide on: the heaviest one, when a count or a least weight is broken; −1 when all is well. */
function undecided(data: PortfolioData, { status, high }: Node, weights: Float64Array): number {
  const { size, least } = data
  let heaviest = -1
  let small = -1
  for (let i = 0; i < size; i++) {
    if (status[i] !== 0 || weights[i] <= nothing) continue
    if (heaviest < 0 || weights[i] > weights[heaviest]) heaviest = i
    if (weights[i] < least[i] - nothing && (small < 0 || weights[i] > weights[small])) small = i
  }
  const broken = brokenCount(data, status, weights)
  if (broken === null) return small
  if (broken === 'many') return heaviest
  for (let i = 0; i < size; i++) if (status[i] === 0 && weights[i] <= nothing && high[i] > 0 && broken(i)) return i
  return heaviest
}

/** Which count the weights break: too many, or too few of those that it tells; null when none. */
function brokenCount(
  { size, fewest, most, sectors }: PortfolioData,
  status: Int8Array,
  weights: Float64Array,
): 'many' | ((asset: number) => boolean) | null {
  const all = { isMember: new Uint8Array(size).fill(1), count: [fewest, most] as const }
  for (const { isMember, count } of [all, ...sectors]) {
    let held = 0
    for (let i = 0; i < size; i++) if (isMember[i] && (status[i] === 1 || weights[i] > nothing)) held++
    if (held > count[1]) return 'many'
    if (held < count[0]) return (asset) => isMember[asset] === 1
  }
  return null
}

/** The asset farthest from whole lots; −1 when all are whole. */
function offTheGrid(lots: number, weights: Float64Array): number {
  let pick = -1
  let farthest = offGrid
  for (let i = 0; i < weights.length; i++) {
    const off = Math.abs(weights[i] * lots - Math.round(weights[i] * lots))
    if (off <= farthest) continue
    farthest = off
    pick = i
  }
  return pick
}

/** Rounding noise becomes nothing, or whole lots. */
export const cleaned = ({ lots }: PortfolioData, weights: Float64Array): Float64Array =>
  weights.map((w) => (lots === null ? (w <= nothing ? 0 : w) : Math.round(w * lots) / lots))
