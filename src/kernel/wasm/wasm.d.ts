/** A built kernel, imported as bytes (the bundler's binary loader; a plugin in the tests). */
declare module '*.wasm' {
  const bytes: Uint8Array
  export default bytes
}
