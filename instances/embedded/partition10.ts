import type { Embedded } from './index.ts'

/** Ten numbers in two heaps as equal as can be: the energy is the squared difference of the heaps. */
export const partition10: Embedded = {
  name: 'partition10',
  kind: 'qubo',
  fileName: 'partition10.qubo',
  bestKnown: 0,
  source: 'made for this set',
  text: `c (2ax - 156)^2 for a = 31 7 22 14 5 19 26 11 3 18
c offset 24336
p qubo 0 10 10 45
0 0 -15500
1 1 -4172
2 2 -11792
3 3 -7952
4 4 -3020
5 5 -10412
6 6 -13520
7 7 -6380
8 8 -1836
9 9 -9936
0 1 1736
0 2 5456
0 3 3472
0 4 1240
0 5 4712
0 6 6448
0 7 2728
0 8 744
0 9 4464
1 2 1232
1 3 784
1 4 280
1 5 1064
1 6 1456
1 7 616
1 8 168
1 9 1008
2 3 2464
2 4 880
2 5 3344
2 6 4576
2 7 1936
2 8 528
2 9 3168
3 4 560
3 5 2128
3 6 2912
3 7 1232
3 8 336
3 9 2016
4 5 760
4 6 1040
4 7 440
4 8 120
4 9 720
5 6 3952
5 7 1672
5 8 456
5 9 2736
6 7 2288
6 8 624
6 9 3744
7 8 264
7 9 1584
8 9 432
`,
}
