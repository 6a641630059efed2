import { IsinglassError } from '../errors.ts'

/** `http://host:8080/path` without a slash at its end; a word without a scheme means http://word. Credentials have no place in it. */
export function baseUrlOf(text: string): string {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const url = URL.canParse(full) && !/["'\s<>]/.test(full) ? new URL(full) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new IsinglassError(
      'OPTION_INVALID',
      `"${text.slice(0, 100)}" is no address of a service`,
      'Give one such as http://127.0.0.1:8080',
    )
  if (url.username !== '' || url.password !== '')
    throw new IsinglassError(
      'OPTION_INVALID',
      'the address holds a name or a password',
      'Send credentials as headers: createClient(url, { headers })',
    )
  return url.href.replace(/\/+$/, '')
}
