/** What a problem's own parameters are given as: `--set key=value`. */
export type Settings = Readonly<Record<string, string>>

/** What a reader found in a text. */
export interface Reading {
  /** The bulk input of the problem. */
  readonly input: object
  /** The name that the text gives itself. */
  readonly name?: string
  /** What was assumed, in sentences without a final period. */
  readonly notes: readonly string[]
}

/** A file format of problem instances; everything is a pure function on text. */
export interface InstanceFormat {
  readonly name: string
  /** What people call such files; several formats may share one. */
  readonly title: string
  /** Without the dot, in lower case; they decide where the content fits several formats. */
  readonly extensions: readonly string[]
  /** Problem names it can mean; `*` for any. */
  readonly kinds: readonly string[]
  /** A second meaning of another format's files: taken when it is asked for by `as`, never guessed. */
  readonly onlyAsked?: true
  /** The format's own settings and what each does, beside those of the problem. */
  readonly settings: Readonly<Record<string, string>>
  /** True when the beginning of the text looks like this format; the extension (`''` without) settles what it cannot. */
  readonly fits: (head: string, extension: string) => boolean
  /** Throws FORMAT_INVALID naming the line, or OPTION_INVALID naming the setting. */
  readonly read: (text: string, settings: Settings) => Reading & { readonly kind: string }
  /** The text that reads back as this input; absent where a format cannot hold every input of its kind. */
  readonly print?: (kind: string, input: never, name: string) => string
}
