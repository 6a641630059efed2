import { burma14 } from './burma14.ts'
import { cover20 } from './cover20.ts'
import { eN13K4 } from './e-n13-k4.ts'
import { flow10 } from './flow10.ts'
import { ft06 } from './ft06.ts'
import { gr17 } from './gr17.ts'
import { grid6 } from './grid6.ts'
import { labs27 } from './labs27.ts'
import { lattice16 } from './lattice16.ts'
import { market12 } from './market12.ts'
import { myciel3 } from './myciel3.ts'
import { network10 } from './network10.ts'
import { pairs10 } from './pairs10.ts'
import { partition10 } from './partition10.ts'
import { partition24 } from './partition24.ts'
import { petersen } from './petersen.ts'
import { planted12 } from './planted12.ts'
import { randomSat20 } from './random-sat20.ts'
import { readme } from './readme.ts'
import { sack16 } from './sack16.ts'
import { triplets12 } from './triplets12.ts'
import { tuning8 } from './tuning8.ts'
import { week7 } from './week7.ts'

/** An instance that travels with the package, as the text of its file. */
export interface Embedded {
  readonly name: string
  /** The problem's name. */
  readonly kind: string
  /** The name its file would have. */
  readonly fileName: string
  readonly text: string
  readonly bestKnown: number | null
  readonly source: string
}

export const embedded: readonly Embedded[] = [
  burma14,
  cover20,
  eN13K4,
  ft06,
  flow10,
  gr17,
  grid6,
  labs27,
  lattice16,
  market12,
  myciel3,
  network10,
  pairs10,
  partition10,
  partition24,
  petersen,
  planted12,
  randomSat20,
  readme,
  sack16,
  triplets12,
  week7,
  tuning8,
]
