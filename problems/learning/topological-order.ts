/** The variables, parents before children, the smallest first where several may come; null when there is a cycle. */
export function topologicalOrder(parents: readonly (readonly number[])[]): number[] | null {
  const missing = parents.map((list) => list.length)
  const children = parents.map((): number[] => [])
  parents.forEach((list, v) => {
    for (const p of list) children[p].push(v)
  })
  const order: number[] = []
  const ready = missing.flatMap((count, v) => (count === 0 ? [v] : []))
  while (ready.length > 0) {
    const v = ready.splice(ready.indexOf(Math.min(...ready)), 1)[0]
    order.push(v)
    for (const child of children[v]) if (--missing[child] === 0) ready.push(child)
  }
  return order.length === parents.length ? order : null
}
