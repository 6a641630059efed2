import { describe, expect, it } from 'vitest'
import { Model } from '../../src/model/index.ts'

describe('a model as text', () => {
  it('shows objective, rules, wishes, structures and domains', () => {
    const model = new Model()
    const [a, b, c] = [model.bit('a'), model.bit('b'), model.bit('c')]
    const n = model.integer(0, 7, 'n')
    const s = model.spin('s')
    model.choice('colour', ['red', 'blue'])
    model.minimise([3, a], [-2, a, b], 5, [1, n, n], [-0.5, s])
    model.exactlyOne('cover', [a, b, c]).atMostOne('calm', [a, b], 2)
    model.subjectTo(
      'room',
      [
        [2, n],
        [-1, c],
      ],
      '>=',
      -1,
    )
    expect(String(model)).toBe(
      [
        'minimise 3·a − 0.5·s − 2·a·b + n² + 5',
        'subject to cover: a + b + c == 1',
        'wish (weight 2) calm: a + b <= 1',
        'subject to room: 2·n − c >= −1',
        'one of colour: colour=red, colour=blue',
        'a, b, c, colour=red, colour=blue ∈ {0, 1}; n ∈ [0, 7]; s ∈ {−1, 1}',
      ].join('\n'),
    )
  })

  it('adds up repeated and mirrored terms and leaves zeros out', () => {
    const model = new Model()
    const [a, b] = [model.bit('a'), model.bit('b')]
    model.minimise([1, a, b], [2, b, a], [1, a], [-1, a])
    expect(String(model)).toBe('minimise 3·a·b\na, b ∈ {0, 1}')
  })

  it('says 0 when there is nothing to minimise', () => {
    expect(String(new Model())).toBe('minimise 0')
  })

  it('starts a negative sum with its sign', () => {
    const model = new Model()
    model.minimise([-1, model.bit('a')], -2)
    expect(String(model)).toBe('minimise −a − 2\na ∈ {0, 1}')
  })

  it('cuts long sums and says how much is missing', () => {
    const model = new Model()
    const first = model.bits(1240)
    for (let k = 0; k < 1240; k++) model.minimise([1, first + k])
    expect(String(model)).toMatch(/ \+ x39 … 1200 more terms\n.*x39, … 1200 more ∈ \{0, 1\}$/)
  })
})
