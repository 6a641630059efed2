import { IsinglassError } from '../../src/errors.ts'
import { clip } from '../../src/qubo/formats/index.ts'

const pattern = /\n|"[^"\n]*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\]();,|]|[^\s{}[\]();,|"]+|\S/g

/** The words and marks of a BIF text, one after another, comments left out. */
export class BifWords {
  private line = 1
  /** The line of the word taken last, for complaints. */
  private at = 1
  private aheadLine = 1
  private readonly text: string
  private readonly scan: RegExp
  private ahead: string | null

  constructor(text: string) {
    this.text = text.replace(/^\ufeff/, '')
    this.scan = new RegExp(pattern)
    this.ahead = this.advance()
  }

  hasMore(): boolean {
    return this.ahead !== null
  }

  next(what: string): string {
    const word = this.ahead
    if (word === null) this.fail(`${what} is missing`, 'Fetch the whole file')
    this.at = this.aheadLine
    this.ahead = this.advance()
    return word
  }

  take(mark: string): void {
    const word = this.next(`"${mark}"`)
    if (word !== mark) this.fail(`"${clip(word)}" stands where "${mark}" should`)
  }

  fail(what: string, remedy = 'Correct this line'): never {
    throw new IsinglassError('FORMAT_INVALID', what, remedy, `line ${this.at}`)
  }

  private advance(): string | null {
    for (let match = this.scan.exec(this.text); match; match = this.scan.exec(this.text)) {
      const [word] = match
      this.line += word === '\n' || word.startsWith('/*') ? word.split('\n').length - 1 : 0
      if (word === '\n' || word.startsWith('//') || word.startsWith('/*')) continue
      this.aheadLine = this.line
      return word.startsWith('"') && word.length > 1 ? word.slice(1, -1) : word
    }
    return null
  }
}
