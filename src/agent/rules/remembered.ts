/** More than a project's mails have sentences; then it begins anew. */
const MOST = 5000

/** The same pure function, worked out once for each text: a check reads the same mails in every playbook. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>()
  return (text) => {
    const found = known.get(text)
    if (found) return found.value
    const value = read(text)
    if (known.size >= MOST) known.clear()
    known.set(text, { value })
    return value
  }
}
