/** Distinguishable with every common colour blindness (Okabe and Ito 2008), without the yellow that white swallows. */
export const palette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#4d4d4d'] as const

/** What all pictures share: the colours of words, of lines behind, of what an answer leaves aside, of what is wrong. */
export const ink = { words: '#222222', faint: '#5c6470', rule: '#d9dde3', aside: '#c4c9d1', wrong: '#c00000' } as const

/** The share of white in each round through the palette; where negative, of black. */
const rounds = [0, 0.5, -0.4, 0.75] as const

/** The colour of the k-th thing: the palette, then paler, darker and palest ones; they repeat after 28. */
export function colourOf(k: number): string {
  const share = rounds[Math.floor(k / palette.length) % rounds.length]
  return share === 0 ? palette[k % palette.length] : mixed(palette[k % palette.length], share)
}

/** A colour with a share of white in it; with a share of black where the share is negative. */
export function mixed(colour: string, share: number): string {
  const towards = share > 0 ? 255 : 0
  const parts = partsOf(colour).map((part) => Math.round(part + (towards - part) * Math.abs(share)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** Black or white, whichever reads better on the fill: by the luminance of WCAG 2, with gamma 2. */
export function inkOn(fill: string): string {
  const [red, green, blue] = partsOf(fill).map((part) => (part / 255) ** 2)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 ? '#000000' : '#ffffff'
}

const partsOf = (colour: string): number[] => [1, 3, 5].map((k) => Number.parseInt(colour.slice(k, k + 2), 16))

/** A text as the content of an element or of an attribute; what XML cannot hold becomes a question mark. */
export const escaped = (text: string): string =>
  text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, '?')

/** A number as short as a picture needs it. */
export const short = (value: number): number => Math.round(value * 10) / 10

/** A whole picture on white, its elements one per line; numbers in it are pixels. */
export function svgDocument(width: number, height: number, elements: readonly string[], fontSize = 14): string {
  const size = `${Math.ceil(width)} ${Math.ceil(height)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" font-family="Helvetica, Arial, sans-serif" font-size="${fontSize}">`,
    `<rect width="${Math.ceil(width)}" height="${Math.ceil(height)}" fill="#fff"/>`,
    ...elements,
    '</svg>',
  ].join('\n')
}
