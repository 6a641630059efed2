import { describe, expect, it } from 'vitest'
import { drawBars } from '../../../problems/assignment/draw-bar.ts'

const words = { title: 'full', bars: 'bins', line: 'capacity' }

describe('bars', () => {
  it('are as wide as their pieces, 920 pixels at the capacity', () => {
    const svg = drawBars(
      [
        [
          { size: 3, label: 'a' },
          { size: 1, label: 'b' },
        ],
      ],
      4,
      words,
    )
    expect(svg).toContain('width="690"')
    expect(svg).toContain('width="230"')
    expect(svg).toContain('>full<')
  })

  it('escape what users call their things', () => {
    expect(drawBars([[{ size: 1, label: '<b>' }]], 1, words)).not.toContain('<b>')
  })

  it('say when there are more than are drawn', () => {
    expect(
      drawBars(
        Array.from({ length: 101 }, () => []),
        1,
        words,
      ),
    ).toContain('drawn: 100 of 101 bins')
  })
})
