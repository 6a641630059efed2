/**
 * What the beginning of a text `n m`, `i j w` … can be: `entries` when a diagonal entry shows (a matrix, for no cut cuts
 * a loop), `edges` otherwise, null when it is something else. Edges may lack weights; entries have them.
 */
export function looksLikeEdgeList(head: string): 'edges' | 'entries' | null {
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const complete = lines.length > 1 && !head.endsWith('\n') ? lines.slice(0, -1) : lines
  if (complete.length === 0 || !/^\d+\s+\d+$/.test(complete[0])) return null
  const words = complete.slice(1, 200).map((line) => line.split(/\s+/))
  if (!words.every((w) => w.length >= 2 && w.length <= 3 && /^\d+$/.test(w[0]) && /^\d+$/.test(w[1]))) return null
  return words.some((w) => w[0] === w[1]) ? 'entries' : 'edges'
}

/** True when every line has a weight, as the lines of a matrix have. */
export function hasWeights(head: string): boolean {
  const second = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))[1]
  return second === undefined || second.split(/\s+/).length === 3
}
