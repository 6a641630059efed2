/** JSON of plain data: typed arrays become lists; what JSON has no word for becomes null. */
export const plainJson = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => plainPart(part))

function plainPart(part: unknown): unknown {
  if (typeof part === 'bigint') return Number(part)
  return ArrayBuffer.isView(part) && !(part instanceof DataView)
    ? Array.from(part as unknown as ArrayLike<number>)
    : part
}
