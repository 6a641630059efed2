import { type Known, table } from './table.ts'

/** DIMACS colouring instances; a value without mark has a colouring that was checked. */
export const dimacsColourings: readonly Known[] = table(
  {
    kind: 'colouring',
    sense: 'min',
    family: 'DIMACS COLOR',
    source:
      'DIMACS graph colouring instances (Johnson and Trick 1996), values as collected by Cornaz, Furini and Malaguti',
  },
  `
  anna 11, DSJC125.1 5?, DSJC125.9 44?, DSJC250.5 28?, DSJC500.1 12?, DSJR500.1 12?, flat300_28_0 28?, fpsol2.i.2 30,
  games120 9, huck 11, le450_15a 15?, le450_15c 15?, le450_25a 25, le450_25c 25?, le450_5a 5?, le450_5c 5?,
  miles250 8, miles750 31, mulsol.i.1 49, myciel3 4, myciel5 6, myciel7 8, queen11_11 11?, queen13_13 13?,
  queen5_5 5, queen7_7 7?, queen9_9 10?, school1 14?, zeroin.i.1 49
`,
)
