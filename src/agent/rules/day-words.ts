/** "Sun 29 Aug" in a time zone: how dates are said in drafts. */
export function dayWords(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-AU', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
    .formatToParts(new Date(at))
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value.replace('.', ''))
  return parts.join(' ')
}
