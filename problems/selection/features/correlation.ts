/**
 * |ρ|, the absolute Pearson correlation of two columns of equal length: 1 for columns that follow each other exactly,
 * 0 for a constant column.
 */
export function absoluteCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const meanX = mean(x)
  const meanY = mean(y)
  let together = 0
  let varianceX = 0
  let varianceY = 0
  for (let r = 0; r < x.length; r++) {
    const dx = x[r] - meanX
    const dy = y[r] - meanY
    together += dx * dy
    varianceX += dx * dx
    varianceY += dy * dy
  }
  if (varianceX === 0 || varianceY === 0) return 0
  return Math.min(1, Math.abs(together) / (Math.sqrt(varianceX) * Math.sqrt(varianceY)))
}

function mean(list: ArrayLike<number>): number {
  let total = 0
  for (let r = 0; r < list.length; r++) total += list[r]
  return total / list.length
}
