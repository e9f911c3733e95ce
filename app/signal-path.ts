/**
 * Where a signal's full chain is. Its id has slashes, `#` and `=` of its own, which no address carries unharmed through a
 * router that decodes it, so it goes as base64url.
 */
export function signalPath(projectId: string, signalId: string): string {
  const bytes = Array.from(new TextEncoder().encode(signalId), (byte) => String.fromCharCode(byte)).join('')
  const name = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `/projects/${projectId}/signals/${name}`
}

/** The id that an address names; what names none leads to no signal. */
export function signalIdIn(name: string | undefined): string {
  return Buffer.from(name ?? '', 'base64url').toString('utf8')
}
