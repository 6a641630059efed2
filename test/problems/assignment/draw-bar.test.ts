import { describe, expect, it } from 'vitest'
import { drawBars } from '../../../problems/assignment/draw-bar.ts'

describe('bars', () => {
  it('are as wide as their pieces, 640 pixels at the capacity', () => {
    const svg = drawBars(
      [
        [
          { size: 3, label: 'a' },
          { size: 1, label: 'b' },
        ],
      ],
      4,
      'full',
    )
    expect(svg).toContain('width="480"')
    expect(svg).toContain('width="160"')
    expect(svg).toContain('>full<')
  })

  it('escape what users call their things', () => {
    expect(drawBars([[{ size: 1, label: '<b>' }]], 1, '')).not.toContain('<b>')
  })

  it('say when there are more than are drawn', () => {
    expect(
      drawBars(
        Array.from({ length: 61 }, () => []),
        1,
        '',
      ),
    ).toContain('drawn: 60 of 61')
  })
})
