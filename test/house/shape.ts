import ts from 'typescript'
import { filesBelow, productFolders, text } from './sources.ts'

export interface Measured {
  readonly file: string
  readonly name: string
  readonly lines: number
  /** A hot loop: in the kernel folder, or marked as one in a line that says why. */
  readonly hot: boolean
}

export interface Shape {
  readonly functions: readonly Measured[]
  readonly files: readonly { readonly file: string; readonly lines: number }[]
}

/** Lengths in lines of every named function and every file of the product. */
export function measureShape(): Shape {
  const files = filesBelow(productFolders).filter(
    (file) => !file.includes('/embedded/') && !file.includes('/catalogue/'),
  )
  return {
    files: files.map((file) => ({ file, lines: text(file).trimEnd().split('\n').length })),
    functions: files.flatMap(functionsOf),
  }
}

function functionsOf(file: string): Measured[] {
  const source = ts.createSourceFile(file, text(file), ts.ScriptTarget.ES2022, true)
  const found: Measured[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = (at: number) => source.getLineAndCharacterOfPosition(at).line
      const hot = file.startsWith('src/kernel/') || node.getFullText(source).includes('a hot kernel')
      found.push({ file, name: nameOf(node), lines: line(node.end) - line(node.getStart(source)) + 1, hot })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function nameOf(node: ts.Node): string {
  const named = node as ts.NamedDeclaration
  if (named.name) return named.name.getText()
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '(inline)'
}

/** The value below which this share of the sorted numbers lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}
