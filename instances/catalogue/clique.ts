import { type Known, table } from './table.ts'

/** DIMACS clique instances. */
export const dimacsCliques: readonly Known[] = table(
  { kind: 'clique', sense: 'max', family: 'DIMACS clique', source: 'DIMACS clique instances (Johnson and Trick 1996)' },
  `
  C125.9 34, C500.9 57?, hamming8-4 16, keller5 27?, p_hat300-1 8, p_hat300-3 36, p_hat700-2 44
`,
)
