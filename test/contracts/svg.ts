/** What is wrong with an SVG picture, or null: one svg element, tags that match, quoted attributes, no NaN or undefined. */
export function svgComplaint(picture: string): string | null {
  const body = picture.trim()
  if (!body.startsWith('<svg ')) return 'it does not begin with <svg'
  if (!body.endsWith('</svg>')) return 'it does not end with </svg>'
  const bad = /NaN|undefined|Infinity|\[object/.exec(body.replace(/>[^<]*</g, '><'))
  if (bad) return `an attribute holds ${bad[0]}`
  return tagComplaint(body)
}

const markup = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|[<]/g

function tagComplaint(body: string): string | null {
  const open: string[] = []
  let last = 0
  for (const match of body.matchAll(markup)) {
    const between = body.slice(last, match.index)
    if (/&(?!#\d+;|#x[\da-fA-F]+;|amp;|lt;|gt;|quot;|apos;)/.test(between + (match[3] ?? '')))
      return `an unescaped & near "${between.slice(-20)}"`
    last = match.index + match[0].length
    if (match[0].startsWith('<!--')) continue
    const [, closing, tag, , alone] = match
    if (tag === undefined) return `a stray < near "${body.slice(match.index, match.index + 30)}"`
    if (alone) continue
    if (!closing) open.push(tag)
    else if (open.pop() !== tag) return `</${tag}> closes nothing`
    if (closing && open.length === 0 && last < body.length) return 'there is something after the svg element'
  }
  return open.length === 0 ? null : `<${open.at(-1)}> is never closed`
}
