import type { Embedded } from './index.ts'

/** 14 cities of Burma by latitude and longitude. */
export const burma14: Embedded = {
  name: 'burma14',
  kind: 'tsp',
  fileName: 'burma14.tsp',
  bestKnown: 3323,
  source: 'TSPLIB 95 (Zaw Win)',
  text: `NAME: burma14
TYPE: TSP
COMMENT: 14-Staedte in Burma (Zaw Win)
DIMENSION: 14
EDGE_WEIGHT_TYPE: GEO
EDGE_WEIGHT_FORMAT: FUNCTION
DISPLAY_DATA_TYPE: COORD_DISPLAY
NODE_COORD_SECTION
   1  16.47       96.10
   2  16.47       94.44
   3  20.09       92.54
   4  22.39       93.37
   5  25.23       97.24
   6  22.00       96.05
   7  20.47       97.02
   8  17.20       96.29
   9  16.30       97.38
  10  14.05       98.12
  11  16.53       97.38
  12  21.52       95.59
  13  19.41       97.13
  14  20.09       94.55
EOF
`,
}
