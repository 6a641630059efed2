import { expect, it } from 'vitest'
import { fixedPoint } from '../../src/kernel/fixed-point.ts'
import { PlainBoard } from '../../src/kernel/tabu-board.ts'
import { WasmBoard } from '../../src/kernel/tabu-wasm.ts'
import { weightClasses } from '../contracts/kernel.ts'

it.each(Object.entries(weightClasses))('makes the moves of the reference, one by one: %s', (_name, qubo) => {
  const plan = { ...qubo, weights: fixedPoint(qubo) }
  const rules = { tenure: Math.min(4, qubo.size - 1), patience: 50 }
  const boards = [PlainBoard, WasmBoard].map(
    (Board) => new Board(plan, new Int8Array(qubo.size), rules, Uint32Array.of(1, 2, 3, 4)),
  )
  const [plain, wasm] = boards
  for (let move = 0; move < 300; move++) {
    const weary = boards.map((board) => board.weary)
    for (const board of boards) {
      if (board.weary) {
        board.flip(move % qubo.size)
        board.startRound()
      }
    }
    expect(weary[1]).toBe(weary[0])
    expect(wasm.search(1)).toBe(plain.search(1))
    expect([wasm.energy, wasm.roundEnergy]).toEqual([plain.energy, plain.roundEnergy])
    expect(wasm.point()).toEqual(plain.point())
  }
  expect([wasm.roundPoint(), wasm.bestPoint()]).toEqual([plain.roundPoint(), plain.bestPoint()])
  for (const board of boards) board.release()
})
