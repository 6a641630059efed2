/** Distinguishable with every common colour blindness (Okabe and Ito 2008), without the yellow that white swallows. */
export const palette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#000000'] as const

/** The colour of the k-th thing; they repeat after seven. */
export const colourOf = (k: number): string => palette[k % palette.length]

/** A text as the content of an element or of an attribute; what XML cannot hold becomes a question mark. */
export const escaped = (text: string): string =>
  text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, '?')

/** A number as short as a picture needs it. */
export const short = (value: number): number => Math.round(value * 10) / 10

/** A whole picture on white, its elements one per line; numbers in it are pixels. */
export function svgDocument(width: number, height: number, elements: readonly string[], fontSize = 14): string {
  const size = `${Math.ceil(width)} ${Math.ceil(height)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" font-family="sans-serif" font-size="${fontSize}">`,
    `<rect width="${Math.ceil(width)}" height="${Math.ceil(height)}" fill="#fff"/>`,
    ...elements,
    '</svg>',
  ].join('\n')
}
