import type { Random } from './random.ts'

interface List<Item> {
  readonly length: number
  [index: number]: Item
}

/** The first `count` entries in random order (Fisher and Yates), in place. Returns the list. */
export function shuffle<Items extends List<unknown>>(list: Items, random: Random, count = list.length): Items {
  for (let k = count - 1; k > 0; k--) {
    const other = random.below(k + 1)
    const held = list[k]
    list[k] = list[other]
    list[other] = held
  }
  return list
}

/** 0 … size − 1 in random order. */
export const shuffled = (size: number, random: Random): Int32Array =>
  shuffle(
    Int32Array.from({ length: size }, (_, k) => k),
    random,
  )
