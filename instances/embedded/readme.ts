import { printDocument } from '../readers/json.ts'
import type { Embedded } from './index.ts'

/** The example of the README: four stops, two vehicles. */
export const readme: Embedded = {
  name: 'readme',
  kind: 'vrp',
  fileName: 'readme.json',
  text: printDocument({
    problem: 'vrp',
    name: 'readme',
    input: {
      depot: [51, 51],
      stops: {
        bakery: { at: [39, 76], demand: 5 },
        clinic: { at: [64, 47], demand: 3 },
        school: { at: [73, 61], demand: 7 },
        museum: { at: [32, 38], demand: 2 },
      },
      vehicles: 2,
      capacity: 10,
    },
  }),
  bestKnown: null,
  source: 'README',
}
