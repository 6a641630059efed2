/** The same graph with node weights by name and in lists. */
export function setTwins(chance: { below(n: number): number }) {
  const size = 3 + chance.below(5)
  const pairs = Array.from({ length: 9 }, () => [chance.below(size), chance.below(size)] as const)
  const names = Array.from({ length: size }, (_, i) => `n${i}`)
  const weights = names.map(() => 1 + chance.below(5))
  return {
    named: {
      nodes: names,
      edges: pairs.map(([a, b]): [string, string] => [names[a], names[b]]),
      weights: Object.fromEntries(names.map((name, i) => [name, weights[i]])),
    },
    bulk: { nodes: size, edges: { from: pairs.map((p) => p[0]), to: pairs.map((p) => p[1]) }, weights },
  }
}
