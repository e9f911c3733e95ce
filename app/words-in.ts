/** A text that an answer carries under a name, if it does. */
export function stringIn(answer: unknown, name: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const found = new Map<string, unknown>(Object.entries(answer)).get(name)
  return typeof found === 'string' ? found : undefined
}
